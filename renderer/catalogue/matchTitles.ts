import type { Cue } from '../../shared/model/cue.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { TitleLine } from '../../shared/model/titleLine.ts'

/** A line of the preview: a cue with the line that names it, a cue without one, or a line without a cue. */
export type MatchedTitle = {
  readonly key: string
  readonly cue: Cue | null
  /** Null for a cue that keeps what it has. */
  readonly line: TitleLine | null
  /** Place of the line in the list; null where there is none. */
  readonly at: number | null
  readonly isSkipped: boolean
  readonly isLeft: boolean
}

/** Lays lines and cues beside each other in order. Skipped cues and lines that are left out move the others up. */
export function matchTitles(
  lines: readonly (TitleLine | null)[],
  cues: readonly Cue[],
  skipped: ReadonlySet<CueId>,
  left: ReadonlySet<number>,
): readonly MatchedTitle[] {
  const matched: MatchedTitle[] = []
  let next = 0
  const skipCues = () => {
    for (let cue = cues[next]; cue && skipped.has(cue.id); cue = cues[++next])
      matched.push({ key: cue.id, cue, line: null, at: null, isSkipped: true, isLeft: false })
  }
  for (const [at, line] of lines.entries()) {
    if (left.has(at)) {
      matched.push({ key: `line ${at}`, cue: null, line, at, isSkipped: false, isLeft: true })
      continue
    }
    skipCues()
    const cue = cues[next] ?? null
    if (cue) next += 1
    matched.push({ key: cue?.id ?? `line ${at}`, cue, line, at, isSkipped: false, isLeft: false })
  }
  for (const cue of cues.slice(next))
    matched.push({ key: cue.id, cue, line: null, at: null, isSkipped: skipped.has(cue.id), isLeft: false })
  return matched
}
