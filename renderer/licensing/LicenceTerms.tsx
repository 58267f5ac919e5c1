import { ChevronRight } from 'lucide-react'
import type { LicencePatch } from '../../shared/edits/licenceEdits.ts'
import type { Licence } from '../../shared/model/licence.ts'
import type { Result } from '../../shared/result.ts'
import { typedDay } from '../settings/typedDay.ts'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import styles from './LicenceTerms.module.css'

type LicenceTermsProps = {
  readonly licence: Licence
  /** What the licence is called. */
  readonly kind: string
  readonly update: (patch: LicencePatch, field: string) => Result<unknown>
}

const texts = [
  { field: 'territory', label: 'Territory', placeholder: 'World' },
  { field: 'media', label: 'Media', placeholder: 'All media' },
  { field: 'term', label: 'Term', placeholder: 'Perpetuity' },
  { field: 'licensedUsage', label: 'Given for', placeholder: 'BV, or in words' },
  { field: 'options', label: 'Options', placeholder: '' },
  { field: 'number', label: 'Number', placeholder: '' },
  { field: 'contact', label: 'Contact', placeholder: '' },
  { field: 'notes', label: 'Notes', placeholder: '' },
] as const

const days = [
  { field: 'starts', label: 'Starts' },
  { field: 'expires', label: 'Expires' },
] as const

/** Where, for how long, in which media and for which usage a licence runs; one line until it is opened. */
export function LicenceTerms({ licence, kind, update }: LicenceTermsProps) {
  const { territory, media, term, expires, licensedUsage } = licence
  const stated = [territory, media, term, expires && `until ${expires}`, licensedUsage].filter(Boolean)
  return (
    <details className={styles.terms}>
      <summary className={styles.summary} aria-label={`Terms of the ${kind}`}>
        <ChevronRight size={12} aria-hidden />
        {stated.length > 0 ? stated.join(' · ') : 'Territory, media, term and usage: nothing entered'}
      </summary>
      <div className={styles.fields}>
        {texts.map(({ field, label, placeholder }) => (
          <FieldText
            key={field}
            name={field}
            label={label}
            layout="above"
            placeholder={placeholder}
            value={licence[field]}
            commit={(text) => update({ [field]: text }, field)}
          />
        ))}
        {days.map(({ field, label }) => (
          <FieldText
            key={field}
            name={field}
            label={label}
            layout="above"
            placeholder="2026-04-14"
            value={licence[field]}
            storesOnPause={false}
            commit={(text) => {
              const day = typedDay(text)
              return day.ok ? update({ [field]: day.value }, field) : day
            }}
          />
        ))}
        <FieldText
          name="files"
          label="Papers"
          layout="above"
          placeholder="Paths or links, with ; between"
          value={licence.files.join('; ')}
          storesOnPause={false}
          commit={(text) => update({ files: listed(text) }, 'files')}
        />
        <FieldCheck
          name="mfn"
          label="Most favoured nations"
          value={licence.mfn}
          onChange={(mfn) => void update({ mfn }, 'mfn')}
        />
      </div>
    </details>
  )
}

function listed(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
