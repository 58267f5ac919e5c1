import { evenShares } from '../edits/shareEdits.ts'
import type { ProductionDocument } from '../model/document.ts'
import { folded } from '../model/folded.ts'
import {
  type PublisherShare,
  partyName,
  publisherRoles,
  type WriterShare,
  writerRoles,
} from '../model/work.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'

/** A side of a work: who has which part. */
export type Shares = readonly (WriterShare | PublisherShare)[]

/** A part as it is typed: the name, and role and basis points of the side where they are said. */
export type SaidShare = { readonly name: string; readonly role: string; readonly share: number }

/** The shares of one side in a line: `Ann Lee (CA) 50; Dexter Moy (A) 50`. Names hold no semicolon there. */
export function sharesText(shares: Shares, parties: ProductionDocument['parties']): string {
  return shares
    .map(({ party, role, share }) => {
      const known = parties[party]
      return `${known ? partyName(known).replaceAll(';', ',') : ''} (${role}) ${share / 100}`.trim()
    })
    .join('; ')
}

type Side = 'writers' | 'publishers'

const entry = /^(.*?)(?:\s*\(([^()]*)\))?(?:[\s,]+(\d{1,5}(?:[.,]\d{1,2})?)\s*%?)?$/

/**
 * Reads such a line; also names alone, separated by semicolons, slashes or line breaks. Shares left out are those the same names have
 * now, or equal parts of what is left; roles left out are those of now, or composer and author, or publisher.
 */
export function readShares(
  text: string,
  side: Side,
  present: readonly { readonly name: string; readonly role: string; readonly share: number }[],
): Result<readonly SaidShare[]> {
  const said: { name: string; role: string; share: number | null }[] = []
  for (const part of text.split(/\s*(?:;|\n|\s\/\s)\s*/).filter((words) => words.trim() !== '')) {
    const [, name = '', role = '', share] = entry.exec(part.trim()) ?? []
    const now = present.find((other) => folded(other.name) === folded(name))
    const read = readRole(role, side, now?.role)
    if (name.trim() === '') return refuse(nameless(part))
    if (!read.ok) return read
    said.push({
      name: name.trim(),
      role: read.value,
      share: share === undefined ? null : Math.round(Number(share.replace(',', '.')) * 100),
    })
  }
  return ok(withShares(said, present))
}

function withShares(
  said: readonly { readonly name: string; readonly role: string; readonly share: number | null }[],
  present: readonly { readonly name: string; readonly share: number }[],
): readonly SaidShare[] {
  const names = said.map(({ name }) => folded(name))
  const isSame =
    said.every(({ share }) => share === null) &&
    names.length === present.length &&
    present.every(({ name }, index) => folded(name) === names[index])
  if (isSame) return said.map((one, index) => ({ ...one, share: present[index]?.share ?? 0 }))
  const open = said.filter(({ share }) => share === null).length
  const left = 10_000 - said.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const parts =
    open === 0 ? [] : evenShares(open).map((part) => Math.floor((part * Math.max(0, left)) / 10_000))
  const odd = Math.max(0, left) - parts.reduce((sum, part) => sum + part, 0)
  let next = 0
  return said.map((one) => {
    if (one.share !== null) return { ...one, share: one.share }
    const index = next++
    return { ...one, share: (parts[index] ?? 0) + (index < odd ? 1 : 0) }
  })
}

function readRole(text: string, side: Side, now: string | undefined): Result<string> {
  const roles: readonly string[] = side === 'writers' ? writerRoles : publisherRoles
  const role = text.trim().toUpperCase()
  if (role === '') return ok(now ?? (side === 'writers' ? 'CA' : 'E'))
  if (roles.includes(role)) return ok(role)
  return refuse({
    message: `“${text.trim()}” is no role of a ${side === 'writers' ? 'writer' : 'publisher'}.`,
    expected: roles.join(', '),
    found: text.trim(),
    remedy: 'Put one of these in brackets after the name, or leave the brackets out.',
  })
}

function nameless(part: string): Problem {
  return {
    message: 'A share needs a holder.',
    expected: 'a name, such as Ann Lee (CA) 50',
    found: part,
    remedy: 'Type the name before the role and the share; separate holders with semicolons.',
  }
}
