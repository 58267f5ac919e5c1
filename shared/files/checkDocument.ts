import { issuePath, recordNoun, type SchemaIssue } from '../edits/checkRecord.ts'
import {
  brokenReferences,
  type ProductionDocument,
  recordSchemas,
  type TableName,
  tableNames,
} from '../model/document.ts'
import { productionSchema } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { inOneGo, recordsInOneGo, type WorkInSteps } from './workInSteps.ts'

/** The document, if every record has the shape its table asks for, stands under its own id, and refers to others that exist. */
export function checkDocument(document: unknown): Result<ProductionDocument> {
  return inOneGo(checkDocumentInSteps(document))
}

/** The same, in steps. */
export function* checkDocumentInSteps(document: unknown): WorkInSteps<Result<ProductionDocument>> {
  if (!isObject(document)) return refuse(damagedAt('the document', 'an object', kindOf(document)))
  const parts = ['production', ...tableNames]
  const unknown = Object.keys(document).find((part) => !parts.includes(part))
  if (unknown !== undefined) return refuse(damagedAt(unknown, 'a table that is known', 'an unknown one'))
  const header = productionSchema.safeParse(document.production)
  if (!header.success) return refuse(atIssue('production', header.error.issues))
  for (const table of tableNames) {
    const checked = yield* checkTable(table, document[table])
    if (!checked.ok) return checked
  }
  const sound = document as unknown as ProductionDocument
  const [broken] = brokenReferences(sound)
  if (!broken) return ok(sound)
  return refuse(
    damagedAt(broken.at, `a ${recordNoun(broken.table)} of the production`, `the unknown id ${broken.id}`),
  )
}

function* checkTable(table: TableName, records: unknown): WorkInSteps<Result<null>> {
  if (!isObject(records)) return refuse(damagedAt(table, 'records by id', kindOf(records)))
  for (const [index, [id, record]] of Object.entries(records).entries()) {
    if (index % recordsInOneGo === recordsInOneGo - 1) yield
    const parsed = recordSchemas[table].safeParse(record)
    if (!parsed.success) return refuse(atIssue(`${table}.${id}`, parsed.error.issues))
    if (parsed.data.id !== id) return refuse(damagedAt(`${table}.${id}`, `the id ${id}`, parsed.data.id))
  }
  return ok(null)
}

/** The Problem for a part of a document that is not as it should be. */
export function damagedAt(where: string, expected: string, found: string): Problem {
  return {
    message: `The production is damaged at ${where}.`,
    expected,
    found,
    remedy: 'Open an earlier copy, or correct that place if the file was edited by hand.',
  }
}

function atIssue(where: string, issues: readonly SchemaIssue[]): Problem {
  const [issue] = issues
  const path = issue ? issuePath(issue) : ''
  const at = path === '' ? where : `${where}.${path}`
  return damagedAt(at, 'a field as Needledrop writes it', issue?.message ?? 'something else')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
