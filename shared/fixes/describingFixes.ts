import { retypeCues, setCueDiegesis, updateCues } from '../edits/cueFieldEdits.ts'
import { splitCue } from '../edits/cueStructureEdits.ts'
import { updateWork } from '../edits/workEdits.ts'
import type { Cue } from '../model/cue.ts'
import { freeLetteredNumber, nextCueNumber } from '../model/cueNumber.ts'
import { cuePresets } from '../model/cuePresets.ts'
import type { ProductionDocument } from '../model/document.ts'
import { looksLikeFileName, withoutAudioExtension } from '../review/audioFileName.ts'
import { fittingOrigins } from '../review/rules/typeContradictsOrigin.ts'
import { originNames } from '../sheet/readableNames.ts'
import type { Fix, FixFacts } from './fix.ts'
import { foundCue, foundUse, foundWork, labelled } from './found.ts'

/** A fix that sets fields of the cue, in the words of its button. */
function onCue(
  id: string,
  does: string,
  label: string,
  patch: (cue: Cue, facts: FixFacts) => Parameters<typeof updateCues>[1] | null,
): Fix {
  return {
    id,
    rule: id.slice(0, 6),
    does,
    edit: (finding, facts) => {
      const cue = foundCue(finding, facts.document)
      const change = cue && patch(cue, facts)
      return change && labelled(label, updateCues([cue.id], change))
    },
  }
}

