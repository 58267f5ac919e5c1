import { readFile, writeFile } from 'node:fs/promises'
import type { CuttingRoom } from '../cuttingRoom.ts'
import type { StreamState } from '../editStream.ts'
import { exchangeSheet } from '../exchangeSheet.ts'

/** The state of a production that was just imported. */
export const firstState: StreamState = { moved: 0, type: 'Other', diegesis: 'Not decided' }

const start = '01:00:10:00'
const rate = 24
const length = 240
const types: Readonly<Record<string, string>> = {
  other: 'Other',
  score: 'Score',
  song: 'Song',
  needleDrop: 'Needle drop',
  source: 'Source',
  library: 'Library',
  theme: 'Theme',
  logo: 'Logo',
}
const diegeses: Readonly<Record<string, string>> = {
  unknown: 'Not decided',
  nonDiegetic: 'Non-diegetic',
  diegetic: 'Diegetic',
  transDiegetic: 'Trans-diegetic',
  metaDiegetic: 'Meta-diegetic',
}

/** Writes an exchange sheet of one cue. */
export async function writeSheet(file: string, title: string): Promise<void> {
  const end = '01:00:20:00'
  await writeFile(file, exchangeSheet(title, [{ number: '1m1', title: 'A', span: [start, end] }]))
}

/** What the table shows of the one cue. */
export async function shownState(room: CuttingRoom): Promise<StreamState> {
  const [line, ...others] = await room.cueLines()
  if (!line || others.length > 0) throw new Error(`expected one cue, found ${line ? others.length + 1 : 0}`)
  const moved = framesOf(line.start) - framesOf(start)
  if (framesOf(line.end) - framesOf(line.start) !== length) throw new Error(`the cue is ${line.length} long`)
  return { moved, type: line.type, diegesis: line.diegesis }
}

/** What a production file holds of the one cue, and the number of its last change. */
export async function filedState(file: string): Promise<{ state: StreamState; sequence: number }> {
  type Filed = {
    readonly lastSequence: number
    readonly cues: readonly [
      {
        readonly type: string
        readonly diegesis: string
        readonly spans: readonly [{ readonly start: number }]
      },
    ]
  }
  const { lastSequence, cues } = JSON.parse(await readFile(file, 'utf8')) as Filed
  const [{ type, diegesis, spans }] = cues
  const moved = spans[0].start - framesOf(start)
  return {
    state: { moved, type: types[type] ?? type, diegesis: diegeses[diegesis] ?? diegesis },
    sequence: lastSequence,
  }
}

function framesOf(timecode: string): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = timecode.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * rate + frames
}
