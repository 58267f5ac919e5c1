import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { MakeId, ReelId } from '../model/ids.ts'
import type { Media, PictureRate, Reel } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { FrameRange } from '../time/frameRange.ts'
import type { Frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import type { Edit } from './edit.ts'
import { addRecord, dropRecords, findRecord, mapRecords, putRecords } from './putRecord.ts'
import { reelOrigin, shiftReel } from './reelShift.ts'

/** Adds a reel behind the others. */
export function addReel(label: string, programme: FrameRange, media: Media | null, makeId: MakeId): Edit {
  const id = makeId<'reels'>()
  return {
    label: 'Add reel',
    run: (document) => {
      const refused = badProgramme(document, programme)
      if (refused) return refuse(refused)
      const order = recordsOf(document, 'reels').reduce((last, reel) => Math.max(last, reel.order), 0) + 1
      const { start, end } = programme
      return addRecord(document, 'reels', {
        ...{ id, label, order, programme: { start, end }, media },
        ...{ stems: [], pictureRate: null },
      })
    },
  }
}

/** Gives a reel another label. */
export function updateReel(id: ReelId, patch: Partial<Pick<Reel, 'label'>>): Edit {
  return {
    label: 'Rename reel',
    run: (document) =>
      mapRecords(document, 'reels', [id], (reel) => ok({ ...reel, label: patch.label ?? reel.label })),
  }
}

/** Puts a reel at a place in the running order; 0 is first. */
export function moveReel(id: ReelId, place: number): Edit {
  return {
    label: 'Move reel',
    run: (document) => {
      const found = findRecord(document, 'reels', id)
      if (!found.ok) return found
      const others = recordsOf(document, 'reels')
        .filter((reel) => reel.id !== id)
        .toSorted((a, b) => a.order - b.order)
      const running = others.toSpliced(Math.max(0, place), 0, found.value)
      return putRecords(
        document,
        'reels',
        running.map((reel, index) => ({ ...reel, order: index + 1 })),
      )
    },
  }
}

/** Removes a reel that nothing stands on. */
export function removeReel(id: ReelId): Edit {
  return {
    label: 'Remove reel',
    run: (document) => {
      const found = findRecord(document, 'reels', id)
      if (!found.ok) return found
      const cues = recordsOf(document, 'cues').filter((cue) => cue.spans.some((span) => span.reel === id))
      const segments = recordsOf(document, 'segments').filter((segment) => segment.reel === id)
      const notes = recordsOf(document, 'notes').filter((note) => note.reel === id)
      const count = cues.length + segments.length + notes.length
      if (count > 0) return refuse(reelInUse(found.value.label, count))
      return ok(dropRecords(document, 'reels', [id]))
    },
  }
}

/**
 * Gives a reel the file that holds its picture and sound, or none. Its programme stays as it is, and so does what is known of
 * the picture's rate unless the file's is given.
 */
export function attachMedia(id: ReelId, media: Media | null, pictureRate?: PictureRate | null): Edit {
  return {
    label: media === null ? 'Detach media' : 'Attach media',
    run: (document) =>
      mapRecords(document, 'reels', [id], (reel) =>
        ok({
          ...reel,
          media,
          pictureRate: media === null ? null : pictureRate === undefined ? reel.pictureRate : pictureRate,
        }),
      ),
  }
}

/** Lets a proxy of the user's own stand in for a reel's film, or none. */
export function attachProxy(id: ReelId, proxy: Media['proxy']): Edit {
  return {
    label: proxy === null ? 'Detach proxy' : 'Attach proxy',
    run: (document) =>
      mapRecords(document, 'reels', [id], (reel) =>
        reel.media ? ok({ ...reel, media: { ...reel.media, proxy } }) : refuse(withoutFilm(reel.label)),
      ),
  }
}

/** Sets the first frame of action and the frame after the last. */
export function setProgramme(id: ReelId, programme: FrameRange): Edit {
  return {
    label: 'Set programme',
    run: (document) => {
      const refused = badProgramme(document, programme)
      if (refused) return refuse(refused)
      const { start, end } = programme
      return mapRecords(document, 'reels', [id], (reel) => ok({ ...reel, programme: { start, end } }))
    },
  }
}

/** Gives a reel another start timecode; its programme, segments, cues and notes move along with the picture. */
export function setReelStart(id: ReelId, start: Frames): Edit {
  return {
    label: 'Set start timecode',
    run: (document): Result<ProductionDocument> => {
      const found = findRecord(document, 'reels', id)
      return found.ok ? shiftReel(document, id, start - reelOrigin(found.value)) : found
    },
  }
}

function badProgramme(document: ProductionDocument, { start, end }: FrameRange): Problem | null {
  if (start >= 0 && start < end) return null
  const { rate } = document.production
  return {
    message: 'The last frame of action must not lie before the first.',
    expected: 'a first frame at or after 00:00:00:00 and an end after it',
    found: `${formatTimecode(start, rate)} to ${formatTimecode(end, rate)}`,
    remedy: 'Correct one of the two.',
  }
}

function withoutFilm(label: string): Problem {
  return {
    message: `The reel “${label}” has no film that a proxy could stand in for.`,
    expected: 'a film attached to the reel',
    found: 'none',
    remedy: 'Attach the film first.',
  }
}

function reelInUse(label: string, count: number): Problem {
  return {
    message: `The reel “${label}” is in use.`,
    expected: 'a reel without cues, segments and notes',
    found: `${count} of them on it`,
    remedy: 'Remove or move them first.',
  }
}
