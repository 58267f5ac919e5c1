import { joinEdits } from '../../shared/edits/edit.ts'
import { addLicence, renewLicence, setLicenceStatus } from '../../shared/edits/licenceEdits.ts'
import type { LicenceId } from '../../shared/model/ids.ts'
import type { LicenceStatus } from '../../shared/model/licence.ts'
import { isEnded } from '../../shared/model/licenceStatus.ts'
import { today } from '../licensing/today.ts'
import { makeId, type Session } from '../store/session.ts'
import { statusNames } from '../ui/words.ts'
import type { RightsCard, RightsColumn } from './rightsCards.ts'

/**
 * Brings a card into a column, dated today; what the order of things forbids is told in words. A paper that is needed becomes a
 * licence; one that was denied or has expired and is asked for anew becomes a new record, and the former stays.
 */
export function moveCard(session: Session, card: RightsCard, column: RightsColumn): boolean {
  if (column === card.column) return false
  if (column === 'missing') {
    session.tell({
      message: `${who(card)} has been asked already.`,
      expected: 'a status that a licence can have',
      found: 'the column of papers that nobody has asked for',
      remedy: 'Undo the step that was wrong, or remove the licence in its editor.',
    })
    return false
  }
  const done = card.licences.length === 0 ? startLicence(session, card, column) : step(session, card, column)
  if (done) session.say(`${who(card)}: ${statusNames[column].toLowerCase()}, ${today()}.`)
  return done
}

function step(session: Session, card: RightsCard, column: LicenceStatus): boolean {
  const [first] = card.licences
  const recorded = { day: today(), author: author(session) }
  if (first && column === 'toRequest' && isEnded(first.status)) {
    const edits = card.licences.map(({ id }) => renewLicence(id, {}, recorded, makeId))
    return session.apply(joinEdits('Ask anew for licence', edits))
  }
  const ids = card.licences.filter(({ status }) => status !== column).map(({ id }) => id)
  return session.apply(setLicenceStatus(ids, column, recorded.day, recorded.author))
}

/** Makes the licence that a needed paper asks for, and opens it. */
export function startLicence(session: Session, card: RightsCard, status: LicenceStatus): boolean {
  const id: LicenceId = makeId<'licences'>()
  const { kind, cues, holder, share, sides } = card
  const fields = { licensor: holder, grants: [...sides], ...(share === null ? {} : { share }) }
  const edits = [addLicence(kind, cues, fields, () => id as never)]
  if (status !== 'toRequest') edits.push(setLicenceStatus([id], status, today(), author(session)))
  const done = session.apply(joinEdits('Start licence', edits))
  if (done) session.moment.patch({ negotiation: { licence: id } })
  return done
}

/** Whoever prepares the sheet is taken to be at the keyboard. */
export function author(session: Session): string {
  return session.work.value?.documents.document.production.preparedBy ?? ''
}

function who({ holder, paper, title }: RightsCard): string {
  return `${paper}${holder ? ` from ${holder}` : ''} for “${title}”`
}
