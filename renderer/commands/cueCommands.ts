import { retypeCues, setCueDiegesis } from '../../shared/edits/cueFieldEdits.ts'
import { nudgeCues } from '../../shared/edits/cueMoveEdits.ts'
import { openCueOf } from '../../shared/edits/cueSpans.ts'
import { removeCues, splitCue } from '../../shared/edits/cueStructureEdits.ts'
import { type Cue, cueTypes, diegeses } from '../../shared/model/cue.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { ActiveEdge } from '../store/moment.ts'
import { makeId, type Session } from '../store/session.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { diegesisNames, typeNames } from '../ui/words.ts'
import type { Command } from './command.ts'
import { cueExtent } from './cuePlaces.ts'
import { edgeToPlayhead, focusTitle, markIn, markOut } from './spotting.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function cuesOf({ work }: Session): readonly Cue[] {
  return work.value ? recordsOf(work.value.documents.document, 'cues') : []
}

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

function oneSelected({ moment, work }: Session): Cue | null {
  const [id, ...others] = moment.value.selection
  return id && others.length === 0 ? (work.value?.documents.document.cues[id] ?? null) : null
}

function toPlayhead(edge: 'in' | 'out'): Command['run'] {
  return (session) => {
    const cue = oneSelected(session)
    if (cue) edgeToPlayhead(session, cue.id, edge)
  }
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
    const part = edge === 'in' ? 'start' : edge === 'out' ? 'end' : 'cue'
    session.apply(nudgeCues(selection, part, by), `nudge ${part} ${selection.join(' ')}`)
  }
}

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

function hasSelection({ moment }: Session): boolean {
  return moment.value.selection.length > 0
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
    when: (session) => oneSelected(session) !== null,
    run: toPlayhead('in'),
  },
  {
    id: 'cue.outToPlayhead',
    label: 'Move the out of the cue to the playhead',
    group: 'Mark',
    keys: ['BracketRight'],
    when: (session) => oneSelected(session) !== null,
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
    run: (session) => {
      const edge = nextEdge[session.moment.value.edge]
      session.moment.patch({ edge })
      session.say(edge === 'both' ? 'Nudging the whole cue' : `Nudging the ${edge}`)
    },
  },
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
      when: hasSelection,
      run: nudge(by),
    }),
  ),
]

const typing: readonly Command[] = cueTypes.map((type, index) => ({
  id: `cue.type.${type}`,
  label: `Type: ${typeNames[type]}`,
  group: 'Cue',
  keys: [`Digit${index + 1}`],
  when: hasTarget,
  run: (session) => void session.apply(retypeCues(taggedCues(session), type)),
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
      focusTitle()
    },
  },
  {
    id: 'cue.split',
    label: 'Split the cue at the playhead',
    group: 'Cue',
    keys: ['$mod+b'],
    when: (session) => oneSelected(session) !== null,
    run: (session) => {
      const cue = oneSelected(session)
      const at = session.playhead.mark()
      if (cue && at) session.apply(splitCue(cue.id, { reel: at.reel, frame: at.frame }, makeId))
    },
  },
  {
    id: 'cue.remove',
    label: 'Remove the selected cues',
    group: 'Cue',
    keys: ['Delete', 'Backspace'],
    when: hasSelection,
    run: (session) => {
      const { selection } = session.moment.value
      if (session.apply(removeCues(selection))) {
        session.say(
          `${selection.length === 1 ? 'Cue' : `${selection.length} cues`} removed. Undo brings back what was there.`,
        )
      }
    },
  },
]
