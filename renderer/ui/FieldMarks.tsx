import { createContext, useContext } from 'react'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { SeveritySign } from '../review/SeveritySign.tsx'
import styles from './Field.module.css'

/** Severity in one word. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
}

const MarksContext = createContext<ReadonlyMap<string, Finding>>(new Map())

/** Tells the fields inside which of them the review has found at fault: the gravest finding by the field's name. */
export const FieldMarksProvider = MarksContext.Provider

/** Behind the label of a field: the sign of what the review found about it, and the sentence on hover. */
export function FieldMark({ name }: { readonly name: string }) {
  const finding = useContext(MarksContext).get(name)
  if (!finding) return null
  return (
    <span className={styles.mark} title={finding.message}>
      <SeveritySign severity={finding.severity} />
      <span className="visuallyHidden"> {severityNames[finding.severity]}</span>
    </span>
  )
}
