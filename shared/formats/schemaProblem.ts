import type { z } from 'zod'
import type { Problem } from '../result.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** A refusal of data that has not the expected shape; it names the path to the first field at fault. */
export function schemaProblem(issues: readonly Issue[], data: unknown): Problem {
  const first = issues[0]
  const path = pathText(first?.path ?? [])
  const more = issues.length - 1
  const others = more > 0 ? ` ${more === 1 ? 'One more field is' : `${more} more fields are`} at fault.` : ''
  return {
    message: path
      ? `The field ${path} is not as expected.${others}`
      : `The file is not as expected.${others}`,
    expected: first ? expectation(first) : 'another shape',
    found: valueText(valueAt(data, first?.path ?? [])),
    remedy: path ? `Correct ${path} in the file, then import it again.` : 'Choose another file.',
  }
}

/** A path in a file as people write it: `cues[3].spans[0].in`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    const name = String(key)
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${text}[${shortened(JSON.stringify(name))}]`
    return text ? `${text}.${shortened(name)}` : shortened(name)
  }, '')
}

/** A value of a file in a few words. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return shortened(JSON.stringify(value))
}

function shortened(text: string): string {
  const characters = [...text.slice(0, 200)]
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : text
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  )
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => valueText(value)).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`
    case 'too_small':
      return `at least ${issue.minimum}${unit(issue.origin)}`
    default:
      return issue.message.replace(/^expected /, '')
  }
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}
