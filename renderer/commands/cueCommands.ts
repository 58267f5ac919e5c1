import { setCueEdges } from '../../shared/edits/cueEdgeEdits.ts'
import { retypeCues, setCueDiegesis } from '../../shared/edits/cueFieldEdits.ts'
import { nudgeCues } from '../../shared/edits/cueMoveEdits.ts'
import { openCueOf } from '../../shared/edits/cueSpans.ts'
import { canSplit, removeCues, splitCue, splitCues } from '../../shared/edits/cueStructureEdits.ts'
import { moveNotes } from '../../shared/edits/noteEdits.ts'
import { borderLimits, moveSegmentBorder } from '../../shared/edits/segmentBorderEdits.ts'
import { type Cue, type CueType, cueTypes, diegeses } from '../../shared/model/cue.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Segment } from '../../shared/model/production.ts'
import { addFrames, frames } from '../../shared/time/frames.ts'
import type { ActiveEdge } from '../store/moment.ts'
import { makeId, type Session } from '../store/session.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { diegesisNames, typeNames } from '../ui/words.ts'
import { atShownFrame } from './atPlayhead.ts'
import {
  applyOrSay,
  cuesOf,
  documentOf,
  hasSelection,
  hasWork,
  oneSelected,
  selectedCues,
  selectedNote,
  selectedSegment,
} from './chosen.ts'
import type { Command } from './command.ts'
import { cueExtent } from './cuePlaces.ts'
import { removeNote } from './noteCommands.ts'
import { removeSegment } from './segmentCommands.ts'
import { edgeToPlayhead, markIn, markOut } from './spotting.ts'
import { typeKey, typeKeysMark } from './typeMarks.ts'

/** The cues that a tagging key is about: the selection, else the open cue. */
function taggedCues(session: Session): readonly CueId[] {
  const { selection } = session.moment.value
  if (selection.length > 0) return selection
  const open = session.work.value && openCueOf(session.work.value.documents.document)
  return open ? [open.id] : []
}

function hasTarget(session: Session): boolean {
  return taggedCues(session).length > 0
}

function toPlayhead(edge: 'in' | 'out'): Command['run'] {
  return (session) => {
    const { selection } = session.moment.value
    const [only, ...others] = selection
    if (only && others.length === 0) edgeToPlayhead(session, only, edge)
    else edgesToPlayhead(session, selection, edge)
  }
}

/** Puts the same edge of several cues to the frame on screen, as one edit. */
function edgesToPlayhead(session: Session, ids: readonly CueId[], edge: 'in' | 'out'): void {
  atShownFrame(session, `The ${edge}s are not set`, (place) => {
    const isAfter = edge === 'out' && session.settings.value.outIncludesShownFrame
    const frame = addFrames(place.frame, isAfter ? 1 : 0)
    session.apply(setCueEdges(ids, edge === 'in' ? 'start' : 'end', { ...place, frame }))
  })
}

function goToEdge(edge: 'start' | 'end'): Command['run'] {
  return (session) => {
    const cue = oneSelected(session)
    const at = cue && cueExtent(session.timeline.axis.value, cue)[edge]
    if (at !== null && at !== undefined) session.playhead.goToAxisFrame(at)
  }
}

function nudge(by: number): Command['run'] {
  return (session) => {
    const { selection, edge } = session.moment.value
    const [note, segment] = [selectedNote(session), selectedSegment(session)]
    const part = edge === 'in' ? 'start' : edge === 'out' ? 'end' : 'cue'
    if (note) applyOrSay(session, moveNotes([note.id], by), atTheEnd, `nudge ${note.id}`)
    else if (segment) {
      nudgeBorder(session, segment, by)
    } else {
      const key = `nudge ${part} ${selection.join(' ')}`
      applyOrSay(session, nudgeCues(selection, part, by), atTheEnd, key)
    }
  }
}

/** Moves where a segment begins, with the segment that ends there. */
function nudgeBorder(session: Session, segment: Segment, by: number): void {
  const document = documentOf(session)
  if (!document) return
  const { least, most } = borderLimits(document, segment, 'start')
  const frame = frames(Math.min(most, Math.max(least, segment.start + by)))
  applyOrSay(session, moveSegmentBorder(segment.id, 'start', frame), atTheEnd, `nudge ${segment.id}`)
}

const atTheEnd = 'This is as far as it goes.'

function selectUnderPlayhead(session: Session): void {
  const { axis, playhead } = session.timeline
  const { work } = session
  const { entries } = cueOrder(work.value?.documents.document ?? { cues: {} }, axis.value)
  const under = entries.filter(({ start, end }) => start <= playhead && playhead < end).map(({ cue }) => cue)
  const current = under.findIndex((cue) => session.moment.value.selection.includes(cue.id))
  const next = under[(current + 1) % Math.max(1, under.length)]
  if (next) session.select([next.id])
}

const nextEdge: Readonly<Record<ActiveEdge, ActiveEdge>> = { both: 'in', in: 'out', out: 'both' }

/** Whether a cue, a note or a segment is selected. */
function hasChosen(session: Session): boolean {
  return hasSelection(session) || selectedNote(session) !== null || selectedSegment(session) !== null
}

const edgesChosen: Readonly<Record<ActiveEdge, string>> = {
  both: 'Nudging the whole cue',
  in: 'Nudging the in',
  out: 'Nudging the out',
}

function chooseEdge(session: Session, edge: ActiveEdge): void {
  session.moment.patch({ edge })
  session.say(edgesChosen[edge])
}

