import { Minus, Plus, Replace } from 'lucide-react'
import type { ComparedLine } from './compareCues.ts'
import { ReadCell, type ReadColumn, ReadOnlyRows } from './ReadOnlyRows.tsx'
import styles from './Versions.module.css'

const columns: readonly ReadColumn[] = [
  { name: 'Since then', track: '6rem' },
  { name: 'Cue', track: 'minmax(7rem, 4fr)' },
  { name: 'What', track: '6.5rem' },
  { name: 'In the version', track: 'minmax(9rem, 5fr)' },
  { name: 'Now', track: 'minmax(9rem, 5fr)' },
]

const signs = {
  version: { icon: Minus, word: 'Removed' },
  now: { icon: Plus, word: 'Added' },
  both: { icon: Replace, word: 'Changed' },
} as const

/** What differs between a version and now, a line for each cue and field. */
export function ComparedTable({ lines }: { readonly lines: readonly ComparedLine[] }) {
  return (
    <ReadOnlyRows
      label="What changed since the version"
      columns={columns}
      count={lines.length}
      row={(index) => {
        const line = lines[index]
        if (!line) return null
        const { icon: Icon, word } = signs[line.kind]
        return {
          key: line.key,
          cells: (
            <>
              <ReadCell>
                <span className={styles.sign} data-kind={line.kind} data-goes-on={line.goesOn || undefined}>
                  <Icon size={13} aria-hidden /> {word}
                </span>
              </ReadCell>
              <ReadCell>
                <span className={styles.text} data-goes-on={line.goesOn || undefined} title={line.cue}>
                  {line.cue}
                </span>
              </ReadCell>
              <ReadCell>{line.field}</ReadCell>
              <ReadCell>
                <Side text={line.version} isAbsent={line.kind === 'now'} />
              </ReadCell>
              <ReadCell>
                <Side text={line.now} isAbsent={line.kind === 'version'} />
              </ReadCell>
            </>
          ),
        }
      }}
    />
  )
}

function Side({ text, isAbsent }: { readonly text: string; readonly isAbsent: boolean }) {
  if (isAbsent) return <span className={styles.absent}>not there</span>
  if (text === '') return <span className={styles.absent}>empty</span>
  return (
    <span className={/\d\d:\d\d:\d\d/.test(text) ? styles.timecode : styles.text} title={text}>
      {text}
    </span>
  )
}
