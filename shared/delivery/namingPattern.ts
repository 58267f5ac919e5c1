import type { Production } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'

/** A part of a name that is filled in, as it stands between braces, and what it says. */
export type NameField = { readonly field: string; readonly what: string }

/** What may stand between braces in the pattern of a name. */
export const nameFields = [
  { field: 'title', what: 'title of the production' },
  { field: 'episode', what: 'episode number, else episode title' },
  { field: 'episodeTitle', what: 'episode title' },
  { field: 'season', what: 'season number' },
  { field: 'number', what: 'production number' },
  { field: 'version', what: 'version of the sheet' },
  { field: 'company', what: 'production company' },
  { field: 'network', what: 'network' },
  { field: 'client', what: 'client of the preset' },
  { field: 'layout', what: 'layout of the format: full, rapidcue …' },
  { field: 'format', what: 'format as the command line names it: full-csv' },
  { field: 'date', what: 'date of the sheet, else today' },
  { field: 'today', what: 'today' },
] as const satisfies readonly NameField[]

/** What the fields of a name say. */
export type NameValues = Readonly<Record<(typeof nameFields)[number]['field'], string>>

/** The pattern of a first run, which gives the names that societies' portals show. */
export const usualPattern = '{title}-{episode}-cue-sheet-{layout}-{date}'

/** Longest name without its extension, in UTF-16 code units; file systems stop at 255 bytes. */
const longestName = 120
const longestValue = 60
const separators = /[-_ .,]+$/

/** What the fields of a name say for one format. `today` is a day in ISO 8601. */
export function nameValues(
  production: Production,
  format: { readonly id: string; readonly layout: string },
  { client, today }: { readonly client: string; readonly today: string },
): NameValues {
  return {
    title: production.title.trim() || 'untitled',
    episode: production.episodeNumber.trim() || production.episodeTitle,
    episodeTitle: production.episodeTitle,
    season: production.seasonNumber,
    number: production.productionNumber,
    version: production.version,
    company: production.productionCompany,
    network: production.network,
    client,
    layout: format.layout,
    format: format.id,
    date: production.datePrepared || today,
    today,
  }
}

/**
 * The name of a file: fields are filled in, and what some file system stumbles over becomes a hyphen. A field that is empty takes the
 * separators before it with it.
 */
export function nameFromPattern(pattern: string, values: NameValues, extension: string): Result<string> {
  const parts = patternParts(pattern)
  if (!parts.ok) return parts
  const keepsSpaces = /[^\S\r\n]/.test(pattern.replace(/\{[^}]*\}/g, ''))
  let name = ''
  for (const part of parts.value) {
    if ('text' in part) {
      name += name === '' ? safeText(part.text).replace(/^[-_ .,]+/, '') : safeText(part.text)
      continue
    }
    const value = safeValue(values[part.field], keepsSpaces)
    name = value === '' ? name.replace(separators, '') : name + value
  }
  const trimmed = [...name.trim()]
    .slice(0, longestName)
    .join('')
    .replace(/^[-. ]+|[-. ]+$/g, '')
  if (trimmed === '') return refuse(emptyName(pattern))
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(trimmed)
  return ok(`${isDevice ? '_' : ''}${trimmed}.${extension}`)
}

/** The first name that stands twice, in any case of its letters; null where each stands once. */
export function nameUsedTwice(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    const folded = name.normalize('NFC').toLowerCase()
    if (seen.has(folded)) return name
    seen.add(folded)
  }
  return null
}

type Part = { readonly text: string } | { readonly field: keyof NameValues }

function patternParts(pattern: string): Result<readonly Part[]> {
  const parts: Part[] = []
  for (const [, field, text] of pattern.matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    if (text !== undefined) {
      if (text === '{' || text === '}') return refuse(openBrace(pattern))
      parts.push({ text })
      continue
    }
    const known = nameFields.find((each) => each.field.toLowerCase() === field?.trim().toLowerCase())
    if (!known) return refuse(unknownField(field ?? ''))
    parts.push({ field: known.field })
  }
  return ok(parts)
}

function safeText(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N} ._,&()+'=@#[\]-]/gu, '-')
}

function safeValue(text: string, keepsSpaces: boolean): string {
  const allowed = keepsSpaces ? /[^\p{L}\p{M}\p{N} ._,&()+']+/gu : /[^\p{L}\p{M}\p{N}._,&()+']+/gu
  const safe = text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(allowed, '-')
  return [...safe]
    .slice(0, longestValue)
    .join('')
    .replace(/^[-. ]+|[-. ]+$/g, '')
}

function unknownField(found: string): Problem {
  return {
    message: `{${found}} is not a field of a name.`,
    expected: nameFields.map(({ field }) => `{${field}}`).join(' '),
    found: `{${found}}`,
    remedy: 'Use one of these fields; what stands outside braces is written as it is.',
  }
}

function openBrace(found: string): Problem {
  return {
    message: 'A brace in the name has no partner.',
    expected: 'fields in braces, such as {title}',
    found,
    remedy: 'Close the brace, or remove it.',
  }
}

function emptyName(found: string): Problem {
  return {
    message: 'This gives files no name.',
    expected: 'letters or digits, or a field that is filled in, such as {title}',
    found: found.trim() === '' ? 'nothing' : found,
    remedy: 'Add a field, or fill it in under Production details.',
  }
}
