import { beginSegment, mergeSegment, setSegmentKind } from '../../shared/edits/segmentDivision.ts'
import { makeId, type Session } from '../store/session.ts'
import { atShownFrame } from './atPlayhead.ts'
import { currentSegment, documentOf, hasWork, selectedSegment, selectSegment } from './chosen.ts'
import type { Command } from './command.ts'
import { hopToBorder } from './pointHops.ts'

function begin(session: Session): void {
  atShownFrame(session, 'The segment is not begun', (place) => {
    const before = documentOf(session)?.segments ?? {}
    if (!session.apply(beginSegment(place, makeId))) return
    const begun = Object.values(documentOf(session)?.segments ?? {}).find(
      ({ id, reel, start }) => !Object.hasOwn(before, id) && reel === place.reel && start === place.frame,
    )
    if (!begun) return
    selectSegment(session, begun.id)
    session.say(`${begun.label} begins here.`)
  })
}

function toggleBreak(session: Session): void {
  const segment = currentSegment(session)
  if (!segment) return
  const kind = segment.kind === 'break' ? 'content' : 'break'
  if (!session.apply(setSegmentKind(segment.id, kind))) return
  selectSegment(session, segment.id)
  const label = documentOf(session)?.segments[segment.id]?.label ?? ''
  session.say(
    kind === 'break' ? `${label} is a break now, and does not count as show.` : `${label} counts as show.`,
  )
}

/** Removes the selected segment, else the one under the playhead, and says what takes its place. */
export function removeSegment(session: Session): void {
  const segment = currentSegment(session)
  if (!segment || !session.apply(mergeSegment(segment.id))) return
  const taken = Object.values(documentOf(session)?.segments ?? {}).find(
    ({ reel, start, end }) => reel === segment.reel && start <= segment.start && segment.end <= end,
  )
  session.say(
    taken
      ? `${segment.label || 'Segment'} removed; ${taken.label || 'its neighbour'} takes its place.`
      : `${segment.label || 'Segment'} removed.`,
  )
}

function openDialog(session: Session): void {
  const segment = currentSegment(session)
  if (!segment) return
  if (segment !== selectedSegment(session)) selectSegment(session, segment.id)
  session.moment.patch({ dialog: 'segment' })
}

function hasSegment(session: Session): boolean {
  return currentSegment(session) !== null
}

const group = 'Segment'

/** Acts and breaks. */
export const segmentCommands: readonly Command[] = [
  {
    id: 'segment.begin',
    label: 'Begin an act or segment at the playhead',
    group,
    keys: ['$mod+Shift+b'],
    when: hasWork,
    run: begin,
  },
  {
    id: 'segment.break',
    label: 'Make the segment a break, or an act again',
    group,
    keys: ['Alt+KeyB'],
    when: hasSegment,
    run: toggleBreak,
  },
  {
    id: 'segment.rename',
    label: 'Name and kind of the segment…',
    group,
    keys: ['Alt+KeyS'],
    when: hasSegment,
    run: openDialog,
  },
  {
    id: 'segment.remove',
    label: 'Remove the segment',
    group,
    keys: [],
    when: hasSegment,
    run: removeSegment,
  },
  {
    id: 'segment.previous',
    label: 'Go to the previous segment border',
    group,
    keys: ['$mod+ArrowUp'],
    repeats: true,
    when: hasWork,
    run: (session) => hopToBorder(session, -1),
  },
  {
    id: 'segment.next',
    label: 'Go to the next segment border',
    group,
    keys: ['$mod+ArrowDown'],
    repeats: true,
    when: hasWork,
    run: (session) => hopToBorder(session, 1),
  },
]
