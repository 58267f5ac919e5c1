import type { OfferedFix } from '../../shared/fixes/fix.ts'
import { fixesOf, hasFixes } from '../../shared/fixes/fixesOf.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { makeId, type Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import type { Command } from './command.ts'
import { currentFinding, goToField, neighbourFinding } from './findingHops.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

/** The fixes that fit a finding as the document and the playhead are now. */
export function offeredFixes(session: Session, finding: Finding): readonly OfferedFix[] {
  const document = session.work.value?.documents.document
  if (!document || !hasFixes(finding.rule)) return []
  return fixesOf(finding, { document, makeId, place: session.playhead.place })
}

/** Applies a fix, and says what was done. */
export function applyFix(session: Session, fix: OfferedFix): void {
  if (session.apply(fix.edit)) session.say(`Done: ${fix.label}.`)
}

function fixCurrent(session: Session): void {
  const finding = currentFinding(session)
  const [fix] = finding ? offeredFixes(session, finding) : []
  if (fix) applyFix(session, fix)
  else session.say(finding ? 'This has no quick fix. Enter goes to the field.' : 'No problem is selected.')
}

/** Opens a dialog about the finding that the keys work on. */
function ask(dialog: 'ignore' | 'fixAll'): Command['run'] {
  return (session) => {
    const finding = currentFinding(session)
    if (!finding) session.say('No problem is selected.')
    else if (dialog === 'fixAll' && offeredFixes(session, finding).length === 0)
      session.say('This has no quick fix. Enter goes to the field.')
    else session.moment.patch({ finding, dialog })
  }
}

function goToNeighbour(direction: 1 | -1): Command['run'] {
  return (session) => {
    const finding = neighbourFinding(session, direction)
    if (finding) goToField(session, finding)
    else session.say('Nothing is wrong.')
  }
}

/** Shows the list of findings, or of those that are ignored, and puts the keyboard into it. */
function show(showsIgnored: boolean): Command['run'] {
  return ({ moment }) => {
    moment.patch({ room: 'spot', panel: 'review', showsIgnored })
    focusWhenThere('[data-list="review"] [tabindex="0"]')
  }
}

const group = 'View'

/** What is wrong or missing, and what is done about it. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'view.review',
    label: 'Show the review',
    group,
    keys: ['Alt+KeyR'],
    when: hasWork,
    run: show(false),
  },
  {
    id: 'review.ignored',
    label: 'Show the ignored findings',
    group,
    keys: ['Alt+Shift+KeyR'],
    when: hasWork,
    run: show(true),
  },
  {
    id: 'review.nextField',
    label: 'Type into the field of the next problem',
    group,
    keys: ['F8'],
    when: hasWork,
    run: goToNeighbour(1),
  },
  {
    id: 'review.previousField',
    label: 'Type into the field of the previous problem',
    group,
    keys: ['Shift+F8'],
    when: hasWork,
    run: goToNeighbour(-1),
  },
  {
    id: 'review.fix',
    label: 'Fix this problem',
    group,
    keys: ['$mod+Period'],
    when: hasWork,
    run: fixCurrent,
  },
  {
    id: 'review.fixAll',
    label: 'Fix all problems of this kind…',
    group,
    keys: ['$mod+Shift+Period'],
    when: hasWork,
    run: ask('fixAll'),
  },
  {
    id: 'review.ignore',
    label: 'Ignore this finding…',
    group,
    keys: ['Alt+KeyX'],
    when: hasWork,
    run: ask('ignore'),
  },
]