/** Splits the selected cues at the frame on screen; without a selection, all that lie there. */
function split(session: Session): void {
  const { selection } = session.moment.value
  atShownFrame(session, 'The cue is not split', (place) => {
    const chosen = selection.length > 0 ? selectedCues(session) : cuesOf(session)
    const there = chosen.filter((cue) => canSplit(cue, place))
    if (there.length > 0) session.apply(splitCues(idsOf(there), place, makeId))
    else if (chosen[0] && selection.length > 0) session.apply(splitCue(chosen[0].id, place, makeId))
    else session.say('No cue lies here that could be split.')
  })
}

function idsOf(cues: readonly Cue[]): readonly CueId[] {
  return cues.map(({ id }) => id)
}

function remove(session: Session): void {
  const { selection } = session.moment.value
  if (selectedNote(session)) removeNote(session)
  else if (selectedSegment(session)) removeSegment(session)
  else if (session.apply(removeCues(selection))) {
    session.say(
      `${selection.length === 1 ? 'Cue' : `${selection.length} cues`} removed. Undo brings back what was there.`,
    )
  }
}

const marking: readonly Command[] = [
  {
    id: 'cue.markIn',
    label: 'Mark in: music starts here',
    group: 'Mark',
    keys: ['KeyI'],
    when: hasWork,
    run: markIn,
  },
  {
    id: 'cue.markOut',
    label: 'Mark out: music has ended here',
    group: 'Mark',
    keys: ['KeyO'],
    when: hasWork,
    run: markOut,
  },
  {
    id: 'cue.inToPlayhead',
    label: 'Move the in of the cue to the playhead',
    group: 'Mark',
    keys: ['BracketLeft'],
    when: hasSelection,
    run: toPlayhead('in'),
  },
  {
    id: 'cue.outToPlayhead',
    label: 'Move the out of the cue to the playhead',
    group: 'Mark',
    keys: ['BracketRight'],
    when: hasSelection,
    run: toPlayhead('out'),
  },
  {
    id: 'cue.goToIn',
    label: 'Go to the in of the cue',
    group: 'Mark',
    keys: ['Shift+KeyI', 'q'],
    run: goToEdge('start'),
  },
  {
    id: 'cue.goToOut',
    label: 'Go to the out of the cue',
    group: 'Mark',
    keys: ['Shift+KeyO', 'w'],
    run: goToEdge('end'),
  },
  {
    id: 'cue.activeEdge',
    label: 'Nudge the in, the out or both',
    group: 'Mark',
    keys: ['e'],
    when: hasSelection,
    run: (session) => chooseEdge(session, nextEdge[session.moment.value.edge]),
  },
  ...(
    [
      { edge: 'both', label: 'Nudge the whole cue (slip)' },
      { edge: 'in', label: 'Nudge the in' },
      { edge: 'out', label: 'Nudge the out' },
    ] as const
  ).map(
    ({ edge, label }): Command => ({
      id: `cue.activeEdge.${edge}`,
      label,
      group: 'Mark',
      keys: [],
      when: hasSelection,
      run: (session) => chooseEdge(session, edge),
    }),
  ),
  ...[
    { label: 'one frame earlier', keys: 'Comma', by: -1 },
    { label: 'one frame later', keys: 'Period', by: 1 },
    { label: 'ten frames earlier', keys: 'Shift+Comma', by: -10 },
    { label: 'ten frames later', keys: 'Shift+Period', by: 10 },
  ].map(
    ({ label, keys, by }): Command => ({
      id: `cue.nudge${by}`,
      label: `Nudge ${label}`,
      group: 'Mark',
      keys: [keys],
      repeats: true,
      when: hasChosen,
      run: nudge(by),
    }),
  ),
]

function tagType(type: CueType): Command['run'] {
  return (session) => void session.apply(retypeCues(taggedCues(session), type))
}

const typing: readonly Command[] = cueTypes.map((type, index) => ({
  id: `cue.type.${type}`,
  label: `Type: ${typeNames[type]}`,
  group: 'Cue',
  keys: [`Digit${index + 1}`],
  when: (session) => hasTarget(session) || typeKeysMark(session),
  run: tagType(type),
  hold: typeKey(type, tagType(type)),
}))

const hearing: readonly Command[] = diegeses.map((diegesis, index) => ({
  id: `cue.diegesis.${diegesis}`,
  label: `Diegesis: ${diegesisNames[diegesis]}`,
  group: 'Cue',
  keys: [`Shift+Digit${index + 1}`],
  when: hasTarget,
  run: (session) => void session.apply(setCueDiegesis(taggedCues(session), diegesis)),
}))

/** Marking, tagging and changing cues. */
export const cueCommands: readonly Command[] = [
  ...marking,
  ...typing,
  ...hearing,
  {
    id: 'cue.select',
    label: 'Select the cue under the playhead',
    group: 'Cue',
    keys: ['d'],
    when: hasWork,
    run: selectUnderPlayhead,
  },
  {
    id: 'cue.selectAll',
    label: 'Select all cues',
    group: 'Cue',
    keys: ['$mod+a'],
    when: hasWork,
    run: (session) => session.select(cuesOf(session).map((cue) => cue.id)),
  },
  {
    id: 'cue.title',
    label: 'Type the title of the cue',
    group: 'Cue',
    keys: ['Enter'],
    when: hasWork,
    run: (session) => {
      if (!hasSelection(session)) selectUnderPlayhead(session)
      session.typeTitle()
    },
  },
  {
    id: 'cue.split',
    label: 'Split at the playhead',
    group: 'Cue',
    keys: ['$mod+b'],
    when: hasWork,
    run: split,
  },
  {
    id: 'cue.remove',
    label: 'Remove what is selected',
    group: 'Cue',
    keys: ['Delete', 'Backspace'],
    when: hasChosen,
    run: remove,
  },
]
