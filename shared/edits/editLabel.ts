/** A verb with what it is done to: `Move cue`, `Move 3 cues`. */
export function countedLabel(verb: string, noun: string, count: number): string {
  return count === 1 ? `${verb} ${noun}` : `${verb} ${count} ${noun}s`
}

const spelled: Readonly<Record<string, string>> = {
  iswc: 'ISWC',
  isrc: 'ISRC',
  eidr: 'EIDR',
  isan: 'ISAN',
  ipi: 'IPI',
  mfn: 'most favoured nations',
  catalogueNo: 'catalogue number',
  trackNo: 'track number',
  titleAka: 'other titles',
  episodeTitleAka: 'other episode titles',
  feeMinor: 'fee',
  airDate: 'air date',
  preparedByEmail: 'e-mail address',
  cues: 'cues of licence',
  starts: 'start date',
  expires: 'expiry date',
  requested: 'day of request',
  quoted: 'day of quote',
  approved: 'day of approval',
  executed: 'day of execution',
  paid: 'day of payment',
  ownedByProduction: 'ownership of the recording',
  visualRule: 'rule for visual music',
  showDurationOverride: 'stated show duration',
  neededTerritories: 'needed territories',
  neededMedia: 'needed media',
  numbering: 'cue numbering',
  revisionNote: 'note on the revision',
  licensedDuration: 'licensed duration',
  publicDomainProof: 'proof of public domain',
  publicDomainTerritory: 'territory of public domain',
  unionReuseChecked: 'check of union re-use',
  estimateMinor: 'estimate',
  neededTerm: 'needed term',
  budgets: 'budget',
  overrulings: 'decisions about papers',
  replaces: 'former licences',
  history: 'course',
}

/** Names the change of some fields of one kind of record: `Change title`, and `Change cue` when there are several. */
export function changeLabel(noun: string, patch: object, count = 1): string {
  const fields = Object.keys(patch)
  const [field] = fields
  if (fields.length !== 1 || field === undefined) return countedLabel('Change', noun, count)
  const words = fieldWords(field)
  return count === 1 ? `Change ${words}` : `Change ${words} of ${count} ${noun}s`
}

/** A field as it is called in the interface: `episodeTitle` as `episode title`. */
export function fieldWords(field: string): string {
  return spelled[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
