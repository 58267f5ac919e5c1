import { z } from 'zod'
import { type Change, squash } from '../edits/change.ts'
import { checkRecord } from '../edits/checkRecord.ts'
import type { TableName } from '../model/document.ts'
import { tableNames } from '../model/document.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { productionFileVersion } from './productionFile.ts'
import { productionIdSchema } from './productionText.ts'

/** Work that came back from a journal and was refused, as it is kept aside. */
export type RefusedWork = {
  /** The production's id. */
  readonly id: string
  readonly title: string
  /** Edits that it holds, and what the last were called. */
  readonly count: number
  readonly last: readonly string[]
  readonly change: Change
}

const tables: readonly string[] = ['production', ...tableNames]

const refusedSchema = z.strictObject({
  needledropRefused: z.int().min(1),
  id: productionIdSchema,
  title: z.string(),
  count: z.int().min(0),
  last: z.array(z.string()),
  change: z.array(
    z.strictObject({
      table: z.string().refine((table) => tables.includes(table)),
      id: z.string().min(1),
      before: z.nullable(z.looseObject({})),
      after: z.nullable(z.looseObject({})),
    }),
  ),
})

/** The text under which refused work is kept. */
export function refusedText(work: RefusedWork): string {
  return `${JSON.stringify({ needledropRefused: productionFileVersion, ...work })}\n`
}

/** Reads refused work; every record in it is checked. */
export function readRefused(text: string): Result<RefusedWork> {
  const parsed = refusedSchema.safeParse(parsedJson(text))
  if (!parsed.success || parsed.data.needledropRefused !== productionFileVersion)
    return refuse(unreadable(parsed.success ? `one of version ${parsed.data.needledropRefused}` : 'another'))
  const { needledropRefused: _, ...work } = parsed.data
  for (const { table, after } of work.change) {
    if (table === 'production' || after === null) continue
    const checked = checkRecord(table as TableName, after as never)
    if (!checked.ok) return checked
  }
  return ok(work as unknown as RefusedWork)
}

/** All that goes when recovered work is refused: it, and what was edited since. */
export function refusedChange(recovered: Change, since: readonly Change[]): Change {
  return squash([recovered, ...since])
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(found: string): Problem {
  return {
    message: 'The work that was refused cannot be brought back.',
    expected: 'a file as this Needledrop keeps it',
    found,
    remedy: 'Open an earlier copy of the production, if there is one.',
  }
}
