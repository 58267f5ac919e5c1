import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import type { Licence } from '../model/licence.ts'
import { licenceStatuses } from '../model/licence.ts'
import { cueUses } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { wholeFee } from '../sheet/wholeFee.ts'
import { moneyStage, moneyStages, productionMoney } from './money.ts'

const sound = soundDocument()
const uses = (document: ProductionDocument) => cueUses(document, buildProgramme(document))
const money = (document: ProductionDocument) => productionMoney(uses(document), document.production.budgets)
const onSync = (patch: Partial<Licence>, of = sound) => withRecord(of, 'licences', 'sync2', patch)

describe('the money of a production', () => {
  test('counts each licence once, in the stage of its status, and never adds currencies up', () => {
    let document = onSync({
      cues: ['c1', 'c2'] as never,
      feeMinor: 900_000,
      currency: 'usd',
      status: 'approved',
    })
    document = withRecord(document, 'licences', 'master2', { feeMinor: 100, currency: 'EUR', status: 'paid' })
    document = withRecord(document, 'licences', 'agreement1', {
      estimateMinor: 50,
      currency: 'EUR',
      status: 'requested',
    })
    const { currencies, unpriced } = money(document)
    expect(currencies).toMatchObject([
      { currency: 'EUR', stages: { estimate: 50n, paid: 100n }, total: 150n, cap: null },
      { currency: 'USD', stages: { approved: 900_000n }, total: 900_000n },
    ])
    expect(unpriced).toBe(0)
  })

  test('a fee takes the place of the estimate', () => {
    const { currencies } = money(
      onSync({ estimateMinor: 50, feeMinor: 70, currency: 'EUR', status: 'quoted' }),
    )
    expect(currencies[0]?.stages.quoted).toBe(70n)
  })

  test('a denied licence costs nothing and leaves its cue exposed, with what was asked', () => {
    const { currencies, exposedCues } = money(onSync({ status: 'denied', feeMinor: 7, currency: 'EUR' }))
    expect(exposedCues).toEqual(['c2'])
    expect(currencies).toMatchObject([{ currency: 'EUR', total: 0n, exposed: 7n }])
  })

  test('says what is left of a cap, and by how much it is overspent', () => {
    const capped = {
      ...onSync({ feeMinor: 120, currency: 'EUR' }),
      production: {
        ...sound.production,
        budgets: [
          { currency: 'EUR', capMinor: 100 },
          { currency: 'GBP', capMinor: 5 },
        ],
      },
    }
    expect(money(capped).currencies).toMatchObject([
      { currency: 'EUR', cap: 100n, left: -20n },
      { currency: 'GBP', total: 0n, left: 5n },
    ])
  })

  test('whatever the fees, stages add up to what the licences that stand cost', () => {
    const status = fc.constantFrom(...licenceStatuses)
    const fee = fc.oneof(fc.constant(null), fc.integer({ min: -1000, max: Number.MAX_SAFE_INTEGER }))
    fc.assert(
      fc.property(
        fc.array(fc.record({ status, fee, cues: fc.subarray(['c1', 'c2'] as CueId[]) })),
        (drawn) => {
          const licences = drawn.map(({ status: at, fee: feeMinor, cues }, index) => ({
            ...(sound.licences.sync2 as Licence),
            ...{ id: `l${index}` as never, status: at, feeMinor, cues, currency: 'EUR' },
          }))
          const document = { ...sound, licences: Object.fromEntries(licences.map((each) => [each.id, each])) }
          const sum = licences
            .filter((each) => each.cues.length > 0 && moneyStage(each) !== null)
            .reduce((total, { feeMinor }) => total + BigInt(feeMinor ?? 0), 0n)
          const [euro] = money(document).currencies
          expect(euro?.total ?? 0n).toBe(sum)
          if (euro) expect(moneyStages.reduce((total, stage) => total + euro.stages[stage], 0n)).toBe(sum)
        },
      ),
    )
  })
})

describe('most favoured nations', () => {
  const minor = fc.integer({ min: 0, max: 10 ** 12 })
  const share = fc.integer({ min: 1, max: 10_000 })

  test('a fee at 100 % is fee × 100 / share, half up, in whole minor units', () => {
    fc.assert(
      fc.property(minor, share, (feeMinor, basisPoints) => {
        const whole = wholeFee({ feeMinor, share: basisPoints }) as bigint
        const doubled = 2n * BigInt(feeMinor) * 10_000n
        expect(2n * whole * BigInt(basisPoints) - doubled).toBeLessThanOrEqual(BigInt(basisPoints))
        expect(2n * whole * BigInt(basisPoints) - doubled).toBeGreaterThan(-BigInt(basisPoints))
      }),
    )
  })
})
