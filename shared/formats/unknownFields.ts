import { z } from 'zod'
import { pathText } from './schemaProblem.ts'

type Path = readonly PropertyKey[]

/** Paths of the fields that data has and its schema does not, in the order of the data. The data must fit the schema. */
export function unknownFields(schema: unknown, data: unknown, path: Path = []): readonly string[] {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodArray && Array.isArray(data))
    return data.flatMap((entry, index) => unknownFields(inner.element, entry, [...path, index]))
  if (!(inner instanceof z.ZodObject) || typeof data !== 'object' || data === null) return []
  const shape: Readonly<Record<string, unknown>> = inner.shape
  return Object.entries(data).flatMap(([key, value]) =>
    Object.hasOwn(shape, key) ? unknownFields(shape[key], value, [...path, key]) : [pathText([...path, key])],
  )
}

function unwrapped(schema: unknown): unknown {
  let inner = schema
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodNullable || inner instanceof z.ZodOptional)
    inner = inner.unwrap()
  return inner
}
