/**
 * A document as an older file holds it: the header under `production`, and each table as records by id. Nothing else
 * is known of its shape.
 */
export type RawDocument = Readonly<Record<string, unknown>>

/** Makes a document of the next version out of one of this version. */
export type Upgrade = (document: RawDocument) => RawDocument

/** THE LIST: the step at index 0 leads from version 1 to version 2, and so on. A step that was released never changes. */
export const upgrades: readonly Upgrade[] = [withProxiesAndStems, asItIs, withRightsInFull, withClearance]

/** The version that the last step leads to. */
export function versionAfter(steps: readonly Upgrade[]): number {
  return steps.length + 1
}

/** A document of one version as one of a later version. */
export function upgrade(
  document: RawDocument,
  from: number,
  to: number,
  steps: readonly Upgrade[] = upgrades,
): RawDocument {
  return steps.slice(from - 1, to - 1).reduce((current, step) => step(current), document)
}

/**
 * To version 2: each reel's media may have a proxy, and each reel has a list of stems. One that is there already, as in a
 * file of version 2 that says it is of version 1, stays.
 */
function withProxiesAndStems(document: RawDocument): RawDocument {
  return {
    ...document,
    reels: mapValues(document.reels, (reel) => ({
      stems: [],
      ...reel,
      media: isRecord(reel.media) ? { proxy: null, ...reel.media } : reel.media,
    })),
  }
}

/** To version 3: the file tells relative paths beside the document, which stays as it is. */
function asItIs(document: RawDocument): RawDocument {
  return document
}

/**
 * To version 4: what licences allow, what the production needs and how it numbers its cues, proofs, contacts, the rate that a
 * picture's file tells, and findings that are ignored.
 */
function withRightsInFull(document: RawDocument): RawDocument {
  const { production } = document
  const head = { prefix: '', head: 'automatic', restartsPerReel: false, digits: 2 }
  const needs = { neededTerritories: [], neededMedia: [], numbering: head, targetSocieties: [] }
  const added = <Fields extends RawDocument>(table: unknown, fields: Fields) =>
    mapValues(table, (record) => ({ ...fields, ...record }))
  return {
    ignored: {},
    ...document,
    production: isRecord(production)
      ? { showDurationOverride: null, revisionNote: '', ...needs, ...production }
      : production,
    reels: added(document.reels, { pictureRate: null }),
    cues: added(document.cues, { licensedDuration: null, licensedUses: null }),
    works: added(document.works, { publicDomainProof: '', publicDomainTerritory: '' }),
    recordings: added(document.recordings, { unionReuseChecked: false }),
    parties: added(document.parties, { contact: '' }),
    licences: added(document.licences, { licensedUsage: '', files: [] }),
  }
}

/** To version 5: how licences came to where they are, estimates and budgets, what bears on a cue's rights and who decided about them. */
function withClearance(document: RawDocument): RawDocument {
  const { production } = document
  const added = <Fields extends RawDocument>(table: unknown, fields: Fields) =>
    mapValues(table, (record) => ({ ...fields, ...record }))
  return {
    ...document,
    production: isRecord(production) ? { neededTerm: '', budgets: [], ...production } : production,
    cues: added(document.cues, { circumstances: [], overrulings: [] }),
    licences: added(document.licences, { history: [], replaces: [], estimateMinor: null }),
  }
}

/** Changes each record of a table. What is no record stays as it is, for the check that follows to name. */
function mapValues(table: unknown, change: (record: RawDocument) => RawDocument): unknown {
  if (!isRecord(table)) return table
  return Object.fromEntries(
    Object.entries(table).map(([id, record]) => [id, isRecord(record) ? change(record) : record]),
  )
}

function isRecord(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
