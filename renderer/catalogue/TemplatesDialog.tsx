import { useEffect, useState } from 'react'
import { applyTemplate, nextEpisodeHeader } from '../../shared/catalogue/applyTemplate.ts'
import { makeTemplate, offeredHeader } from '../../shared/catalogue/makeTemplate.ts'
import type { SeriesTemplate, TemplateSummary } from '../../shared/catalogue/seriesTemplate.ts'
import { fieldWords } from '../../shared/edits/editLabel.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Result } from '../../shared/result.ts'
import { request } from '../ipc.ts'
import { useDocument } from '../review/useDocument.ts'
import { createFromTemplate } from '../store/openings.ts'
import { makeId, useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import styles from './TemplatesDialog.module.css'
import { valueText } from './valueText.ts'

/** Series templates: made from an episode, applied to a production, or the start of the next one. */
export function TemplatesDialog() {
  const session = useSession()
  const document = useDocument()
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([])
  const [picked, setPicked] = useState<SeriesTemplate | null>(null)
  useEffect(() => void request('templates:list', {}).then((read) => read.ok && setTemplates(read.value)), [])
  const listed = async (work: Promise<Result<readonly TemplateSummary[] | null>>) => {
    const done = await work
    if (!done.ok) session.tell(done.problem)
    else if (done.value) setTemplates(done.value)
    return done.ok
  }
  const pick = async (id: string) => {
    const read = await request('templates:read', { id })
    if (read.ok) setPicked(read.value)
    else session.tell(read.problem)
  }
  const write = async (id: string) => {
    const written = await request('templates:export', { id })
    if (!written.ok) session.tell(written.problem)
    else if (written.value) session.say(`The template is in ${written.value}`)
  }
  return (
    <Dialog title="Series templates" subtitle="What every episode has" size="medium">
      <DialogBody>
        <ul className={styles.templates} aria-label="Templates">
          {templates.map(({ id, name, episode, cues, works }) => (
            <li key={id} className={styles.template}>
              <span className={styles.name}>
                {name}{' '}
                <span className={styles.note}>
                  {[episode, `${cues} themes and logos`, `${works} works`].filter(Boolean).join(' · ')}
                </span>
              </span>
              <Button label="Use…" isPressed={picked?.id === id} onPress={() => void pick(id)} />
              <Button kind="quiet" label="Export…" onPress={() => void write(id)} />
              <Button
                kind="quiet"
                label="Remove"
                onPress={() => {
                  if (picked?.id === id) setPicked(null)
                  void listed(request('templates:remove', { id }))
                }}
              />
            </li>
          ))}
          {templates.length === 0 ? (
            <li className={styles.note}>None yet. Open an episode and save one below.</li>
          ) : null}
        </ul>
        {picked ? <ApplyPane template={picked} document={document} /> : null}
        {document ? (
          <SavePane
            document={document}
            keep={(template) => listed(request('templates:keep', { template }))}
          />
        ) : null}
      </DialogBody>
      <DialogActions note="Kept in the app’s folder; Export writes one to a file for somebody else.">
        <Button label="Import…" onPress={() => void listed(request('templates:import', {}))} />
        <Button kind="primary" label="Done" onPress={() => session.moment.patch({ dialog: 'none' })} />
      </DialogActions>
    </Dialog>
  )
}

type ApplyPaneProps = { readonly template: SeriesTemplate; readonly document: ProductionDocument | null }

function ApplyPane({ template, document }: ApplyPaneProps) {
  const session = useSession()
  const [wish, setWish] = useState({ header: true, music: true, themes: true })
  const header = Object.entries(nextEpisodeHeader(template)).filter(([, value]) => value !== '')
  const apply = () => {
    if (!session.apply(applyTemplate(template, wish, makeId))) return
    session.moment.patch({ dialog: 'none' })
    session.say(`${template.name} applied. Undo takes it back.`)
  }
  return (
    <section className={styles.pane} aria-label={`Use ${template.name}`}>
      <h3>{template.name}: the next episode</h3>
      <dl className={styles.header}>
        {header.map(([field, value]) => (
          <div key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>
              {typeof value === 'object' && !Array.isArray(value)
                ? 'as before'
                : valueText(document ?? none, field, value)}
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.checks}>
        <FieldCheck
          name="header"
          label="Header"
          value={wish.header}
          onChange={(is) => setWish({ ...wish, header: is })}
        />
        <FieldCheck
          name="music"
          label={`Music: ${template.works.length} works, ${template.parties.length} holders and contacts`}
          value={wish.music}
          onChange={(is) => setWish({ ...wish, music: is })}
        />
        <FieldCheck
          name="themes"
          label={`${template.cues.length} themes and logos where they lay`}
          value={wish.themes}
          onChange={(is) => setWish({ ...wish, themes: is })}
        />
      </div>
      <div className={styles.buttons}>
        {document ? <Button kind="primary" label="Apply to this production" onPress={apply} /> : null}
        <Button
          label="New production from it"
          onPress={() => {
            session.moment.patch({ dialog: 'none' })
            void createFromTemplate(session, template, wish)
          }}
        />
      </div>
    </section>
  )
}

const none = { parties: {} } as ProductionDocument

type SavePaneProps = {
  readonly document: ProductionDocument
  readonly keep: (template: SeriesTemplate) => Promise<boolean>
}

function SavePane({ document, keep }: SavePaneProps) {
  const session = useSession()
  const offered = offeredHeader(document.production)
  const [name, setName] = useState(document.production.title)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [wish, setWish] = useState({ themes: true, library: true, contacts: true })
  const save = async () => {
    const header = offered.filter((field) => !left.has(field))
    const template = makeTemplate(document, { ...wish, name: name.trim(), header }, makeId)
    if (await keep(template)) session.say(`${template.name} is kept as a template`)
  }
  return (
    <section className={styles.pane} aria-label="Save this episode as a template">
      <h3>Save this episode as a template</h3>
      <label className={styles.named}>
        Name
        <input className={styles.input} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <div className={styles.checks}>
        <FieldCheck
          name="themes"
          label="Themes and logos"
          value={wish.themes}
          onChange={(is) => setWish({ ...wish, themes: is })}
        />
        <FieldCheck
          name="library"
          label="Library music"
          value={wish.library}
          onChange={(is) => setWish({ ...wish, library: is })}
        />
        <FieldCheck
          name="contacts"
          label="Contacts"
          value={wish.contacts}
          onChange={(is) => setWish({ ...wish, contacts: is })}
        />
      </div>
      <details>
        <summary>{offered.length - left.size} header fields</summary>
        <div className={styles.checks}>
          {offered.map((field) => (
            <FieldCheck
              key={field}
              name={field}
              label={fieldWords(field)}
              value={!left.has(field)}
              onChange={(is) => {
                const next = new Set(left)
                if (is) next.delete(field)
                else next.add(field)
                setLeft(next)
              }}
            />
          ))}
        </div>
      </details>
      <div className={styles.buttons}>
        <Button label="Save template" isDisabled={name.trim() === ''} onPress={() => void save()} />
      </div>
    </section>
  )
}
