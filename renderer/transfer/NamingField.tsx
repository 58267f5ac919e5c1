import { nameFields, usualPattern } from '../../shared/delivery/namingPattern.ts'
import type { PlannedFile } from '../../shared/delivery/plannedFiles.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { useSession } from '../store/session.ts'
import { FieldText } from '../ui/FieldText.tsx'
import { changeSetup } from './deliverySetup.ts'
import styles from './NamingField.module.css'

type NamingFieldProps = { readonly files: Result<readonly PlannedFile[]>; readonly pattern: string }

/** How files are called: a pattern with fields in braces, and the names that it gives now. */
export function NamingField({ files, pattern }: NamingFieldProps) {
  const session = useSession()
  const add = (field: string) =>
    changeSetup(session, {
      pattern: `${pattern}${/[-_ .{]$/.test(pattern) || pattern === '' ? '' : '-'}{${field}}`,
    })
  return (
    <div className={styles.naming}>
      <FieldText
        name="pattern"
        label="File names"
        look="code"
        layout="above"
        value={pattern}
        placeholder={usualPattern}
        storesOnPause
        commit={(text) =>
          text.length > 300
            ? refuse(tooLong(text))
            : ok(changeSetup(session, { pattern: text.trim() === '' ? usualPattern : text }))
        }
      />
      <ul className={styles.fields} aria-label="Fields that a name may hold">
        {nameFields
          .filter(({ field }) => !pattern.toLowerCase().includes(`{${field.toLowerCase()}}`))
          .map(({ field, what }) => (
            <li key={field}>
              <button type="button" title={`Add the ${what}`} onClick={() => add(field)}>
                {`{${field}}`}
              </button>
            </li>
          ))}
      </ul>
      {files.ok ? (
        <ul className={styles.names} aria-label="Files that will be written">
          {files.value.map(({ exporter, name }) => (
            <li key={exporter.id} title={exporter.label}>
              {name}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.fault} role="alert">
          ▲ {files.problem.message} {files.problem.remedy}
        </p>
      )}
    </div>
  )
}

function tooLong(found: string) {
  return {
    message: 'This pattern is too long.',
    expected: 'at most 300 characters',
    found: `${found.length} characters`,
    remedy: 'Shorten it; names of files are cut after 120 characters anyway.',
  }
}
