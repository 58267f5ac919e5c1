import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DatedVersion, keptVersions, versionRule } from './keptVersions.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.UTC(2026, 10, 2, 9)

function version(order: number, at: number, others: Partial<DatedVersion> = {}): DatedVersion {
  return { order, at, offset: 0, size: 10_000, isGood: true, ...others }
}

/** Saves one after the other, thinning after each as the app does; `clock` says when each was made. */
function savedAt(clock: readonly number[]): readonly DatedVersion[] {
  let kept: readonly DatedVersion[] = []
  clock.forEach((at, index) => {
    const all = [...kept, version(index + 1, at)]
    const stay = keptVersions(all, at)
    kept = all.filter(({ order }) => stay.has(order))
  })
  return kept
}

function sumOfSteps(steps: readonly number[]): readonly number[] {
  let at = start
  return steps.map((step) => {
    at += step
    return at
  })
}

const honestSteps = fc.array(
  fc.oneof(fc.integer({ min: 1000, max: 10 * minute }), fc.integer({ min: minute, max: 20 * hour })),
  { minLength: 1, maxLength: 160 },
)
/** Steps of a clock that is now and then set by up to twenty years in either direction. */
const wildSteps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1000, max: 3 * hour }) },
    { weight: 1, arbitrary: fc.integer({ min: -7300 * day, max: 7300 * day }) },
  ),
  { minLength: 1, maxLength: 120 },
)

