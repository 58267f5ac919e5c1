import { beforeEach, describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Reel } from '../../shared/model/production.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { buildAxis } from '../timeline/axis.ts'
import { Playhead } from './playhead.ts'
import type { MarkFrame, Transport, TransportState } from './transport.ts'

/** A transport without a film behind it: it goes where it is sent at once. */
class StillTransport {
  readonly state = new Store<TransportState>({
    status: 'none',
    target: frames(0),
    shown: frames(0),
    speed: 0,
  })
  readonly playedOut = new Store<{ readonly speed: number }>({ speed: 0 })
  readonly sought: number[] = []
  mark: MarkFrame = { frame: frames(0), verified: true }

  seek(frame: Frames): void {
    this.sought.push(frame)
    this.state.patch({ target: frame, shown: frame })
  }

  load(): void {
    this.state.set({ status: 'ready', target: frames(0), shown: frames(0), speed: 0 })
  }

  unload(): void {
    this.state.set({ status: 'none', target: frames(0), shown: frames(0), speed: 0 })
  }

  play(speed: number): void {
    this.state.patch({ speed })
  }

  pause(): void {
    this.state.patch({ speed: 0 })
  }

  markFrame(): MarkFrame {
    return this.mark
  }

  async verify(frame: Frames): Promise<boolean> {
    return frame === this.state.value.shown
  }
}

const id = (name: string) => name as ReelId

function reel(name: string, order: number, start: number, end: number, filmStart: number | null): Reel {
  const media =
    filmStart === null ? null : { startFrame: frames(filmStart), frameCount: frames(end - filmStart) }
  const film = media && { ...media, path: `${name}.mp4`, identity: '', hasPicture: true, hasSound: true }
  return {
    id: id(name),
    label: name,
    order,
    programme: { start: frames(start), end: frames(end) },
    media: film,
  }
}

function axisOf(...reels: readonly Reel[]) {
  const document: ProductionDocument = {
    ...blankDocument({ num: 24, den: 1, dropFrame: false }),
    reels: Object.fromEntries(reels.map((each) => [each.id, each])),
  }
  return buildAxis(document)
}

