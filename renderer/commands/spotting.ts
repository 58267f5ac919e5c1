import { setCueEnd, setCueStart } from '../../shared/edits/cueEdgeEdits.ts'
import { closeOpenCue, openCue, segue } from '../../shared/edits/cueMarkEdits.ts'
import { frameOf, openCueOf, type Place } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Problem } from '../../shared/result.ts'
import { addFrames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import type { ProvisionalMark } from '../store/moment.ts'
import { makeId, type Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import { cueExtent } from './cuePlaces.ts'

/** Marks where music begins: at the frame on screen at this moment. With a cue open, ends it here and begins the next. */
export function markIn(session: Session): void {
  mark(session, 'in', (place) => {
    const document = session.work.value?.documents.document
    if (!document) return
    const open = openCueOf(document)
    const { value: axis } = session.timeline.axis
    const since = open && cueExtent(axis, open).start
    if (open && since !== null && since >= (axisFrame(axis, place) ?? 0)) {
      session.tell(openLater(open, document))
      return
    }
    const edit = open ? segue(place, makeId, open.type) : openCue(place, makeId)
    if (session.apply(edit)) selectOpenCue(session)
  })
}

/** Marks where the open cue's music has ended: the frame on screen is the first without it, or the last with it if so set. */
export function markOut(session: Session): void {
  if (session.marks.isEmpty && !currentOpenCue(session)) {
    sayNoneOpen(session)
    return
  }
  mark(session, 'out', (place) => {
    const open = currentOpenCue(session)
    if (!open) {
      sayNoneOpen(session)
      return
    }
    if (!session.apply(closeOpenCue(endAfter(session, place)))) return
    session.select([open.id])
    if (session.playhead.state.value.speed === 0) focusTitle()
  })
}

function currentOpenCue({ work }: Session): Cue | null {
  return (work.value && openCueOf(work.value.documents.document)) ?? null
}

function sayNoneOpen(session: Session): void {
  session.say('No cue is open. Press I where the music starts, or ] to move the selected cue’s out here.')
}

/** Moves an edge of a cue to the frame on screen, by the same rules as a mark. */
export function edgeToPlayhead(session: Session, cue: CueId, edge: 'in' | 'out'): void {
  mark(session, edge, (place) => {
    session.apply(edge === 'in' ? setCueStart(cue, place) : setCueEnd(cue, endAfter(session, place)))
  })
}

/** The place of an out for a shown frame: that frame, or the one after it where the setting says that O includes it. */
function endAfter({ settings }: Session, place: Place): Place {
  return settings.value.outIncludesShownFrame ? { ...place, frame: addFrames(place.frame, 1) } : place
}

/** Puts the keyboard into the title of the selected cue. */
export function focusTitle(): void {
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-field="title"] input')?.focus())
}

function mark(session: Session, kind: 'in' | 'out', commit: (place: Place) => void): void {
  const at = session.playhead.mark()
  if (!at) {
    session.say('Open a film first: there is no picture to mark.')
    return
  }
  const place: Place = { reel: at.reel, frame: at.frame }
  const work = session.work.value
  // Begun at once, so that the picture is on its way while marks before this one still wait for theirs.
  const isShown = at.verified || session.playhead.verify(place)
  session.marks.add(() => {
    if (session.work.value !== work) return undefined
    if (isShown !== true) return markWhenShown(session, { kind, place }, isShown, commit)
    commit(place)
    return undefined
  })
}

async function markWhenShown(
  session: Session,
  { kind, place }: Omit<ProvisionalMark, 'state'>,
  isShown: Promise<boolean>,
  commit: (place: Place) => void,
): Promise<void> {
  const work = session.work.value
  session.moment.patch({ provisional: { kind, place, state: 'verifying' } })
  const isProven = await isShown
  if (session.work.value !== work) return
  if (isProven) {
    session.moment.patch({ provisional: null })
    commit(place)
    return
  }
  session.moment.patch({ provisional: { kind, place, state: 'unverified' } })
  const rate = session.work.value?.documents.document.production.rate
  const wait = preparingText(session, place)
  if (wait !== null) {
    session.say(`The ${kind} mark is not set yet: ${wait}. Mark again as soon as it is done.`)
    return
  }
  session.tell({
    message: `The ${kind} mark is not set: the picture could not be brought to its frame.`,
    expected: rate
      ? `the picture of ${formatTimecode(place.frame, rate)}`
      : 'the picture of the marked frame',
    found: 'another frame on screen',
    remedy: 'Step to the frame with the arrow keys and mark again.',
  })
}

/** What is being made of a reel's film, before which its frames are not exact; null when nothing is. */
function preparingText({ films, work }: Session, { reel }: Place): string | null {
  const path = work.value?.documents.document.reels[reel]?.media?.path
  const preparing = path === undefined ? undefined : films.preparing.value.get(path)
  if (preparing?.remedy !== 'rewrap') return null
  return `the film is being rewrapped, ${Math.round(preparing.fraction * 100)} %`
}

function openLater({ number, spans }: Cue, document: ProductionDocument): Problem {
  const start = frameOf(spans[0]?.start ?? null)
  const since = start === null ? '' : formatTimecode(start, document.production.rate)
  return {
    message: `${number ? `Cue ${number}` : 'A cue'} is still open.`,
    expected: 'no open cue that starts at or after this frame',
    found: `one that is open since ${since}`,
    remedy: 'Go after its in and press O, or remove it; then mark in here.',
  }
}

function selectOpenCue(session: Session): void {
  const open = currentOpenCue(session)
  if (open) session.select([open.id])
}
