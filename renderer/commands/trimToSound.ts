import { type TrimmedCue, trimCues } from '../../shared/edits/cueEdgeEdits.ts'
import { frameOf, lastSpan, type Place, spansOf } from '../../shared/edits/cueSpans.ts'
import { unreadableCue } from '../../shared/edits/moveLimits.ts'
import type { Cue, Span } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ColumnRange } from '../../shared/peaks/peakColumns.ts'
import { columnAtFrame } from '../../shared/peaks/peaks.ts'
import { framesHolding, type SoundThreshold, soundBounds } from '../../shared/peaks/soundBounds.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { applyOrSay, documentOf, selectedCues } from './chosen.ts'

/** Peaks are kept in 127 steps; whatever is louder than the lowest half of the first of them is sound. */
const threshold: SoundThreshold = { decibels: -45, holdSeconds: 0.2 }

/** Moves the ins of the selected cues on to where sound begins, and their outs back to where it ends. */
export function trimToSound(session: Session): void {
  const document = documentOf(session)
  if (!document) return
  const trimmed: TrimmedCue[] = []
  for (const cue of selectedCues(session)) {
    const found = soundOf(session, document, cue)
    if (!found.ok) {
      session.tell(found.problem)
      return
    }
    trimmed.push({ id: cue.id, ...found.value })
  }
  const before = trimmed.length
  if (applyOrSay(session, trimCues(trimmed), 'There is no silence at the edges to trim.')) {
    session.say(
      before === 1 ? 'Trimmed to where the sound is.' : `${before} cues trimmed to where the sound is.`,
    )
  }
}

type Edges = { readonly start: Place; readonly end: Place }

function soundOf(session: Session, document: ProductionDocument, cue: Cue): Result<Edges> {
  const spans = spansOf(cue)
  const opening = soundWithin(session, document, cue, spans[0])
  if (!opening.ok) return opening
  const last = lastSpan(spans)
  const closing = last === spans[0] ? opening : soundWithin(session, document, cue, last)
  if (!closing.ok) return closing
  return ok({
    start: { reel: spans[0].reel, frame: opening.value.start },
    end: { reel: last.reel, frame: closing.value.end },
  })
}

/** The frames of a span that hold its sound, of the stream that is shown. */
function soundWithin(
  { peaks, transport }: Session,
  document: ProductionDocument,
  cue: Cue,
  span: Span,
): Result<{ readonly start: Frames; readonly end: Frames }> {
  const [start, end] = [frameOf(span.start), frameOf(span.end)]
  if (start === null || end === null) return refuse(unreadableCue(cue))
  const media = document.reels[span.reel]?.media
  if (!media?.hasSound) return refuse(withoutSound(document.reels[span.reel]?.label ?? ''))
  const columns = peaks.of(media.path)?.levels[0]
  if (!columns) return refuse(notAnalysed(cue))
  const { rate } = document.production
  const { pictureStart } = transport
  const columnOf = (frame: number) => columnAtFrame(frame - media.startFrame, rate, pictureStart)
  const range: ColumnRange = { start: Math.ceil(columnOf(start)), end: Math.floor(columnOf(end)) }
  const bounds = soundBounds(columns, range, threshold)
  if (bounds === 'missing') return refuse(notAnalysed(cue))
  if (bounds === 'silent') return refuse(onlySilence(cue))
  const held = framesHolding(bounds, rate, pictureStart)
  return ok({
    start: frames(Math.max(start, held.start + media.startFrame)),
    end: frames(Math.min(end, held.end + media.startFrame)),
  })
}

function nameOf({ number }: Cue): string {
  return number === '' ? 'this cue' : `cue ${number}`
}

function notAnalysed(cue: Cue): Problem {
  return {
    message: `The sound of ${nameOf(cue)} is not analysed yet.`,
    expected: 'a waveform that is drawn solid at both edges of the cue',
    found: 'one that is faint or hatched there',
    remedy: 'Wait until it is drawn, or choose “Read the sound of this film to its end”; then trim again.',
  }
}

function onlySilence(cue: Cue): Problem {
  return {
    message: `There is no sound in ${nameOf(cue)} to trim to.`,
    expected: 'sound for at least a fifth of a second',
    found: 'silence from in to out',
    remedy: 'Listen to another sound stream, or move its edges by hand.',
  }
}

function withoutSound(label: string): Problem {
  return {
    message: `${label === '' ? 'This reel' : `The reel “${label}”`} has no film with sound.`,
    expected: 'a film with sound attached to the reel',
    found: 'none',
    remedy: 'Attach the film, or move the edges by hand.',
  }
}
