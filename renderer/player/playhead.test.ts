import { beforeEach, describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Reel } from '../../shared/model/production.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { buildAxis } from '../timeline/axis.ts'
import { Playhead } from './playhead.ts'
import type { MarkFrame, Run, Transport, TransportState } from './transport.ts'

/** A transport without a film behind it: it goes where it is sent at once. */
class StillTransport {
  readonly state = new Store<TransportState>({
    status: 'none',
    target: frames(0),
    shown: frames(0),
    isSeeking: false,
    speed: 0,
  })
  readonly playedOut = new Store<{ readonly speed: number }>({ speed: 0 })
  readonly sought: number[] = []
  /** Speed, first file frame and end of each run. */
  readonly runs: (readonly [number, number | null, number | null])[] = []
  mark: MarkFrame = { frame: frames(0), verified: true }

  seek(frame: Frames): void {
    this.sought.push(frame)
    this.state.patch({ target: frame, shown: frame })
  }

  load(): void {
    this.state.set({ status: 'ready', target: frames(0), shown: frames(0), isSeeking: false, speed: 0 })
  }

  unload(): void {
    this.state.set({ status: 'none', target: frames(0), shown: frames(0), isSeeking: false, speed: 0 })
  }

  play(speed: number, run: Run = {}): void {
    this.runs.push([speed, run.from ?? null, run.until ?? null])
    if (run.from !== undefined) this.seek(run.from)
    this.state.patch({ speed })
  }

