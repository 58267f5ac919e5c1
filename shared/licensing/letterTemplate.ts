/** What a letter can say of the whole; written `{holder}` in a template. */
export const letterFields = [
  'holder',
  'contact',
  'production',
  'episode',
  'company',
  'category',
  'airDate',
  'network',
  'territory',
  'media',
  'term',
  'uses',
  'count',
  'sender',
  'email',
  'date',
] as const
/** One of `letterFields`. */
export type LetterField = (typeof letterFields)[number]

/** What a letter can say of each use. */
export const useFields = [
  'title',
  'artist',
  'writers',
  'publishers',
  'label',
  'number',
  'duration',
  'timecode',
  'timecodeOut',
  'usage',
  'scene',
  'rights',
  'share',
  'territory',
  'media',
  'term',
  'options',
] as const
/** One of `useFields`. */
export type UseField = (typeof useFields)[number]

/** The wording of a request, with fields in braces. A line whose fields are all empty is left out. */
export type LetterTemplate = {
  readonly subject: string
  /** `{uses}` stands for all uses, each worded as `use` says. */
  readonly body: string
  readonly use: string
}

/** The wording that a new user begins with. */
export const usualLetter: LetterTemplate = {
  subject: 'Licence request: {production} {episode}, {count}',
  body: `Dear {holder},

we would like to use the following music in {production} {episode}.
Production company: {company}
Category: {category}
First shown: {airDate} {network}

{uses}

For all uses we need:
Territory: {territory}
Media: {media}
Term: {term}

Please let us know your share, your fee at 100% of your side, and whether you ask for most favoured nations.
We will not use the music before you have confirmed in writing.

Kind regards,
{sender}
{email}`,
  use: `{title} ({number})
  Performed by: {artist}
  Written by: {writers}
  Published by: {publishers}
  Label: {label}
  Duration: {duration}, from {timecode} to {timecodeOut}
  Use: {usage}
  Scene: {scene}
  Rights: {rights}
  Option: {options}`,
}

const field = /\{([A-Za-z]+)\}/g

/** The words in braces of a template that are no fields, so that somebody can be told. */
export function unknownFields({ subject, body, use }: LetterTemplate): readonly string[] {
  const outside = (text: string, known: readonly string[]) =>
    [...text.matchAll(field)].map(([, name = '']) => name).filter((name) => !known.includes(name))
  return [...new Set([...outside(`${subject}\n${body}`, letterFields), ...outside(use, useFields)])]
}

/**
 * A template with its fields filled in. A line that has fields, all of them empty, is left out; a word in braces that is no field
 * stays as it is.
 */
export function filledTemplate(template: string, fields: Readonly<Record<string, string>>): string {
  return template
    .split(/\r\n|\r|\n/)
    .flatMap((line) => filledLine(line, fields) ?? [])
    .join('\n')
}

function filledLine(line: string, fields: Readonly<Record<string, string>>): string | null {
  const names = [...line.matchAll(field)]
    .map(([, name = '']) => name)
    .filter((name) => Object.hasOwn(fields, name))
  if (names.length > 0 && names.every((name) => fields[name]?.trim() === '')) return null
  return line
    .replace(field, (whole, name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? '') : whole))
    .replace(/ +\(\)/g, '')
    .replace(/(\S) +([,.;:])/g, '$1$2')
    .replace(/(\S) {2,}/g, '$1 ')
    .trimEnd()
}
