import type { Room } from '../../shared/ipc/keptView.ts'
import type { Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import type { Command, CommandGroup } from './command.ts'

/** What the places are called. */
export const roomNames: Readonly<Record<Room, string>> = {
  spot: 'Spot',
  rights: 'Rights',
  deliver: 'Deliver',
}

/** Headings whose commands work on cues that only the place Spot shows. */
const spottingGroups: readonly CommandGroup[] = ['Mark', 'Cue', 'Selection', 'Note', 'Segment']

/** Whether a command marks or describes cues, so that its key rests in the other places. */
export function isSpotting({ group }: Command): boolean {
  return spottingGroups.includes(group)
}

/** Shows a place and puts the keyboard where its work begins. */
function show(room: Room): Command['run'] {
  return (session) => {
    if (session.moment.value.room === room) return focusRoom(room)
    session.moment.patch({ room, announcement: roomNames[room] })
    if (room === 'deliver') session.playhead.play(0)
    focusRoom(room)
  }
}

/** In Spot the keys of the window mark, so that no control has the keyboard there. */
function focusRoom(room: Room): void {
  if (room === 'spot' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
  if (room !== 'spot')
    focusWhenThere(`[data-room="${room}"] :is([data-room-start] [tabindex="0"], [data-card][tabindex="0"])`)
}

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

/** The three places of the window. */
export const roomCommands: readonly Command[] = [
  {
    id: 'room.spot',
    label: 'Spot: picture, timeline and cues',
    group: 'View',
    keys: ['$mod+Digit1'],
    when: hasWork,
    run: show('spot'),
  },
  {
    id: 'room.rights',
    label: 'Rights: licences, money and what blocks delivery',
    group: 'View',
    keys: ['$mod+Digit2'],
    when: hasWork,
    run: show('rights'),
  },
  {
    id: 'room.deliver',
    label: 'Deliver: what is handed over',
    group: 'View',
    keys: ['$mod+Digit3'],
    when: hasWork,
    run: show('deliver'),
  },
]
