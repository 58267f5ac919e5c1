import styles from './MatchedText.module.css'

type MatchedTextProps = {
  readonly text: string
  /** UTF-16 positions of the characters to bring out. */
  readonly positions: readonly number[]
}

/** A text with the characters that a query names brought out. */
export function MatchedText({ text, positions }: MatchedTextProps) {
  const named = new Set(positions)
  const runs: { readonly start: number; readonly end: number; readonly isNamed: boolean }[] = []
  for (let place = 0; place < text.length; place++) {
    const last = runs.at(-1)
    const isNamed = named.has(place)
    if (last?.isNamed === isNamed) runs[runs.length - 1] = { ...last, end: place + 1 }
    else runs.push({ start: place, end: place + 1, isNamed })
  }
  return runs.map(({ start, end, isNamed }) => {
    const run = text.slice(start, end)
    return isNamed ? (
      <mark key={start} className={styles.named}>
        {run}
      </mark>
    ) : (
      run
    )
  })
}
