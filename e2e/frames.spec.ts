import { expect, test } from './cuttingRoom.ts'
import { filmKinds, kindPath, kindStrip } from './filmKinds.ts'
import { filmPath, filmTruth } from './films.ts'
import type { TriedFilm } from './frames/filmLabels.ts'
import { runTrials } from './frames/runTrials.ts'

/* The short form of `npm run frames`: a few committed films, some of each comparison. */

const counts = { seeks: 10, steps: 12, forwards: 3, backwards: 3, scrubbing: 4 }

const films: readonly TriedFilm[] = [
  listed('drop-2997-minute.mp4', 30, true),
  kind('vp9-opus.webm'),
  kind('h264-no-edit-list.mp4'),
  kind('h264-b.mkv'),
]

for (const [index, film] of films.entries()) {
  test(`${film.path.slice(filmPath('').length + 1)}: the frames shown, named and marked are one`, async ({
    scratch,
  }) => {
    test.setTimeout(60_000)
    const result = await runTrials(`${scratch}/app`, film, counts, index + 1)
    for (const [what, asked] of Object.entries(counts)) {
      const { right, wrong } = result[what as keyof typeof counts]
      expect(wrong, what).toEqual([])
      expect(right, what).toBeGreaterThanOrEqual(asked)
    }
  })
}

/** A film that films.json lists. */
function listed(file: string, labels: number, isDropFrame: boolean): TriedFilm {
  return { ...filmTruth(file), labels, isDropFrame, hasTimecode: true, isRewrapped: false }
}

/** A film that kinds.json lists. */
function kind(file: string): TriedFilm {
  const found = filmKinds.find((one) => one.file === file)
  if (!found?.picture) throw new Error(`kinds.json does not list ${file} with a picture`)
  const { picture } = found
  return {
    path: kindPath(found),
    start: picture.start ?? '',
    startFrame: picture.startFrame,
    frames: picture.frames,
    strip: kindStrip,
    labels: Math.round(picture.rate.num / picture.rate.den),
    isDropFrame: picture.isDropFrame,
    hasTimecode: picture.start !== null,
    isRewrapped: found.without.picture === 'rewrapped',
  }
}
