import { z } from 'zod'
import { recordSchemas, tableNames } from '../model/document.ts'
import { productionSchema } from '../model/production.ts'
import { productionFileVersion } from './productionFile.ts'
import { productionIdSchema } from './productionText.ts'

/** A JSON Schema, as far as it is walked through here. */
export type JsonSchema = { readonly [key: string]: unknown }

/**
 * The JSON Schema (2020-12) of a production file of the present version, made from the model. References between records,
 * and that an id stands once in a list, are beyond it.
 */
export function productionFileSchema(): JsonSchema {
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, z.array(recordSchemas[name] as z.ZodType)]),
  )
  const file = z.strictObject({
    needledrop: z.literal(productionFileVersion),
    id: productionIdSchema,
    lastSequence: z.int().min(0),
    checksum: z.optional(z.string()),
    production: productionSchema,
    ...tables,
  })
  const { $schema, ...schema } = withPlaces(z.toJSONSchema(file, { target: 'draft-2020-12' })) as JsonSchema
  return {
    $schema,
    title: `Needledrop production file, version ${productionFileVersion}`,
    description: 'What each field means: production-file.md, beside this file.',
    ...schema,
  }
}

/** From version 3 on, a file says of each film, proxy and stem where it lies beside it, which the document does not know. */
function withPlaces(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || productionFileVersion < 3) return schema
  if (Array.isArray(schema)) return schema.map(withPlaces)
  const all = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withPlaces(value)]))
  const { properties, required } = all as {
    readonly properties?: JsonSchema
    readonly required?: readonly string[]
  }
  if (!properties?.path || !properties.identity || !required) return all
  const { path, ...others } = properties
  const [first = 'path', ...rest] = required
  return { ...all, properties: { path, relative: path, ...others }, required: [first, 'relative', ...rest] }
}

/** The schema as the text of its file. */
export function productionFileSchemaText(): string {
  return `${JSON.stringify(productionFileSchema(), null, 2)}\n`
}
