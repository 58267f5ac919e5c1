import type { Place } from '../../shared/edits/cueSpans.ts'
import { type MarkedEdge, shiftMarks, shiftRoom } from '../../shared/edits/markShiftEdits.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { framesText, reactionFrames } from '../player/reaction.ts'
import type { ProvisionalMark } from '../store/moment.ts'
import type { OpenWork, Session } from '../store/session.ts'

/** Which edge of the music a mark is about. */
export type MarkKind = ProvisionalMark['kind']

/** The frame that was on screen when a key went down, on its way to become a mark. */
export type TakenMark = {
  readonly place: Place
  /** Whether the picture proves the frame, or will. */
  readonly isShown: true | Promise<boolean>
  readonly work: OpenWork | null
  /** Frames that an in or out marked here is shifted by for reaction time. */
  readonly shifts: Readonly<Record<MarkKind, number>>
}

/** What a mark has set. */
export type Marked = { readonly kind: MarkKind; readonly edges: readonly MarkedEdge[] }

/** Takes the frame on screen at this moment; says so and gives null where there is none. */
export function takeMark(session: Session): TakenMark | null {
  const at = session.playhead.mark()
  if (!at) {
    session.say('Open a film first: there is no picture to mark.')
    return null
  }
  const place: Place = { reel: at.reel, frame: at.frame }
  const shifts = { in: shiftAt(session, 'in', place), out: shiftAt(session, 'out', place) }
  // Begun at once, so that the picture is on its way while marks before this one still wait for theirs.
  return { place, isShown: at.verified || session.playhead.verify(place), work: session.work.value, shifts }
}

/**
 * Commits a taken mark as soon as every mark before it is done and its picture is proved, then shifts it for reaction
 * time as an edit of its own. `kind` is what to call it until then.
 */
export function commitMark(
  session: Session,
  kind: MarkKind,
  taken: TakenMark,
  commit: (place: Place) => Marked | null,
): void {
  session.marks.add(() => {
    if (session.work.value !== taken.work) return undefined
    if (taken.isShown !== true) return markWhenShown(session, kind, taken, taken.isShown, commit)
    setMark(session, taken, commit)
    return undefined
  })
}

/** Frames by which a mark at a place is shifted: what goes by in the reaction time, as far as it has been played without a jump. */
function shiftAt({ playhead, settings, work }: Session, kind: MarkKind, place: Place): number {
  const from = playhead.playedFrom
  const rate = work.value?.documents.document.production.rate
  if (!rate || from?.reel !== place.reel) return 0
  const reaction = kind === 'in' ? settings.value.reactionIn : settings.value.reactionOut
  const passed = reactionFrames(reaction, rate, playhead.state.value.speed)
  return Math.max(0, Math.min(passed, place.frame - from.frame))
}

function setMark(
  session: Session,
  { place, shifts }: TakenMark,
  commit: (place: Place) => Marked | null,
): void {
  const marked = commit(place)
  const document = session.work.value?.documents.document
  if (!marked || !document) return
  const by = marked.edges.length === 0 ? 0 : shiftRoom(document, marked.edges, shifts[marked.kind])
  const isShifted = by > 0 && session.apply(shiftMarks(marked.edges, by))
  const name = `${marked.kind === 'in' ? 'In' : 'Out'} ${formatTimecode(place.frame, document.production.rate)}`
  const announcement = isShifted ? `${name}, ${framesText(by)} earlier` : name
  session.moment.patch({ announcement })
}

async function markWhenShown(
  session: Session,
  kind: MarkKind,
  taken: TakenMark,
  isShown: Promise<boolean>,
  commit: (place: Place) => Marked | null,
): Promise<void> {
  const { place, work } = taken
  session.moment.patch({ provisional: { kind, place, state: 'verifying' } })
  const isProven = await isShown
  if (session.work.value !== work) return
  if (isProven) {
    session.moment.patch({ provisional: null })
    setMark(session, taken, commit)
    return
  }
  session.moment.patch({ provisional: { kind, place, state: 'unverified' } })
  const rate = work?.documents.document.production.rate
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
