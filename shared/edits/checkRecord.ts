import { type RecordOf, recordSchemas, type TableName } from '../model/document.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'

/** The part of a schema's complaint that a Problem tells. */
export type SchemaIssue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The path to a field in a record: `spans.0.start`. */
export function issuePath(issue: SchemaIssue): string {
  return issue.path.map(String).join('.')
}

const nouns: Readonly<Record<TableName, string>> = {
  reels: 'reel',
  segments: 'segment',
  cues: 'cue',
  works: 'work',
  recordings: 'recording',
  parties: 'holder',
  licences: 'licence',
  notes: 'note',
  ignored: 'ignored finding',
}

/** What a record of a table is called in the interface. */
export function recordNoun(table: TableName): string {
  return nouns[table]
}

/** The record as it is, if it has the shape that its table asks for. */
export function checkRecord<Name extends TableName>(
  table: Name,
  record: RecordOf<Name>,
): Result<RecordOf<Name>> {
  const parsed = recordSchemas[table].safeParse(record)
  return parsed.success ? ok(record) : refuse(malformed(recordNoun(table), parsed.error.issues))
}

/** The Problem for a value that a schema refused. */
export function malformed(noun: string, issues: readonly SchemaIssue[]): Problem {
  const [issue] = issues
  const field = issue ? issuePath(issue) : ''
  return {
    message: `This ${noun} cannot be stored${field === '' ? '' : ` because of its field ${field}`}.`,
    expected: `a ${noun} whose fields have the right kind and length`,
    found: issue?.message ?? 'something else',
    remedy: 'Correct that field and try again.',
  }
}
