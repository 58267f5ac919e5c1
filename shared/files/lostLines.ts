import type { ReadJournal } from './journal.ts'

/** What of a journal could not be read. */
export type LostLines = {
  /** Whole lines behind the first damage, the damaged one among them. */
  readonly count: number
  /** Of these the first, counted from 1. */
  readonly firstLine: number
  /** What the edits among them were called, as far as that can be read. */
  readonly labels: readonly string[]
}

const labelsTold = 5

/** The lines of a journal's text behind its first damage; null when there is at most one that was never finished. */
export function lostLines(text: string, journal: ReadJournal): LostLines | null {
  if (!journal.lostLines) return null
  const lines = text
    .slice(journal.goodBytes)
    .split('\n')
    .filter((line) => line !== '')
  const labels = lines.flatMap((line) => /"label":("(?:[^"\\]|\\.){0,500}")/.exec(line)?.[1] ?? [])
  return {
    count: lines.length,
    firstLine: journal.goodLines + 1,
    labels: labels.slice(0, labelsTold).map(unquoted),
  }
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json))
  } catch {
    return json
  }
}
