import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { wholeFee } from '../sheet/wholeFee.ts'
import { reviewDocument } from './review.ts'

const side = fc.record({
  feeMinor: fc.integer({ min: 0, max: 10 ** 12 }),
  share: fc.integer({ min: 1, max: 10_000 }),
  currency: fc.constantFrom('EUR', 'USD'),
})

test('a licence with most favoured nations is in conflict exactly where the other is dearer at 100 %, in the same currency', () => {
  fc.assert(
    fc.property(side, side, (favoured, other) => {
      const withFavoured = withRecord(soundDocument(), 'licences', 'sync2', { ...favoured, mfn: true })
      const document = withRecord(withFavoured, 'licences', 'master2', other)
      const found = reviewDocument(document).filter(({ rule }) => rule === 'CS-074')
      const isDearer = (wholeFee(other) as bigint) > (wholeFee(favoured) as bigint)
      expect(found).toHaveLength(isDearer && favoured.currency === other.currency ? 1 : 0)
    }),
  )
})