describe('with an honest clock, after every save of months', () => {
  test('every save of the last hour is there, the last of each hour of the last day, and the last of each day of 90', () => {
    fc.assert(
      fc.property(honestSteps, (steps) => {
        const clock = sumOfSteps(steps)
        const now = clock.at(-1) ?? start
        const kept = new Set(savedAt(clock).map(({ at }) => at))
        const lastOf = (length: number, within: number) =>
          clock.filter(
            (at, index) =>
              now - at <= within &&
              Math.floor(at / length) !== Math.floor((clock[index + 1] ?? Infinity) / length),
          )
        const wanted = [
          ...clock.filter((at) => now - at <= hour),
          ...lastOf(hour, day),
          ...lastOf(day, 90 * day),
        ]
        for (const at of wanted) expect(kept.has(at)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('a year of saves every ten minutes keeps no more than the rule names', () => {
    const clock = Array.from({ length: 365 * 6 * 8 }, (_, index) => {
      const [days, ofDay] = [Math.floor(index / 48), index % 48]
      return start + days * day + ofDay * 10 * minute
    })
    const kept = savedAt(clock)
    expect(kept.length).toBeLessThanOrEqual(versionRule.newest + 6 + 24 + 91)
    expect(kept.length).toBeGreaterThan(90)
    const oldest = Math.min(...kept.map(({ at }) => at))
    expect((clock.at(-1) ?? 0) - oldest).toBeGreaterThan(89 * day)
  })

  test('what is not the last of its hour or day goes when its time comes', () => {
    const versions = Array.from({ length: 60 }, (_, index) => version(index + 1, start + index * 5 * minute))
    const now = start + 60 * 5 * minute
    const kept = [...keptVersions(versions, now)]
    // Twelve of the last hour, and the last of each of the four hours before.
    expect(kept.toSorted((a, b) => a - b)).toEqual([12, 24, 36, 48, ...range(49, 60)])
    const nextDay = keptVersions(versions, now + 2 * day)
    expect([...nextDay].toSorted((a, b) => a - b)).toEqual(range(51, 60))
  })

  test('hours and days are those of the local clock', () => {
    const eve = Date.UTC(2026, 10, 2, 22, 30)
    const versions = [
      version(1, eve, { offset: 60 }),
      version(2, eve + hour, { offset: 60 }),
      ...Array.from({ length: 10 }, (_, index) => version(index + 3, eve + 3 * day + index)),
    ]
    expect([...keptVersions(versions, eve + 3 * day + 10)]).toEqual(expect.arrayContaining([1, 2]))
    const inOneDay = versions.map((one) => ({ ...one, offset: 0 }))
    expect(keptVersions(inOneDay, eve + 3 * day + 10).has(1)).toBe(false)
  })
})

describe('with a clock that jumps', () => {
  test('the newest ones always stay, whatever any clock said or says', () => {
    fc.assert(
      fc.property(wildSteps, fc.integer({ min: 0, max: 40_000 * day }), (steps, now) => {
        const clock = sumOfSteps(steps)
        const kept = savedAt(clock)
        const newest = clock
          .slice(-versionRule.newest)
          .map((_, index, all) => clock.length - all.length + index + 1)
        expect(kept.map(({ order }) => order)).toEqual(expect.arrayContaining(newest))
        const still = keptVersions(kept, now)
        for (const order of newest) expect(still.has(order)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a leap forward, however far, makes nothing older than a day passing would', () => {
    fc.assert(
      fc.property(honestSteps, fc.integer({ min: 1, max: 40_000 }), (steps, days) => {
        const kept = savedAt(sumOfSteps(steps))
        const last = Math.max(...kept.map(({ at }) => at))
        expect(keptVersions(kept, last + days * day)).toEqual(keptVersions(kept, last + day))
      }),
    )
  })

  test('a clock that was set back takes nothing away', () => {
    fc.assert(
      fc.property(honestSteps, fc.integer({ min: 0, max: 40_000 }), (steps, days) => {
        const kept = savedAt(sumOfSteps(steps))
        const last = Math.max(...kept.map(({ at }) => at))
        expect(keptVersions(kept, last - days * day).size).toBe(kept.length)
      }),
    )
  })

  test('a clock that stands still, or swings to and fro, does not fill the disk', () => {
    expect(savedAt(Array.from({ length: 700 }, () => start)).length).toBe(versionRule.mostVersions)
    const swinging = Array.from({ length: 1200 }, (_, index) => start + (index % 2) * 400 * day)
    expect(savedAt(swinging).length).toBeLessThanOrEqual(200)
  })
})

describe('the rule', () => {
  test('asked twice says the same', () => {
    fc.assert(
      fc.property(wildSteps, fc.integer({ min: 0, max: 40_000 * day }), (steps, now) => {
        const versions = sumOfSteps(steps).map((at, index) => version(index + 1, at))
        const once = keptVersions(versions, now)
        const again = keptVersions(
          versions.filter(({ order }) => once.has(order)),
          now,
        )
        // Fewer versions lie between, so that a pause may count for less; nothing that stayed goes.
        expect(again).toEqual(once)
      }),
    )
  })

  test('a damaged version never stands for its hour or day, and does not push out a good one', () => {
    const versions = [
      version(1, start),
      version(2, start + 5 * minute, { isGood: false }),
      ...Array.from({ length: 12 }, (_, index) => version(index + 3, start + 5 * hour + index * minute)),
    ]
    const kept = keptVersions(versions, start + 6 * hour)
    expect([kept.has(1), kept.has(2)]).toEqual([true, true])
    const spoiled = Array.from({ length: 60 }, (_, index) =>
      version(index + 20, start + 6 * hour, { isGood: false }),
    )
    const among = keptVersions([...versions, ...spoiled], start + 6 * hour)
    expect(among.has(1)).toBe(true)
    expect(spoiled.filter(({ order }) => among.has(order))).toHaveLength(versionRule.damaged)
  })

  test('too much to keep leaves a spread over the whole time, and the newest ones however large', () => {
    const versions = Array.from({ length: 90 }, (_, index) =>
      version(index + 1, start + index * day, { size: 1000 }),
    )
    const now = start + 89 * day
    const kept = [...keptVersions(versions, now, { mostBytes: 20_000, mostVersions: 500 })].toSorted(
      (a, b) => a - b,
    )
    expect(kept).toHaveLength(20)
    expect(kept.slice(-3)).toEqual([88, 89, 90])
    expect(kept[0]).toBe(1)
    const gaps = kept.slice(1).map((order, index) => order - (kept[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(25)
    const huge = versions.map((one) => ({ ...one, size: 1e12 }))
    expect([...keptVersions(huge, now)].toSorted((a, b) => a - b)).toEqual([88, 89, 90])
  })

  test('the bounds hold for any sizes, but for the three newest', () => {
    fc.assert(
      fc.property(
        wildSteps,
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 120, maxLength: 120 }),
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: 1, max: 60 }),
        (steps, sizes, mostBytes, mostVersions) => {
          const versions = sumOfSteps(steps).map((at, index) =>
            version(index + 1, at, { size: sizes[index] ?? 0, isGood: (sizes[index] ?? 0) % 7 !== 0 }),
          )
          const kept = keptVersions(versions, start, { mostBytes, mostVersions })
          const bytes = versions.reduce((sum, { order, size }) => sum + (kept.has(order) ? size : 0), 0)
          expect(kept.size <= Math.max(3, mostVersions) && (bytes <= mostBytes || kept.size <= 3)).toBe(true)
        },
      ),
    )
  })
})

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
