import type { ReactNode } from 'react'
import { updateProduction } from '../../shared/edits/productionEdits.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Production } from '../../shared/model/production.ts'
import type { Result } from '../../shared/result.ts'
import { durationText } from '../../shared/sheet/duration.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { Choice } from '../ui/Choice.tsx'
import { FieldArea } from '../ui/FieldArea.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { typedSeconds } from '../ui/typedWhole.ts'
import styles from './HeaderField.module.css'
import { typedDay } from './typedDay.ts'

/** The header being edited. */
export type Header = {
  readonly production: Production
  readonly documents: DocumentStore
  /** What review found, by field. */
  readonly marks: ReadonlyMap<string, Finding>
}

/** Fields of the header that hold free text. */
type TextKey = {
  [Key in keyof Production]: string extends Production[Key] ? Key : never
}[keyof Production]
type NamesKey = 'titleAka' | 'episodeTitleAka' | 'directors' | 'cast' | 'neededTerritories' | 'neededMedia'
type DayKey = 'airDate' | 'datePrepared' | 'cutDate'
type ChoiceKey = 'category' | 'version' | 'classification'

type FieldProps<Key> = { readonly header: Header; readonly field: Key; readonly label: string }

function change<Key extends keyof Production>(
  { documents }: Header,
  field: Key,
  value: Production[Key],
): Result<unknown> {
  return documents.apply(updateProduction({ [field]: value }), `production ${field}`)
}

type HeaderTextProps = FieldProps<TextKey> & {
  readonly placeholder?: string
  /** Whether it may have several lines. */
  readonly hasLines?: boolean
}

/** Free text of the header. */
export function HeaderText({ header, field, label, placeholder, hasLines = false }: HeaderTextProps) {
  const Field = hasLines ? FieldArea : FieldText
  return (
    <Found header={header} field={field}>
      <Field
        name={field}
        label={label}
        value={header.production[field]}
        placeholder={placeholder}
        commit={(typed) => change(header, field, typed)}
      />
    </Found>
  )
}

/** The show's length as the sheet states it; empty for the computed one. */
export function HeaderDuration({ header, label }: Omit<FieldProps<never>, 'field'>) {
  const stated = header.production.showDurationOverride
  return (
    <Found header={header} field="showDurationOverride">
      <FieldText
        name="showDurationOverride"
        label={label}
        value={stated === null ? '' : durationText(stated)}
        placeholder="as the picture has it"
        storesOnPause={false}
        commit={(typed) => {
          const seconds = typedSeconds(typed)
          return seconds.ok ? change(header, 'showDurationOverride', seconds.value) : seconds
        }}
      />
    </Found>
  )
}

/** Several names in one line. */
export function HeaderNames({
  header,
  field,
  label,
  placeholder = 'Several with ; between',
}: FieldProps<NamesKey> & { readonly placeholder?: string }) {
  return (
    <FieldText
      name={field}
      label={label}
      value={header.production[field].join('; ')}
      placeholder={placeholder}
      storesOnPause={false}
      commit={(typed) => change(header, field, namesIn(typed))}
    />
  )
}

function namesIn(typed: string): string[] {
  return typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** A day. */
export function HeaderDay({ header, field, label }: FieldProps<DayKey>) {
  return (
    <Found header={header} field={field}>
      <FieldText
        name={field}
        label={label}
        value={header.production[field]}
        placeholder="2026-04-14"
        storesOnPause={false}
        commit={(typed) => {
          const day = typedDay(typed)
          return day.ok ? change(header, field, day.value) : day
        }}
      />
    </Found>
  )
}

type HeaderChoiceProps<Key extends ChoiceKey> = FieldProps<Key> & {
  readonly values: readonly Production[Key][]
}

/** One of the values that cue sheets know. */
export function HeaderChoice<Key extends ChoiceKey>({
  header,
  field,
  label,
  values,
}: HeaderChoiceProps<Key>) {
  return (
    <Choice
      name={field}
      label={label}
      value={header.production[field]}
      options={values.map((value) => ({ id: value, name: value }))}
      onChange={(value) => void change(header, field, value)}
    />
  )
}

type FoundProps = { readonly header: Header; readonly field: keyof Production; readonly children: ReactNode }

/** A field with what review says about it underneath, in words. */
function Found({ header, field, children }: FoundProps) {
  const finding = header.marks.get(field)
  return (
    <div>
      {children}
      {finding ? (
        <p className={styles.finding} data-severity={finding.severity}>
          {finding.message}
        </p>
      ) : null}
    </div>
  )
}
