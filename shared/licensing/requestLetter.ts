import type { ProductionDocument } from '../model/document.ts'
import type { CueId, LicenceId } from '../model/ids.ts'
import type { Licence } from '../model/licence.ts'
import { nameKey } from '../model/sameMusic.ts'
import { partyName } from '../model/work.ts'
import { type CueUse, isPlaced } from '../sheet/cueUse.ts'
import { durationText, reportedSeconds } from '../sheet/duration.ts'
import { listed } from '../sheet/listed.ts'
import { percentText } from '../sheet/percentText.ts'
import type { Programme } from '../sheet/programme.ts'
import { usCodeNames } from '../sheet/readableNames.ts'
import { usUsage } from '../sheet/usage.ts'
import { formatTimecode } from '../time/timecode.ts'
import { filledTemplate, type LetterField, type LetterTemplate, type UseField } from './letterTemplate.ts'

/** A request to one holder, ready to be looked at and sent by the user. */
export type RequestLetter = {
  readonly holder: string
  /** E-mail address, as far as the licences give one; empty otherwise. */
  readonly to: string
  readonly subject: string
  readonly body: string
  /** What it asks for: to be marked as requested once it has gone out. */
  readonly licences: readonly LicenceId[]
  readonly cues: readonly CueId[]
}

/** Who writes, and when. */
export type Sender = { readonly name: string; readonly email: string; readonly today: string }

type Ground = Pick<ProductionDocument, 'production' | 'parties'>

/** A licence that is asked for, with the uses that it is for. */
type Asked = { readonly licence: Licence; readonly uses: readonly CueUse[] }

/**
 * One letter for each holder of the licences named, in sheet order of what they hold. A letter lists every use with what is
 * asked for it: the same song used twice stands there twice, with its two places.
 */
export function requestLetters(
  wanted: readonly LicenceId[],
  uses: readonly CueUse[],
  programme: Programme,
  ground: Ground,
  template: LetterTemplate,
  sender: Sender,
): readonly RequestLetter[] {
  const isWanted = new Set(wanted)
  const asked = new Map<LicenceId, { licence: Licence; uses: CueUse[] }>()
  for (const use of uses) {
    for (const licence of use.licences) {
      if (!isWanted.has(licence.id)) continue
      const present = asked.get(licence.id) ?? { licence, uses: [] }
      present.uses.push(use)
      asked.set(licence.id, present)
    }
  }
  return groups([...asked.values()]).map((all) => letterOf(all, programme, ground, template, sender))
}

/** Those of one holder together; each without a name alone. */
function groups(all: readonly Asked[]): readonly (readonly Asked[])[] {
  const byKey = new Map<string, Asked[]>()
  for (const asked of all) {
    const name = nameKey(asked.licence.licensor)
    const key = name === '' ? `licence ${asked.licence.id}` : `holder ${name}`
    const group = byKey.get(key)
    if (group) group.push(asked)
    else byKey.set(key, [asked])
  }
  return [...byKey.values()]
}

function letterOf(
  all: readonly Asked[],
  programme: Programme,
  ground: Ground,
  template: LetterTemplate,
  sender: Sender,
): RequestLetter {
  const { production } = ground
  const [first] = all
  const holder = first?.licence.licensor.trim() ?? ''
  const contact = all.map(({ licence }) => licence.contact.trim()).find(Boolean) ?? ''
  const blocks = all.flatMap(({ licence, uses }) =>
    uses.map((use) => filledTemplate(template.use, fieldsOfUse(use, licence, programme, ground))),
  )
  const fields: Readonly<Record<LetterField, string>> = {
    holder: holder || 'Sir or Madam',
    contact,
    production: production.title.trim() || 'our production',
    episode: [production.episodeNumber, production.episodeTitle]
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' '),
    company: production.productionCompany.trim(),
    category: production.category,
    airDate: production.airDate,
    network: production.network.trim(),
    territory: listed(production.neededTerritories.map((text) => text.trim())) || 'to be agreed',
    media: listed(production.neededMedia.map((text) => text.trim())) || 'to be agreed',
    term: production.neededTerm.trim() || 'to be agreed',
    uses: blocks.join('\n\n'),
    count: blocks.length === 1 ? '1 use' : `${blocks.length} uses`,
    sender: sender.name.trim() || production.preparedBy.trim(),
    email: sender.email.trim() || production.preparedByEmail.trim(),
    date: sender.today,
  }
  return {
    holder,
    to: emailIn(contact),
    subject: filledTemplate(template.subject, fields).replace(/\s+/g, ' ').trim(),
    body: `${filledTemplate(template.body, fields).trim()}\n`,
    licences: all.map(({ licence }) => licence.id),
    cues: [...new Set(all.flatMap(({ uses }) => uses.map(({ cue }) => cue.id)))],
  }
}

function fieldsOfUse(
  use: CueUse,
  licence: Licence,
  programme: Programme,
  { production, parties }: Ground,
): Readonly<Record<UseField, string>> {
  const { cue, work, recording } = use
  const named = (ids: readonly { readonly party: string }[]) =>
    listed(
      ids.flatMap(({ party }) => {
        const found = Object.hasOwn(parties, party) ? parties[party] : undefined
        return found ? [partyName(found)] : []
      }),
    )
  const code = usUsage(cue, production.visualRule).code
  const time = isPlaced(use) ? use.time : null
  return {
    title: use.title.trim() || 'untitled',
    artist: recording?.artist.trim() ?? '',
    writers: named(work?.writers ?? []),
    publishers: named(work?.publishers ?? []),
    label: recording?.label.trim() ?? '',
    number: cue.number.trim(),
    duration: time ? durationText(reportedSeconds(time.length, programme.rate)) : 'to be confirmed',
    timecode: time ? formatTimecode(time.first.inReel.start, programme.rate) : 'to be confirmed',
    timecodeOut: time ? formatTimecode(time.last.inReel.end, programme.rate) : 'to be confirmed',
    usage: code ? `${usCodeNames[code]} (${code})` : 'to be confirmed',
    scene: [cue.scene, cue.description]
      .map((text) => text.trim())
      .filter(Boolean)
      .join(': '),
    rights: rightsText(licence),
    share: percentText(licence.share),
    territory: licence.territory.trim() || listed(production.neededTerritories) || 'to be agreed',
    media: licence.media.trim() || listed(production.neededMedia) || 'to be agreed',
    term: licence.term.trim() || production.neededTerm.trim() || 'to be agreed',
    options: licence.options.trim(),
  }
}

function rightsText({ grants, share, mfn }: Licence): string {
  const sides = grants.map((side) =>
    side === 'sync' ? 'synchronisation (the composition)' : 'master use (the recording)',
  )
  const rights = listed(sides) || 'permission'
  return `${rights}, ${percentText(share)}${mfn ? ', most favoured nations' : ''}`
}

/** The first e-mail address in a text. */
function emailIn(text: string): string {
  return /[^\s<>,;:"()[\]]+@[^\s<>,;:"()[\]]+\.[^\s<>,;:"()[\]]+/.exec(text)?.[0].replace(/\.$/, '') ?? ''
}
