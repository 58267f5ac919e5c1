import type { CueId } from '../../shared/model/ids.ts'
import { shownCues } from '../cues/shownCues.ts'
import type { Session } from '../store/session.ts'
import { cuesOf, documentOf, hasSelection, hasWork } from './chosen.ts'
import type { Command } from './command.ts'
import { cueExtent, cuesInOrder } from './cuePlaces.ts'
import { extended, inverted } from './cueSelections.ts'

function order(session: Session): readonly CueId[] {
  return cuesInOrder(session.timeline.axis.value, cuesOf(session)).map(({ id }) => id)
}

function selectFiltered(session: Session): void {
  const document = documentOf(session)
  if (!document) return
  const ordered = cuesInOrder(session.timeline.axis.value, cuesOf(session))
  const found = shownCues(document, ordered, session.moment.value)
  select(
    session,
    found.map(({ id }) => id),
  )
}

/** Selects the cues that begin at the playhead or later (1), or before it (−1). */
function selectFromHere(session: Session, direction: 1 | -1): void {
  const { axis, playhead } = session.timeline
  const found = cuesInOrder(axis.value, cuesOf(session)).filter((cue) => {
    const { start } = cueExtent(axis.value, cue)
    return start !== null && (direction > 0 ? start >= playhead : start < playhead)
  })
  select(
    session,
    found.map(({ id }) => id),
  )
}

function extend(session: Session, direction: 1 | -1): void {
  const { selection } = session.moment.value
  const next = extended(order(session), selection, direction)
  if (next === selection) return
  select(session, next)
  const cue = documentOf(session)?.cues[next.at(-1) ?? '']
  const start = cue && cueExtent(session.timeline.axis.value, cue).start
  if (start !== null && start !== undefined) session.timeline.reveal(start)
}

function select(session: Session, ids: readonly CueId[]): void {
  session.select(ids)
  const words =
    ids.length === 0 ? 'No cue' : ids.length === 1 ? '1 cue' : `${ids.length.toLocaleString()} cues`
  session.moment.patch({ announcement: `${words} selected` })
}

const group = 'Selection'

/** Which cues the other commands are about. */
export const selectionCommands: readonly Command[] = [
  {
    id: 'select.extendForward',
    label: 'Extend the selection to the next cue',
    group,
    keys: ['Alt+Shift+ArrowDown'],
    repeats: true,
    when: hasSelection,
    run: (session) => extend(session, 1),
  },
  {
    id: 'select.extendBack',
    label: 'Extend the selection to the previous cue',
    group,
    keys: ['Alt+Shift+ArrowUp'],
    repeats: true,
    when: hasSelection,
    run: (session) => extend(session, -1),
  },
  {
    id: 'select.toEnd',
    label: 'Select the cues from here to the end',
    group,
    keys: ['Shift+End'],
    when: hasWork,
    run: (session) => selectFromHere(session, 1),
  },
  {
    id: 'select.toStart',
    label: 'Select the cues from the start to here',
    group,
    keys: ['Shift+Home'],
    when: hasWork,
    run: (session) => selectFromHere(session, -1),
  },
  {
    id: 'select.filtered',
    label: 'Select the cues that the filter shows',
    group,
    keys: ['Alt+Shift+KeyA'],
    when: hasWork,
    run: selectFiltered,
  },
  {
    id: 'select.invert',
    label: 'Invert the selection',
    group,
    keys: ['Alt+KeyI'],
    when: hasWork,
    run: (session) => select(session, inverted(order(session), session.moment.value.selection)),
  },
  {
    id: 'select.none',
    label: 'Select nothing',
    group,
    keys: ['$mod+Shift+a'],
    when: hasWork,
    run: (session) => select(session, []),
  },
]
