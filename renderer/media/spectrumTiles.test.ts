import { describe, expect, it } from 'vitest'
import type { OpenSound } from './soundBlocks.ts'
import {
  hertzOfRow,
  highestHertz,
  lowestHertz,
  rowOfHertz,
  type TileName,
  tileColumns,
  tileRows,
} from './spectrumMessages.ts'
import { SpectrumTiles } from './spectrumTiles.ts'

const sampleRate = 48_000
const noPause = async () => {}

/** A sound of one channel for each function of the second. */
function soundOf(...channels: readonly ((second: number) => number)[]): OpenSound & { opened: number } {
  const sound = {
    opened: 0,
    sampleRate,
    channelCount: channels.length,
    async *blocks(from: number) {
      sound.opened += 1
      const length = 1000
      for (
        let firstSample = Math.floor(from * 48) * 1000;
        firstSample < 20 * sampleRate;
        firstSample += length
      ) {
        const samples = channels.map((at) =>
          Float32Array.from({ length }, (_, index) => at((firstSample + index) / sampleRate)),
        )
        yield { firstSample, sampleRate, channels: samples }
      }
    },
  }
  return sound
}

const tone = (hertz: number) => (second: number) => Math.sin(2 * Math.PI * hertz * second)

async function tileOf(sound: OpenSound, tile: TileName): Promise<Uint8Array> {
  let made = new Uint8Array(0)
  await new SpectrumTiles(sound, (_, levels) => (made = levels), noPause).want([tile])
  return made
}

/** The levels of a column from the highest row to the lowest. */
function columnOf(levels: Uint8Array, column: number): readonly number[] {
  return Array.from({ length: tileRows }, (_, row) => levels[row * tileColumns + column] ?? -1)
}

describe('tiles of a spectrogram', () => {
  it.each([
    [60, 5],
    [440, 1],
    [440, 5],
    [3000, 3],
    [12_000, 2],
  ])('show a tone of %i Hz at its row, at depth %i', async (hertz, depth) => {
    const column = columnOf(await tileOf(soundOf(tone(hertz)), { depth, index: 1 }), 60)
    const loudest = column.indexOf(Math.max(...column))
    const width = depth <= 2 ? sampleRate / 2048 : sampleRate / 4096
    const reach = Math.max(1, rowOfHertz(hertz - width) - rowOfHertz(hertz))
    expect(Math.abs(loudest + 0.5 - rowOfHertz(hertz))).toBeLessThan(reach + 0.5)
    expect(Math.max(...column)).toBeGreaterThanOrEqual(249)
    expect(column.filter((level) => level > 200).length).toBeLessThan(30)
  })

  it('show where in time a tone begins', async () => {
    const levels = await tileOf(
      soundOf((second) => (second < 0.5 ? 0 : tone(1000)(second))),
      {
        depth: 3,
        index: 0,
      },
    )
    const row = Math.floor(rowOfHertz(1000))
    const first = Array.from({ length: tileColumns }, (_, c) => levels[row * tileColumns + c] ?? 0).findIndex(
      (level) => level > 220,
    )
    expect(Math.abs((first + 0.5) * 0.008 - 0.5)).toBeLessThan(0.03)
  })

  it('do not lose what left and right have in opposite phase', async () => {
    const sound = soundOf(tone(500), (second) => -tone(500)(second))
    const column = columnOf(await tileOf(sound, { depth: 3, index: 0 }), 80)
    expect(Math.max(...column)).toBeGreaterThan(240)
  })

  it('are black where there is silence, and above what the sample rate can hold', async () => {
    expect(
      Math.max(
        ...(await tileOf(
          soundOf(() => 0),
          { depth: 3, index: 2 },
        )),
      ),
    ).toBe(0)
    const low: OpenSound = { ...soundOf(tone(300)), sampleRate: 8000 }
    const column = columnOf(await tileOf(low, { depth: 4, index: 0 }), 20)
    expect(Math.max(...column.slice(0, Math.floor(rowOfHertz(4000))))).toBe(0)
  })

  it('that are no longer wanted are left, and the new ones made', async () => {
    const made: TileName[] = []
    const sound = soundOf(tone(100))
    const tiles = new SpectrumTiles(sound, (tile) => made.push(tile), noPause)
    const first = tiles.want([
      { depth: 5, index: 0 },
      { depth: 5, index: 1 },
      { depth: 5, index: 2 },
    ])
    void tiles.want([{ depth: 1, index: 7 }])
    await first
    expect(made).toEqual([{ depth: 1, index: 7 }])
  })
})

describe('the axis of frequencies', () => {
  it('has the same room for every octave', () => {
    expect([rowOfHertz(highestHertz), rowOfHertz(lowestHertz)]).toEqual([0, tileRows])
    expect(rowOfHertz(200) - rowOfHertz(400)).toBeCloseTo(rowOfHertz(4000) - rowOfHertz(8000), 9)
    expect(hertzOfRow(rowOfHertz(1234))).toBeCloseTo(1234, 6)
  })
})
