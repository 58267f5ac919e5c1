import { numbersText } from '../numbers/numbersText.ts'
import { projectionOf } from '../review/findings.ts'
import type { Session } from '../store/session.ts'
import { copyText } from '../ui/copyText.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import type { Command } from './command.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function copyNumbers(session: Session): void {
  const document = session.work.value?.documents.document
  const numbers = document && projectionOf(document).numbers
  if (!numbers) return
  if (copyText(numbersText(document.production, numbers))) session.say('The numbers are copied.')
  else
    session.tell({
      message: 'The numbers were not copied.',
      expected: 'the system to take text that was copied by a key or a press',
      found: 'that it refused',
      remedy: 'Put the keyboard into the numbers and press the key for Copy.',
    })
}

const group = 'View'

/** The minutes of music, and the cues that a bar of them leaves in the table. */
export const numbersCommands: readonly Command[] = [
  {
    id: 'view.numbers',
    label: 'Show the numbers',
    group,
    keys: ['Alt+Shift+KeyN'],
    when: hasWork,
    run: ({ moment }) => {
      moment.patch({ room: 'spot', panel: 'numbers' })
      focusWhenThere('[data-list="numbers"] [data-bar]')
    },
  },
  {
    id: 'numbers.clear',
    label: 'Show the cues of all bars again',
    group,
    keys: ['Alt+Shift+KeyC'],
    when: ({ moment }) => moment.value.bars.length > 0,
    run: ({ moment }) => moment.patch({ bars: [] }),
  },
  {
    id: 'numbers.copy',
    label: 'Copy the numbers as text',
    group,
    keys: [],
    when: hasWork,
    run: copyNumbers,
  },
]
