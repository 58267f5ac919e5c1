import { describe, expect, test } from 'vitest'
import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { removeCues } from '../../shared/edits/cueStructureEdits.ts'
import { joinEdits } from '../../shared/edits/edit.ts'
import { drop, sampleDocument, score } from '../../shared/edits/fixtures/sampleDocument.ts'
import { updateProduction } from '../../shared/edits/productionEdits.ts'
import { takeVersion } from '../../shared/edits/versionChange.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { compareGently } from './compareGently.ts'
import { differenceCounts, differenceLine, inReadingOrder } from './differenceWords.ts'

/** The same document as another program would have written and read it: equal records, other objects. */
const copied = (document: ProductionDocument) => JSON.parse(JSON.stringify(document)) as ProductionDocument

function changed(): ProductionDocument {
  const edit = joinEdits('Change', [
    updateProduction({ network: 'ABC' }),
    updateCues([drop], { title: 'Theirs', scene: '12' }),
    removeCues([score]),
  ])
  const result = edit.run(sampleDocument)
  if (!result.ok) throw new Error(result.problem.message)
  return copied(result.value)
}

describe('two versions of a production', () => {
  test('that say the same do not differ, whatever objects hold them', async () => {
    const changes = await compareGently(sampleDocument, copied(sampleDocument))
    expect(changes).toEqual([])
    expect(differenceCounts(changes)).toBe('Both say the same.')
  })

  test('are compared cue by cue, in counts and words', async () => {
    const theirs = changed()
    const changes = inReadingOrder(await compareGently(sampleDocument, theirs))
    expect(differenceCounts(changes)).toMatch(
      /^1 cue differs, 1 cue only in yours(, .*)?, the production’s details differ\.$/,
    )
    const lines = changes.map((change) => differenceLine(change, sampleDocument, theirs))
    const line = lines.find(({ key }) => key === `cues ${drop}`)
    expect(line?.kind).toBe('both')
    expect(line?.fields).toContainEqual({ field: 'scene', mine: 'nothing', theirs: '12' })
    expect(lines.find(({ key }) => key === `cues ${score}`)).toMatchObject({ kind: 'mine', fields: [] })
    expect(lines.at(-1)).toMatchObject({ name: 'Production details' })
  })

  test('become the same by taking the other, in one edit', async () => {
    const theirs = changed()
    const taken = takeVersion(await compareGently(sampleDocument, theirs)).run(sampleDocument)
    expect(taken).toEqual({ ok: true, value: theirs })
  })
})
