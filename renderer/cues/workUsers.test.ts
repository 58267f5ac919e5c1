import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomEdit } from '../../shared/edits/fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { workUsers } from './workUsers.ts'

test('the users of each work are counted right, whatever edits are made', () => {
  const picks = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 })
  fc.assert(
    fc.property(fc.array(picks, { minLength: 1, maxLength: 25 }), (sequence) => {
      const makeId = countingIds()
      let document = sampleDocument
      for (const step of sequence) {
        const result = randomEdit(document, step, makeId).run(document)
        if (result.ok) document = result.value
        for (const { id } of recordsOf(document, 'works')) {
          const users = recordsOf(document, 'cues').filter(({ work }) => work === id).length
          expect(workUsers(document.cues, id)).toBe(users)
        }
      }
    }),
    { numRuns: 60 },
  )
})
