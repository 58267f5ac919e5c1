import type { Draft } from '../../model/draft.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { contradictsDropFrame } from '../../sheet/labelSeparator.ts'
import type { Importer } from '../format.ts'
import { schemaProblem } from '../schemaProblem.ts'
import { unknownFields } from '../unknownFields.ts'
import { exchangeDocument } from './exchangeDocument.ts'
import { referenceProblem } from './exchangeReferences.ts'
import { type ExchangeFile, exchangeFormat, exchangeSchema } from './exchangeSchema.ts'

/** Of more unknown fields than this, the rest are only counted. */
const namedUnknownFields = 20

/** What a file that was cut off or mistyped still says of itself. */
const ownFormat = new RegExp(`"format"\\s*:\\s*"${exchangeFormat.replaceAll('.', '\\.')}"`)

/** The cue sheet as JSON, see docs/exchange-format.md. Ids are kept, so that references from outside stay valid. */
export const exchange: Importer = {
  id: 'exchange',
  label: 'Needledrop exchange file (JSON)',
  extensions: ['json'],
  recognises: (text) => {
    const json = parsed(text)
    if (!json.ok) return ownFormat.test(text)
    return isObject(json.value) && json.value.format === exchangeFormat
  },
  read,
}

function read(text: string): Result<Draft> {
  const json = parsed(text)
  if (!json.ok) return json
  const file = exchangeSchema.safeParse(json.value)
  if (!file.success) return refuse(schemaProblem(file.error.issues, json.value))
  const fault = referenceProblem(file.data)
  if (fault) return refuse(fault)
  const document = exchangeDocument(file.data)
  return document.ok
    ? ok({
        document: document.value,
        notes: [...unknownFieldNotes(json.value), ...separatorNotes(file.data)],
      })
    : document
}

function unknownFieldNotes(data: unknown): readonly string[] {
  const unknown = unknownFields(exchangeSchema, data)
  const notes = unknown
    .slice(0, namedUnknownFields)
    .map((path) => `${path} is not a field of this format and was left out.`)
  const more = unknown.length - notes.length
  return more > 0 ? [...notes, `${more} more unknown fields were left out.`] : notes
}

/** Cues keep such labels for review; reels and segments have no place for them. */
function separatorNotes({ timebase, pictures, segments }: ExchangeFile): readonly string[] {
  const rate = { num: timebase.rateNum, den: timebase.rateDen, dropFrame: timebase.dropFrame }
  const labels = [
    ...pictures.flatMap(({ startTc, endTc }, index) => [
      [`pictures[${index}].startTc`, startTc] as const,
      [`pictures[${index}].endTc`, endTc] as const,
    ]),
    ...segments.flatMap((segment, index) => [
      [`segments[${index}].in`, segment.in] as const,
      [`segments[${index}].out`, segment.out] as const,
    ]),
  ].filter(([, label]) => contradictsDropFrame(label, rate))
  const [first] = labels
  if (!first) return []
  const [meant, stated] = rate.dropFrame ? ['non-drop', 'drop-frame'] : ['drop-frame', 'non-drop']
  const others = labels.length > 1 ? ` and ${labels.length - 1} more` : ''
  return [
    `${first[0]}${others} is written as ${meant} timecode and was read as ${stated}, as the timebase says.`,
  ]
}

function parsed(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    return refuse({
      message: 'The file is not JSON.',
      expected: `an exchange file: JSON whose format is "${exchangeFormat}"`,
      found: error instanceof Error ? error.message : String(error),
      remedy: 'Choose an exchange file, or have it written again by the program that made it.',
    })
  }
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}
