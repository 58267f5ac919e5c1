import { expect, test } from 'vitest'
import { LatencyMeter } from './latencyMeter.ts'

test('nothing is known before anything was measured', () => {
  expect(new LatencyMeter().timing(0)).toEqual({
    lastSeek: null,
    medianSeek: null,
    slowSeek: null,
    picturesPerSecond: 0,
  })
})

test('the last seek, the middle one, and the one that nineteen of twenty do not exceed', () => {
  const meter = new LatencyMeter()
  for (let duration = 100; duration >= 1; duration--) meter.sought(duration)
  expect(meter.timing(0)).toMatchObject({ lastSeek: 1, medianSeek: 50, slowSeek: 95 })
})

test('the last two hundred seeks count', () => {
  const meter = new LatencyMeter()
  for (let seek = 0; seek < 200; seek++) meter.sought(1000)
  for (let seek = 0; seek < 200; seek++) meter.sought(5)
  expect(meter.timing(0)).toMatchObject({ medianSeek: 5, slowSeek: 5 })
})

test('pictures of the last second are counted', () => {
  const meter = new LatencyMeter()
  for (let instant = 0; instant < 3000; instant += 100) meter.presented(instant)
  expect(meter.timing(2950).picturesPerSecond).toBe(10)
  expect(meter.timing(5000).picturesPerSecond).toBe(0)
})
