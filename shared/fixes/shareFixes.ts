import { joinEdits } from '../edits/edit.ts'
import { mergeParties } from '../edits/mergeEdits.ts'
import { updateParty } from '../edits/partyEdits.ts'
import { doubleShares, setPublishers, setWriters, splitEvenly } from '../edits/shareEdits.ts'
import { scaleToWhole } from '../edits/shareScaling.ts'
import { updateWork } from '../edits/workEdits.ts'
import type { Finding } from '../model/finding.ts'
import { partyName } from '../model/work.ts'
import { isIpi } from '../review/checkDigits.ts'
import { earlierNamesake } from '../review/rules/namesakesDiffer.ts'
import { shareTotals } from '../review/shareTotals.ts'
import { workParties } from '../review/workParties.ts'
import { listed } from '../sheet/listed.ts'
import type { Fix, FixFacts } from './fix.ts'
import { foundWork, labelled } from './found.ts'

const sideOfRule = { 'CS-041': 'writers', 'CS-042': 'publishers' } as const

/** Fixes for a side that is not whole. */
function wholeSideFixes(rule: keyof typeof sideOfRule): readonly Fix[] {
  const side = sideOfRule[rule]
  return [
    {
      id: `${rule}.even`,
      rule,
      does: `Splits the ${side}’ side evenly; odd hundredths go to the first names.`,
      edit: onWork((work) => splitEvenly(work, side)),
    },
    {
      id: `${rule}.scale`,
      rule,
      does: `Scales the ${side}’ shares to 100%, each keeping its part of the whole.`,
      edit: onWork((work) => scaleToWhole(work, side)),
    },
  ]
}

/** Fixes for the people and shares of works (CS-040 to CS-065). */
export const shareFixes: readonly Fix[] = [
  {
    id: 'CS-040.traditional',
    rule: 'CS-040',
    does: 'Names “Traditional”, society PD, as the writer of a work in the public domain.',
    edit: (finding, { document, makeId }) => {
      const work = foundWork(finding, document)
      if (!work?.publicDomain || work.writers.length > 0) return null
      const traditional = { party: { name: 'Traditional' }, role: 'CA' as const, share: 10_000 }
      const named = setWriters(work.id, [traditional], makeId)
      return {
        label: 'Writer is Traditional (PD)',
        run: (before) => {
          const after = named.run(before)
          const party = after.ok ? after.value.works[work.id]?.writers[0]?.party : undefined
          return after.ok && party ? updateParty(party, { society: 'PD' }).run(after.value) : after
        },
      }
    },
  },
  ...wholeSideFixes('CS-041'),
  ...wholeSideFixes('CS-042'),
  {
    id: 'CS-043.unpublished',
    rule: 'CS-043',
    does: 'Marks the work as unpublished.',
    edit: onWork((work) => labelled('Mark as unpublished', updateWork(work, { unpublished: true }))),
  },
  {
    id: 'CS-044.ns',
    rule: 'CS-044',
    does: 'Confirms that those without a society have none (NS).',
    edit: (finding, { document }) => {
      const without = workParties(foundWork(finding, document), document).filter(
        ({ society }) => !society.trim(),
      )
      if (without.length === 0) return null
      const names = listed(without.map((party) => partyName(party) || 'a holder without a name'))
      return joinEdits(
        `Set society NS for ${names}`,
        without.map(({ id }) => updateParty(id, { society: 'NS' })),
      )
    },
  },
  {
    id: 'CS-045.pad',
    rule: 'CS-045',
    does: 'Takes spaces and dots out of the number and pads it to eleven digits, where that makes it valid.',
    edit: (finding, { document }) => {
      const wrong = workParties(foundWork(finding, document), document).filter(
        ({ ipi }) => ipi.trim() && !isIpi(ipi),
      )
      const mended = wrong.map(({ id, ipi }) => ({ id, ipi: ipi.replace(/\D/g, '').padStart(11, '0') }))
      if (mended.length === 0 || mended.some(({ ipi }) => !isIpi(ipi))) return null
      return joinEdits(
        `Set IPI to ${listed(mended.map(({ ipi }) => ipi))}`,
        mended.map(({ id, ipi }) => updateParty(id, { ipi })),
      )
    },
  },
  {
    id: 'CS-049.even',
    rule: 'CS-049',
    does: 'Splits the side evenly on which a share is impossible.',
    edit: (finding, { document }) => {
      const work = foundWork(finding, document)
      if (!work) return null
      const isImpossible = ({ share }: { readonly share: number }) => share < 0 || share > 10_000
      const sides = (['writers', 'publishers'] as const).filter((side) => work[side].some(isImpossible))
      return joinEdits(
        `Split ${listed(sides)} evenly`,
        sides.map((side) => splitEvenly(work.id, side)),
      )
    },
  },
  {
    id: 'CS-050.double',
    rule: 'CS-050',
    does: 'Doubles every share, where writers and publishers were entered as 50% each.',
    edit: (finding, { document }) => {
      const work = foundWork(finding, document)
      if (!work) return null
      const { writers, publishers } = shareTotals(work)
      return writers === publishers ? doubleShares(work.id) : null
    },
  },
  {
    id: 'CS-050.scale',
    rule: 'CS-050',
    does: 'Scales each side to 100%, where the two were entered as parts of one whole.',
    edit: onWork((work) =>
      joinEdits('Scale each side to 100%', [scaleToWhole(work, 'writers'), scaleToWhole(work, 'publishers')]),
    ),
  },
  {
    id: 'CS-052.merge',
    rule: 'CS-052',
    does: 'Makes the two parties one, with the society and IPI of the first.',
    edit: ({ party }, { document: { parties } }) => {
      const later = party === undefined ? undefined : parties[party]
      const earlier = later && earlierNamesake(later, parties)
      if (!later || !earlier) return null
      const { firstName, lastName, name, society, ipi, contact } = earlier
      const chosen = {
        ...{ firstName, lastName, name },
        ...{ society: society || later.society, ipi: ipi || later.ipi, contact: contact || later.contact },
      }
      return labelled(
        `Merge with the other ${partyName(earlier)}`,
        mergeParties(earlier.id, [later.id], chosen),
      )
    },
  },
  {
    id: 'CS-065.remove',
    rule: 'CS-065',
    does: 'Removes the publishers of a work in the public domain.',
    edit: (finding, { document, makeId }) => {
      const work = foundWork(finding, document)
      const noun = work?.publishers.length === 1 ? 'publisher' : 'publishers'
      return work && labelled(`Remove the ${noun}`, setPublishers(work.id, [], makeId))
    },
  },
]

function onWork(
  edit: (work: NonNullable<ReturnType<typeof foundWork>>['id']) => ReturnType<Fix['edit']>,
): Fix['edit'] {
  return (finding: Finding, { document }: FixFacts) => {
    const work = foundWork(finding, document)
    return work && edit(work.id)
  }
}
