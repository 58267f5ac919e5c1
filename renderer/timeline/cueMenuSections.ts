/** The menu of a cue, besides its type, its diegesis and Remove: ids of commands under what they are about. */
export const cueMenuSections: readonly { readonly name: string; readonly commands: readonly string[] }[] = [
  {
    name: 'Look',
    commands: [
      'cue.title',
      'cue.goToIn',
      'cue.goToOut',
      'transport.loop',
      'transport.around',
      'view.fitSelection',
    ],
  },
  { name: 'Time', commands: ['cue.inToPlayhead', 'cue.outToPlayhead', 'cue.split'] },
]
