import { useMemo } from 'react'
import {
  type ChangedField,
  type Redline,
  type RedlineEntry,
  redlineSigns,
} from '../../shared/delivery/redline.ts'
import { ReadCell, type ReadColumn, ReadOnlyRows } from '../versions/ReadOnlyRows.tsx'
import styles from './ChangesView.module.css'

const columns: readonly ReadColumn[] = [
  { name: 'Change', track: '6rem' },
  { name: 'Cue', track: 'minmax(7rem, 4fr)' },
  { name: 'What', track: '7.5rem' },
  { name: 'As delivered', track: 'minmax(9rem, 5fr)' },
  { name: 'Now', track: 'minmax(9rem, 5fr)' },
]

const words: Readonly<Record<RedlineEntry['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

type Line = {
  readonly entry: RedlineEntry
  readonly field: ChangedField
  /** Whether the line before is of the same cue. */
  readonly goesOn: boolean
}

/** What changed, a line for each cue and field. */
export function RedlineTable({ redline }: { readonly redline: Redline }) {
  const lines = useMemo(() => redline.entries.flatMap(linesOf), [redline])
  return (
    <ReadOnlyRows
      label="What changed since the delivery"
      columns={columns}
      count={lines.length}
      row={(index) => {
        const line = lines[index]
        if (!line) return null
        const { entry, field, goesOn } = line
        const { kind, called } = entry
        return {
          key: `${entry.cue ?? 'header'} ${field.name}`,
          cells: (
            <>
              <ReadCell>
                <span className={`${styles.kind} ${goesOn ? styles.goesOn : ''}`} data-kind={kind}>
                  <b aria-hidden>{redlineSigns[kind]}</b> {words[kind]}
                </span>
              </ReadCell>
              <ReadCell>
                <span className={`${styles.text} ${goesOn ? styles.goesOn : ''}`} title={called}>
                  {called}
                </span>
              </ReadCell>
              <ReadCell>{field.name}</ReadCell>
              <ReadCell>
                <Side text={field.was} isAbsent={kind === 'added'} wasSaid={kind !== 'added'} />
              </ReadCell>
              <ReadCell>
                <Side text={field.is} isAbsent={kind === 'removed'} wasSaid={false} />
              </ReadCell>
            </>
          ),
        }
      }}
    />
  )
}

function linesOf(entry: RedlineEntry): readonly Line[] {
  const fields = entry.fields.length > 0 ? entry.fields : [{ name: 'The whole cue', was: '', is: '' }]
  return fields.map((field, index) => ({ entry, field, goesOn: index > 0 }))
}

type SideProps = { readonly text: string; readonly isAbsent: boolean; readonly wasSaid: boolean }

function Side({ text, isAbsent, wasSaid }: SideProps) {
  if (isAbsent) return <span className={styles.absent}>not there</span>
  if (text === '') return <span className={styles.absent}>empty</span>
  const look = [styles.text, /\d\d:\d\d/.test(text) ? styles.code : '', wasSaid ? styles.was : ''].join(' ')
  return wasSaid ? (
    <del className={look} title={text}>
      {text}
    </del>
  ) : (
    <span className={look} title={text}>
      {text}
    </span>
  )
}
