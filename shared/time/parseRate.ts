import { type Problem, type Result, refuse } from '../result.ts'
import { type FrameRate, makeFrameRate, nominalRate, offeredRates, rateName } from './frameRate.ts'

const fraction = /^(\d{1,7})\/(\d{1,7})$/
const decimal = /^(\d{1,3})(?:\.(\d{1,3}))?$/
const labelling = /\s*(non-?drop|ndf|nd|drop-?frame|drop|df)$/

/**
 * Reads a rate as editors write it: `24`, `23.976`, `29.97df`, `59.94 non-drop`, `30000/1001`. Where labels can drop it has to
 * say whether they do.
 */
export function parseRate(text: string): Result<FrameRate> {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/\s*fps$/, '')
  const said = labelling.exec(written)?.[1]
  const dropFrame = said?.startsWith('d') ?? false
  const number = written.replace(labelling, '')
  const parts = fraction.exec(number)
  const rate = parts ? makeFrameRate(Number(parts[1]), Number(parts[2]), dropFrame) : named(number, dropFrame)
  if (!rate) return refuse(unknown(text))
  if (!rate.ok || said !== undefined || !canDrop(rate.value)) return rate
  return refuse(undecided(text, rate.value))
}

/** The rate that a decimal stands for: a whole number is itself, others are those that the trade cuts off after two or three digits. */
function named(number: string, dropFrame: boolean): Result<FrameRate> | null {
  const match = decimal.exec(number)
  if (!match) return null
  const [, whole = '', digits = ''] = match
  if (Number(digits) === 0) return makeFrameRate(Number(whole), 1, dropFrame)
  const value = Number(`${whole}.${digits}`)
  const isMeant = ({ num, den }: FrameRate) =>
    den > 1 && digits.length > 1 && Math.abs(num / den - value) < 5 * 10 ** -(digits.length + 1) + 1e-9
  const meant = [...offeredRates, ...fastRates].find((rate) => isMeant(rate))
  return meant ? makeFrameRate(meant.num, meant.den, dropFrame) : null
}

const pulledDown = offeredRates.find(({ den }) => den > 1)?.den ?? 1
const fastRates: readonly FrameRate[] = [96, 120].map((nominal) => ({
  num: nominal * 1000,
  den: pulledDown,
  dropFrame: false,
}))

function canDrop(rate: FrameRate): boolean {
  return makeFrameRate(rate.num, rate.den, true).ok && nominalRate(rate) % 30 === 0
}

function unknown(found: string): Problem {
  return {
    message: 'This is not a frame rate.',
    expected: `${offeredRates.map(shortName).join(', ')}, or a fraction such as 24/1`,
    found: found.trim() === '' ? 'nothing' : found,
    remedy: 'Write the rate of the locked cut; df or ndf says whether its timecode drops numbers.',
  }
}

function undecided(found: string, rate: FrameRate): Problem {
  const name = rateName(rate).split(' ')[0]
  return {
    message: `${found.trim()} does not say whether its timecode drops numbers.`,
    expected: `${name}df or ${name}ndf`,
    found,
    remedy: 'Add df where the frames of a label stand after a semicolon, ndf where they stand after a colon.',
  }
}

function shortName(rate: FrameRate): string {
  return rateName(rate).replace(' drop', 'df').replace(' non-drop', 'ndf')
}
