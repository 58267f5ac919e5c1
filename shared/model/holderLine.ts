import { basisPointsOfPercent } from './fields.ts'
import { identifierForm } from './identifierForms.ts'
import { societyNamed } from './societies.ts'
import { publisherRoles, writerRoles } from './work.ts'

/** What a line such as `Ada Rivers, BMI, 50, C` says of a holder; null where it says nothing. */
export type HolderLine = {
  readonly name: string
  readonly society: string | null
  readonly ipi: string | null
  /** Basis points of the side. */
  readonly share: number | null
  readonly role: string | null
}

const roleNames: Readonly<Record<string, string>> = {
  composer: 'C',
  comp: 'C',
  music: 'C',
  author: 'A',
  lyricist: 'A',
  lyrics: 'A',
  words: 'A',
  writer: 'CA',
  songwriter: 'CA',
  'composer author': 'CA',
  arranger: 'AR',
  arr: 'AR',
  adapter: 'AD',
  adaptor: 'AD',
  'sub author': 'SA',
  'sub arranger': 'SR',
  translator: 'TR',
  transl: 'TR',
  publisher: 'E',
  pub: 'E',
  'original publisher': 'E',
  op: 'E',
  'sub publisher': 'SE',
  sub: 'SE',
  sp: 'SE',
  administrator: 'AM',
  admin: 'AM',
  adm: 'AM',
}

/** The role of a side that a text names, as its code or in words; null for another text. */
export function roleNamed(side: 'writers' | 'publishers', text: string): string | null {
  const known: readonly string[] = side === 'writers' ? writerRoles : publisherRoles
  const code = text.trim().toUpperCase().replace('C/A', 'CA').replace('A/C', 'CA')
  if (known.includes(code)) return code
  const named =
    roleNames[
      text
        .trim()
        .toLowerCase()
        .replace(/[-–./\s]+/g, ' ')
        .trim()
    ]
  return named !== undefined && known.includes(named) ? named : null
}

/**
 * Takes a line apart that names a holder and, after commas, semicolons or tabs and in any order, a society, an IPI, a share and a
 * role. What is none of these belongs to the name: `Rivers, Ada, BMI`.
 */
export function readHolderLine(side: 'writers' | 'publishers', text: string): HolderLine {
  const [name = '', ...parts] = text.split(/[,;\t]/).map((part) => part.trim())
  const line = { name, society: null, ipi: null, share: null, role: null } as {
    -readonly [Field in keyof HolderLine]: HolderLine[Field]
  }
  for (const part of parts) {
    if (part === '') continue
    const share = shareIn(part)
    const role = roleNamed(side, part)
    const society = societyNamed(part)
    const ipi = share === null ? identifierForm('ipi', part) : null
    if (share !== null && line.share === null) line.share = share
    else if (role !== null && line.role === null) line.role = role
    else if (society !== null && line.society === null) line.society = society
    else if (ipi !== null && line.ipi === null) line.ipi = ipi
    else line.name = `${line.name}, ${part}`
  }
  return line
}

function shareIn(text: string): number | null {
  const fraction = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text)
  const percent = fraction
    ? (Number(fraction[1]) * 100) / Number(fraction[2])
    : /^\d{1,3}([.]\d{1,4})?\s*%?$/.test(text)
      ? Number(text.replace('%', ''))
      : Number.NaN
  return percent >= 0 && percent <= 100 ? basisPointsOfPercent(percent) : null
}