/** Fixes for what is said of cues (CS-020 to CS-036). */
export const describingFixes: readonly Fix[] = [
  onCue(
    'CS-020.incidental',
    'Gives a commissioned cue the usual title for its place: Opening Music, Closing Music or Incidental Music.',
    'Give it the usual title',
    (cue) => (cue.origin === 'commissioned' ? { title: usualTitle(cue) } : null),
  ),
  {
    id: 'CS-021.letter',
    rule: 'CS-021',
    does: 'Adds the next free letter to the number.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const number = cue && freeLetteredNumber(document, cue.number)
      return number && number.length <= 50
        ? labelled(`Number it ${number}`, updateCues([cue.id], { number }))
        : null
    },
  },
  {
    id: 'CS-022.number',
    rule: 'CS-022',
    does: 'Gives the cue a number that fits its place; no other cue changes its number.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const number = cue && fittingNumber(cue, document)
      return number ? labelled(`Number it ${number}`, updateCues([cue.id], { number })) : null
    },
  },
  {
    id: 'CS-023.strip',
    rule: 'CS-023',
    does: 'Takes the ending of an audio file off the title.',
    edit: (finding, { document }) => {
      const use = foundUse(finding, document)
      const title = use ? withoutAudioExtension(use.title) : ''
      if (!use || title === '' || looksLikeFileName(title)) return null
      const isOwn = use.cue.title.trim() !== '' || !use.work
      const edit = isOwn ? updateCues([use.cue.id], { title }) : updateWork(use.work.id, { title })
      return labelled(`Title it ${title}`, edit)
    },
  },
  {
    id: 'CS-023.work',
    rule: 'CS-023',
    does: 'Takes the title of the work instead.',
    edit: (finding, { document }) => {
      const title = foundWork(finding, document)?.title.trim() ?? ''
      const cue = foundCue(finding, document)
      return cue && title && !looksLikeFileName(title)
        ? labelled(`Title it ${title}`, updateCues([cue.id], { title: '' }))
        : null
    },
  },
  onCue(
    'CS-024.confirm',
    'Says that the identification has been confirmed.',
    'Confirm the identification',
    ({ identification }) =>
      identification ? { identification: { ...identification, confidence: 'confirmed' } } : null,
  ),
  {
    id: 'CS-024.licence',
    rule: 'CS-024',
    does: 'Says that a licence which names the music confirms it.',
    edit: (finding, { document }) => {
      const use = foundUse(finding, document)
      const isNamed = use?.licences.some(({ status }) => status === 'executed' || status === 'paid')
      if (!use || !isNamed) return null
      const identification = {
        method: 'licenceDocument',
        confidence: 'confirmed',
        note: '',
        link: '',
      } as const
      return labelled('Confirmed by its licence', updateCues([use.cue.id], { identification }))
    },
  },
  onCue(
    'CS-030.preset',
    'Says what the type of cue presets: a song is vocal.',
    'Vocal, as its type is',
    ({ type }) => (cuePresets[type].vocals === undefined ? null : { vocals: cuePresets[type].vocals }),
  ),
  onCue('CS-030.instrumental', 'Says that it is instrumental.', 'Instrumental', () => ({
    vocals: 'instrumental',
  })),
  onCue('CS-030.vocal', 'Says that it is vocal.', 'Vocal', ({ type }) =>
    cuePresets[type].vocals === 'vocal' ? null : { vocals: 'vocal' },
  ),
  {
    id: 'CS-031.nonDiegetic',
    rule: 'CS-031',
    does: 'Says that only the audience hears it.',
    edit: ({ cue }) =>
      cue ? labelled('Only the audience hears it', setCueDiegesis([cue], 'nonDiegetic')) : null,
  },
  {
    id: 'CS-031.diegetic',
    rule: 'CS-031',
    does: 'Says that the characters hear it.',
    edit: ({ cue }) => (cue ? labelled('The characters hear it', setCueDiegesis([cue], 'diegetic')) : null),
  },
  {
    id: 'CS-032.diegetic',
    rule: 'CS-032',
    does: 'Says that the characters hear it.',
    edit: ({ cue }) => (cue ? labelled('The characters hear it', setCueDiegesis([cue], 'diegetic')) : null),
  },
  onCue('CS-032.notSeen', 'Says that its source is not seen.', 'Its source is not seen', () => ({
    sourceVisibility: 'none',
  })),
  onCue(
    'CS-033.device',
    'Says that a device is seen: a radio, a jukebox, a television.',
    'A device is seen',
    () => ({
      sourceVisibility: 'device',
    }),
  ),
  onCue('CS-033.performer', 'Says that a player or singer is seen.', 'A performer is seen', () => ({
    sourceVisibility: 'performer',
  })),
  onCue(
    'CS-034.segment',
    'Makes it the theme of a segment instead of a title theme.',
    'Make it a segment theme',
    () => ({ themeRole: 'segment' }),
  ),
  onCue('CS-034.none', 'Takes its theme role off.', 'Take its theme role off', () => ({ themeRole: 'none' })),
  {
    id: 'CS-035.origin',
    rule: 'CS-035',
    does: 'Gives the cue the origin that its type asks for.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      const origin = cue && fittingOrigins[cue.type]?.[0]
      return origin
        ? labelled(`Set origin to ${originNames[origin]}`, updateCues([cue.id], { origin }))
        : null
    },
  },
  {
    id: 'CS-035.type',
    rule: 'CS-035',
    does: 'Gives the cue a type that its origin allows.',
    edit: (finding, { document }) => {
      const cue = foundCue(finding, document)
      if (cue?.origin === 'library') return labelled('Set type to library', retypeCues([cue.id], 'library'))
      if (cue?.origin !== 'commercial' && cue?.origin !== 'video') return null
      return labelled('Set type to needle drop', updateCues([cue.id], { type: 'needleDrop' }))
    },
  },
  {
    id: 'CS-036.split',
    rule: 'CS-036',
    does: 'Splits the cue at the playhead: the characters hear the first part, only the audience the second.',
    edit: ({ cue }, { place, makeId }) =>
      cue && place
        ? labelled('Split here', splitCue(cue, place, makeId, { first: 'diegetic', second: 'nonDiegetic' }))
        : null,
  },
]

function usualTitle({ themeRole }: Cue): string {
  if (themeRole === 'mainTitle') return 'Opening Music'
  return themeRole === 'endTitle' ? 'Closing Music' : 'Incidental Music'
}

function fittingNumber(cue: Cue, document: ProductionDocument): string | null {
  const [first] = cue.spans
  if (!first || typeof first.start !== 'number') return null
  const { [cue.id]: _, ...cues } = document.cues
  return nextCueNumber({ ...document, cues }, first.reel, first.start)
}