describe('Playhead', () => {
  let transport: StillTransport
  let playhead: Playhead
  let loads: string[]
  /** Lets the film that is being loaded be there, or not. */
  let arrive: (isThere: boolean) => Promise<void>
  const leader = reel('R1', 1, 1000, 1500, 900)
  const second = reel('R2', 2, 2000, 2400, 2000)
  const unseen = reel('R3', 3, 3000, 3100, null)
  beforeEach(() => {
    transport = new StillTransport()
    loads = []
    playhead = new Playhead(transport as unknown as Transport, (wanted) => {
      loads.push(wanted.id)
      return new Promise((resolve) => {
        arrive = async (isThere) => {
          if (isThere) transport.load()
          resolve(isThere)
          await Promise.resolve()
          await Promise.resolve()
        }
      })
    })
  })
  const at = () => [playhead.place?.reel, playhead.place?.frame]
  const openAll = async () => {
    playhead.setAxis(axisOf(leader, second, unseen))
    await arrive(true)
  }

  test('begins at the first frame of action, which is not the first of the file', async () => {
    await openAll()
    expect(at()).toEqual(['R1', 1000])
    expect(transport.sought.at(-1)).toBe(100)
  })

  test('file frames and timecode frames are told apart', async () => {
    await openAll()
    playhead.goTo({ reel: id('R1'), frame: frames(900) })
    expect(transport.sought.at(-1)).toBe(0)
    transport.mark = { frame: frames(250), verified: false }
    expect(playhead.mark()).toEqual({ reel: 'R1', frame: 1150, verified: false })
    transport.state.patch({ target: frames(7), shown: frames(6) })
    expect(playhead.state.value).toMatchObject({ frame: 907, shown: 906 })
  })

  test('stays inside the reel', async () => {
    await openAll()
    playhead.goTo({ reel: id('R1'), frame: frames(10) })
    expect(at()).toEqual(['R1', 900])
    playhead.goTo({ reel: id('R1'), frame: frames(99_999) })
    expect(at()).toEqual(['R1', 1499])
    playhead.goTo({ reel: id('R9'), frame: frames(1) })
    expect(at()).toEqual(['R1', 1499])
  })

  test('a step over the reel change loads the next film, and shows its timecode at once', async () => {
    await openAll()
    playhead.goTo({ reel: id('R1'), frame: frames(1499) })
    playhead.step(1)
    expect(at()).toEqual(['R2', 2000])
    expect(playhead.state.value.shown).toBeNull()
    expect(loads).toEqual(['R1', 'R2'])
    playhead.goTo({ reel: id('R2'), frame: frames(2010) })
    await arrive(true)
    expect([at(), transport.sought.at(-1)]).toEqual([['R2', 2010], 10])
  })

  test('steps end at the first and the last frame of all reels', async () => {
    await openAll()
    playhead.step(-100_000)
    expect(at()).toEqual(['R1', 900])
    playhead.step(100_000)
    expect(at()).toEqual(['R3', 3099])
  })

  test('a film that arrives after the playhead has gone on is not taken for the one it stands on', async () => {
    playhead.setAxis(axisOf(leader, second))
    const arriveFirst = arrive
    playhead.goTo({ reel: id('R2'), frame: frames(2005) })
    await arriveFirst(true)
    expect([playhead.hasFilm, at()]).toEqual([false, ['R2', 2005]])
    await arrive(true)
    expect([playhead.hasFilm, transport.sought.at(-1)]).toEqual([true, 5])
  })

  test('without a film there is a place all the same, and a mark needs no proof', async () => {
    playhead.setAxis(axisOf(unseen))
    playhead.goTo({ reel: id('R3'), frame: frames(3050) })
    expect(playhead.mark()).toEqual({ reel: 'R3', frame: 3050, verified: true })
    expect(await playhead.verify({ reel: id('R3'), frame: frames(3050) })).toBe(true)
  })

  test('a film that cannot be had leaves the reel without one', async () => {
    playhead.setAxis(axisOf(leader))
    await arrive(false)
    playhead.goTo({ reel: id('R1'), frame: frames(1200) })
    expect([playhead.hasFilm, at(), transport.sought]).toEqual([false, ['R1', 1200], []])
  })

  test('no picture proves a place on another reel', async () => {
    await openAll()
    expect(await playhead.verify({ reel: id('R1'), frame: frames(1000) })).toBe(true)
    expect(await playhead.verify({ reel: id('R2'), frame: frames(1000) })).toBe(false)
  })

  test('a changed start timecode keeps the picture and changes its label', async () => {
    await openAll()
    playhead.goTo({ reel: id('R1'), frame: frames(1100) })
    const seeks = transport.sought.length
    const shifted = reel('R1', 1, 5000, 5500, 4900)
    playhead.setAxis(axisOf(shifted))
    expect([at(), transport.sought.length]).toEqual([['R1', 5100], seeks])
  })

  test('a reel that is removed under the playhead sends it to the first one', async () => {
    await openAll()
    playhead.goTo({ reel: id('R3'), frame: frames(3050) })
    playhead.setAxis(axisOf(leader))
    expect(at()).toEqual(['R1', 1000])
    playhead.setAxis(axisOf())
    expect(playhead.place).toBeNull()
    expect(playhead.mark()).toBeNull()
  })

  test('a reel played to its end goes on with the next one, and ends at the last', async () => {
    await openAll()
    transport.playedOut.set({ speed: 1 })
    expect(at()).toEqual(['R2', 2000])
    await arrive(true)
    await Promise.resolve()
    expect(transport.state.value.speed).toBe(1)
    playhead.setAxis(axisOf(leader, second))
    transport.pause()
    transport.playedOut.set({ speed: 1 })
    expect([at()[0], transport.state.value.speed]).toEqual(['R2', 0])
  })
})