  /** The film comes to the end of its run, and rests there unless whoever hears it goes on. */
  comeOut(): void {
    const before = this.runs.length
    this.playedOut.set({ speed: this.state.value.speed })
    if (this.runs.length === before) this.pause()
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
    media: film && { ...film, proxy: null },
    stems: [],
    pictureRate: null,
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

  test('shows the picture of a film that takes the place of another on its reel', async () => {
    const whole = reel('R1', 1, 1000, 1500, 1000)
    playhead.setAxis(axisOf(whole))
    await arrive(true)
    transport.state.patch({ shown: frames(12) })
    expect(playhead.state.value).toMatchObject({ frame: 1000, shown: 1012 })
    void playhead.open(whole)
    await arrive(true)
    expect(playhead.state.value).toMatchObject({ frame: 1000, shown: 1000 })
  })

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

  test('playing goes on from the last frame of action of a reel to the first of the next, and ends at the last reel', async () => {
    await openAll()
    playhead.play(4)
    expect(transport.runs.at(-1)).toEqual([4, null, 600])
    transport.comeOut()
    expect([at(), playhead.state.value.speed]).toEqual([['R2', 2000], 4])
    await arrive(true)
    expect([at(), transport.runs.at(-1)]).toEqual([
      ['R2', 2000],
      [4, 0, 400],
    ])
    playhead.setAxis(axisOf(leader, second))
    playhead.play(1)
    expect(transport.runs.at(-1)).toEqual([1, null, null])
    transport.comeOut()
    expect([at()[0], playhead.state.value.speed]).toEqual(['R2', 0])
  })

  test('backwards it goes on with the last frame of action of the reel before, at the same speed', async () => {
    await openAll()
    playhead.goTo({ reel: id('R2'), frame: frames(2010) })
    await arrive(true)
    playhead.play(-4)
    expect(transport.runs.at(-1)).toEqual([-4, null, 0])
    transport.comeOut()
    expect([at(), playhead.state.value.speed]).toEqual([['R1', 1499], -4])
    await arrive(true)
    expect(transport.runs.at(-1)).toEqual([-4, 599, null])
  })

  test('pausing on the way to the next reel stays paused there', async () => {
    await openAll()
    playhead.play(1)
    transport.comeOut()
    playhead.play(0)
    await arrive(true)
    expect([at(), playhead.state.value.speed, transport.state.value.speed]).toEqual([['R2', 2000], 0, 0])
  })

  test('a mark on the way to the next reel waits for its film', async () => {
    await openAll()
    playhead.play(1)
    transport.comeOut()
    const mark = playhead.mark()
    expect(mark).toEqual({ reel: 'R2', frame: 2000, verified: false })
    const proof = mark && playhead.verify(mark)
    await arrive(true)
    expect(await proof).toBe(true)
  })

  test('the next reel’s film is looked for once, shortly before it is needed', async () => {
    const found: string[] = []
    const transportToo = new StillTransport()
    const foreseeing = new Playhead(
      transportToo as unknown as Transport,
      async () => {
        transportToo.load()
        return true
      },
      (reel) => found.push(reel.id),
    )
    foreseeing.setAxis(axisOf(leader, second))
    await Promise.resolve()
    await Promise.resolve()
    foreseeing.play(1)
    transportToo.state.patch({ target: frames(300), shown: frames(300) })
    expect(found).toEqual([])
    for (const frame of [400, 401]) transportToo.state.patch({ target: frames(frame), shown: frames(frame) })
    expect(found).toEqual(['R2'])
  })

  test('a loop begins again at its start until it is left, and then stays where it is', async () => {
    await openAll()
    playhead.playStretch({ kind: 'loop', range: () => ({ start: frames(150), end: frames(200) }) })
    expect([playhead.run.value, transport.runs.at(-1)]).toEqual(['loop', [1, 150, 200]])
    transport.state.patch({ target: frames(199), shown: frames(199) })
    transport.comeOut()
    expect([transport.runs.length, at()]).toEqual([2, ['R1', 1050]])
    transport.state.patch({ target: frames(170), shown: frames(170) })
    playhead.leaveStretch()
    expect([playhead.run.value, at(), playhead.state.value.speed]).toEqual(['free', ['R1', 1070], 0])
  })

  test('a loop over a reel change plays both reels', async () => {
    await openAll()
    playhead.playStretch({ kind: 'loop', range: () => ({ start: frames(550), end: frames(650) }) })
    expect(transport.runs.at(-1)).toEqual([1, 550, 600])
    transport.comeOut()
    await arrive(true)
    expect(transport.runs.at(-1)).toEqual([1, 0, 50])
    transport.comeOut()
    await arrive(true)
    expect([at(), transport.runs.at(-1)]).toEqual([
      ['R1', 1450],
      [1, 550, 600],
    ])
  })

  test('playing around a place comes back to where it began, however often it was asked for', async () => {
    await openAll()
    playhead.goTo({ reel: id('R1'), frame: frames(1200) })
    const around = { kind: 'around' as const, range: () => ({ start: frames(252), end: frames(348) }) }
    playhead.playStretch(around)
    transport.state.patch({ target: frames(260), shown: frames(260) })
    playhead.playStretch(around)
    expect(transport.runs.at(-1)).toEqual([1, 252, 348])
    transport.comeOut()
    expect([at(), playhead.state.value.speed, playhead.run.value]).toEqual([['R1', 1200], 0, 'free'])
  })

  test('going elsewhere ends a loop', async () => {
    await openAll()
    playhead.playStretch({ kind: 'loop', range: () => ({ start: frames(150), end: frames(200) }) })
    playhead.goTo({ reel: id('R1'), frame: frames(1300) })
    expect([playhead.run.value, transport.runs.at(-1)]).toEqual(['free', [1, 400, 600]])
  })

  test('the head and the tail of a cue are played again and again too', async () => {
    await openAll()
    for (const kind of ['loopHead', 'loopTail'] as const) {
      playhead.playStretch({ kind, range: () => ({ start: frames(150), end: frames(200) }) })
      transport.comeOut()
      expect([playhead.run.value, transport.runs.at(-1)]).toEqual([kind, [1, 150, 200]])
    }
  })

  test('knows from where it has been playing: faster or slower goes on, a jump and a turn begin anew', async () => {
    await openAll()
    playhead.goTo({ reel: id('R1'), frame: frames(1200) })
    expect(playhead.playedFrom).toBeNull()
    playhead.play(1)
    transport.state.patch({ target: frames(330), shown: frames(330) })
    playhead.play(2)
    expect(playhead.playedFrom).toEqual({ reel: 'R1', frame: 1200 })
    playhead.play(-1)
    expect(playhead.playedFrom).toEqual({ reel: 'R1', frame: 1230 })
    playhead.goTo({ reel: id('R1'), frame: frames(1400) })
    expect([playhead.playedFrom, playhead.state.value.speed]).toEqual([{ reel: 'R1', frame: 1400 }, -1])
    playhead.play(0)
    expect(playhead.playedFrom).toBeNull()
  })

  test('has been playing since the first frame of action when it came from the reel before', async () => {
    await openAll()
    playhead.play(1)
    transport.comeOut()
    expect(playhead.playedFrom).toBeNull()
    await arrive(true)
    expect(playhead.playedFrom).toEqual({ reel: 'R2', frame: 2000 })
  })
})
