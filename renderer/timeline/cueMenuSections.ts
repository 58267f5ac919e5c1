import type { Command } from '../commands/command.ts'
import { commands } from '../commands/commands.ts'

/** Ids of commands under what they are about; those that are not in the table are left out. */
const wanted: readonly { readonly name: string; readonly ids: readonly string[] }[] = [
  {
    name: 'Look',
    ids: [
      'cue.title',
      'cue.goToIn',
      'cue.goToOut',
      'transport.loop',
      'transport.around',
      'view.fitSelection',
    ],
  },
  {
    name: 'Time',
    ids: [
      'cue.inToPlayhead',
      'cue.outToPlayhead',
      'cue.closeGapBefore',
      'cue.closeGapAfter',
      'cue.trimToSilence',
    ],
  },
  { name: 'Whole', ids: ['cue.split', 'cue.join', 'cue.duplicate'] },
]

/** The menu of a cue, besides its type, its diegesis and Remove. */
export const cueMenuSections: readonly { readonly name: string; readonly entries: readonly Command[] }[] =
  wanted.map(({ name, ids }) => ({
    name,
    entries: ids.flatMap((id) => commands.find((command) => command.id === id) ?? []),
  }))
