import { useMemo, useState } from 'react'
import { joinEdits } from '../../shared/edits/edit.ts'
import { addLicence, markRequested } from '../../shared/edits/licenceEdits.ts'
import { type LetterTemplate, usualLetter } from '../../shared/licensing/letterTemplate.ts'
import { mailFile } from '../../shared/licensing/mailDraft.ts'
import { type RequestLetter, requestLetters } from '../../shared/licensing/requestLetter.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { buildProgramme } from '../../shared/sheet/programme.ts'
import { request } from '../ipc.ts'
import { today } from '../licensing/today.ts'
import { useDocument } from '../review/useDocument.ts'
import { makeId, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { LetterWording } from './LetterWording.tsx'
import { author } from './moveCard.ts'
import styles from './RightsDialogs.module.css'
import { type Rights, rightsOf } from './rights.ts'
import type { RightsCard } from './rightsCards.ts'

/** Letters to those who have not been asked yet, one for each holder. Sending them is the user's. */
export function LetterDialog() {
  const session = useSession()
  const document = useDocument()
  const template = useStore(session.settings, (settings) => settings.requestLetter) ?? usualLetter
  const [isWording, setWording] = useState(false)
  const letters = useMemo(
    () => (document ? lettersOf(rightsOf(document), template) : []),
    [document, template],
  )
  if (!document) return null
  const needed = rightsOf(document).cards.filter(
    ({ licences, holder }) => licences.length === 0 && holder !== '',
  )
  return (
    <Dialog title="Licence requests" subtitle="Needledrop sends nothing" size="large">
      {isWording ? (
        <LetterWording template={template} onDone={() => setWording(false)} />
      ) : (
        <Letters letters={letters} needed={needed} onWording={() => setWording(true)} />
      )}
    </Dialog>
  )
}

function lettersOf({ document, uses }: Rights, template: LetterTemplate): readonly RequestLetter[] {
  const wanted = recordsOf(document, 'licences')
    .filter(({ status }) => status === 'toRequest')
    .map(({ id }) => id)
  const { preparedBy, preparedByEmail } = document.production
  const sender = { name: preparedBy, email: preparedByEmail, today: today() }
  return requestLetters(wanted, uses, buildProgramme(document), document, template, sender)
}

type LettersProps = {
  readonly letters: readonly RequestLetter[]
  /** Papers that somebody is known to hold and that no licence stands for yet. */
  readonly needed: readonly RightsCard[]
  readonly onWording: () => void
}

function Letters({ letters, needed, onWording }: LettersProps) {
  const session = useSession()
  const [at, setAt] = useState(0)
  const letter = letters[Math.min(at, letters.length - 1)]
  return (
    <>
      <div className={styles.split}>
        <div className={styles.side}>
          <h3>To</h3>
          {letters.map(({ holder, cues, licences }, index) => (
            <button
              key={licences.join(' ')}
              type="button"
              className={styles.option}
              aria-pressed={letters[index] === letter}
              onClick={() => setAt(index)}
            >
              <b>{holder || 'Nobody named yet'}</b>
              <span>{cues.length === 1 ? '1 cue' : `${cues.length} cues`}</span>
            </button>
          ))}
          {letters.length === 0 ? (
            <p className={styles.note}>Everybody with a licence has been asked.</p>
          ) : null}
          {needed.length > 0 ? (
            <>
              <h3>Needed, and no licence yet</h3>
              {needed.slice(0, 12).map(({ key, holder, paper, title }) => (
                <p key={key} className={styles.note}>
                  {holder}: {paper.toLowerCase()}, {title}
                </p>
              ))}
              <div>
                <Button
                  label={needed.length === 1 ? 'Start this licence' : `Start these ${needed.length} licences`}
                  onPress={() => startAll(session, needed)}
                />
              </div>
            </>
          ) : null}
        </div>
        <div className={styles.main}>
          {letter ? (
            <>
              <p>
                <b>{letter.subject}</b>
              </p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
              <section className={styles.letter} aria-label="Letter" tabIndex={0}>
                {letter.body}
              </section>
            </>
          ) : (
            <p className={styles.note}>Give a licence the status “To request”: its letter stands here.</p>
          )}
        </div>
      </div>
      <DialogActions note={letter && letter.to === '' ? 'No e-mail address is entered as contact.' : ''}>
        <Button label="Wording…" onPress={onWording} />
        <Button label="Copy text" isDisabled={!letter} onPress={() => letter && copy(session, letter)} />
        <Button
          label="Save mail draft…"
          isDisabled={!letter}
          onPress={() => letter && void draft(session, letter)}
        />
        <Button
          kind="primary"
          label="Mark as requested"
          isDisabled={!letter}
          onPress={() => letter && mark(session, letter)}
        />
      </DialogActions>
    </>
  )
}

function startAll(session: Session, needed: readonly RightsCard[]): void {
  const edits = needed.map(({ kind, cues, holder, sides, share }) =>
    addLicence(
      kind,
      cues,
      { licensor: holder, grants: [...sides], ...(share === null ? {} : { share }) },
      makeId,
    ),
  )
  session.apply(joinEdits(edits.length === 1 ? 'Start licence' : `Start ${edits.length} licences`, edits))
}

function copy(session: Session, { subject, body }: RequestLetter): void {
  if (copyText(`${subject}\n\n${body}`)) session.say('Copied the letter.')
  else
    session.tell({
      message: 'The letter was not copied.',
      expected: 'the system to take text that was copied by a press',
      found: 'that it refused',
      remedy: 'Select the text and press the key for Copy.',
    })
}

/** Writes a file that the user's mail program opens as a draft. */
async function draft(session: Session, letter: RequestLetter): Promise<void> {
  const email = session.work.value?.documents.document.production.preparedByEmail ?? ''
  const name = `Request ${letter.holder || 'licence'}`.replaceAll(/[\\/:*?"<>|]/g, '-').slice(0, 150)
  const written = await request('artifact:write', { name: `${name}.eml`, text: mailFile(letter, email) })
  if (!written.ok) session.tell(written.problem)
  else if (written.value !== null)
    session.say(`Written to ${written.value}. Open it to look at it and send it.`)
}

function mark(session: Session, { licences, holder }: RequestLetter): void {
  const recorded = { day: today(), author: author(session) }
  if (session.apply(markRequested(licences, recorded)))
    session.say(`${holder || 'The licence'}: requested, ${recorded.day}.`)
}
