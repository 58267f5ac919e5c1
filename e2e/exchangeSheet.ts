/** A cue of a small sheet: `[in, out]` as timecode text. */
export type SheetCue = {
  readonly number: string
  readonly title: string
  readonly span: readonly [string, string | null]
}

/** A small exchange file: one reel of an hour from 01:00:00:00 at 24 frames per second, without a film. */
export function exchangeSheet(title: string, cues: readonly SheetCue[], others: object = {}): string {
  return JSON.stringify({
    format: 'needledrop.example-cue-sheet',
    version: 1,
    production: { title },
    timebase: { rateNum: 24, rateDen: 1, dropFrame: false },
    pictures: [{ id: 'R1', label: 'R1', startTc: '01:00:00:00', endTc: '02:00:00:00' }],
    cues: cues.map(({ number, title, span: [start, end] }, index) => ({
      id: `c${index + 1}`,
      number,
      title,
      spans: [{ picture: 'R1', in: start, out: end }],
      type: 'other',
      origin: 'unknown',
      diegesis: 'unknown',
      vocals: 'unknown',
    })),
    ...others,
  })
}
