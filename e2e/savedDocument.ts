import { readFile } from 'node:fs/promises'
import { type CuttingRoom, expect } from './cuttingRoom.ts'

/** A saved production as the file holds it, without the number of the journal's line and the checksum. */
export type SavedDocument = {
  readonly text: string
  /** Changes made up to it. */
  readonly made: number
  /** Ins and outs by number, `in–out` in frames of the programme from 01:00:00:00 at 24, reel changes with a comma. */
  readonly cues: Readonly<Record<string, string>>
  readonly notes: readonly string[]
  readonly segments: readonly string[]
}

const hour = 24 * 3600

/** Saves the production and reads what was written, once that holds every change. */
export async function saved(room: CuttingRoom, file: string): Promise<SavedDocument> {
  const made = await room.whenSafe()
  await room.press('Control+s')
  let text = ''
  await expect
    .poll(async () => {
      text = await readFile(file, 'utf8')
      return Number(/^"lastSequence": (\d+)/m.exec(text)?.[1])
    })
    .toBe(made)
  type Ranged = { readonly start: number; readonly end: number | null }
  type Read = {
    readonly cues: readonly { readonly number: string; readonly spans: readonly Ranged[] }[]
    readonly notes: readonly { readonly frame: number; readonly text: string }[]
    readonly segments: readonly (Ranged & { readonly label: string; readonly kind: string })[]
  }
  const read = JSON.parse(text) as Read
  const range = ({ start, end }: Ranged) => `${start - hour}–${end === null ? 'open' : end - hour}`
  return {
    made,
    text: text.replace(/^"(lastSequence|checksum)": .*\n/gm, ''),
    cues: Object.fromEntries(read.cues.map(({ number, spans }) => [number, spans.map(range).join(', ')])),
    notes: read.notes.map((note) => `${note.frame - hour} ${note.text}`.trim()),
    segments: read.segments.map((segment) => `${segment.label} ${segment.kind} ${range(segment)}`),
  }
}
