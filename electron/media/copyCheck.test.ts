import { describe, expect, it } from 'vitest'
import type { FilmFacts } from '../../shared/media/filmFacts.ts'
import { frames } from '../../shared/time/frames.ts'
import { copyFault, proxyFault } from './copyCheck.ts'

const rate = { num: 24, den: 1, dropFrame: false }

function facts(over: Partial<NonNullable<FilmFacts['picture']>> = {}, container = 'MPEG-4'): FilmFacts {
  return {
    ...{ container, size: 1, durationSeconds: 10, timeReference: null, isInexact: false, sounds: [] },
    picture: {
      ...{ codec: 'AVC', codecName: 'H.264', width: 960, height: 540, rate, isVariableRate: false },
      ...{ frameCount: frames(240), startFrame: null, ...over },
    },
  }
}

const film = (container?: string) => ({
  name: 'cut.mov',
  facts: facts({ startFrame: frames(86_400) }, container),
  counted: null,
})
const copy = (count: number, over: Parameters<typeof facts>[0] = {}) => ({
  name: 'proxy.mp4',
  facts: facts(over),
  counted: { frames: count, sounds: 1 },
})

describe('a copy', () => {
  it('has every frame, at the same rate', () => {
    expect(copyFault(film(), copy(240), rate)).toBeNull()
    expect(copyFault(film(), copy(239), rate)).toMatchObject({ expected: '240 frames', found: '239 frames' })
    const faster = { num: 25, den: 1, dropFrame: false }
    expect(copyFault(film(), copy(240, { rate: faster }), rate)?.found).toBe('25')
    expect(copyFault(film(), copy(240, { isVariableRate: true }), rate)?.found).toBe('a rate that changes')
  })

  it('may differ by a few frames from a container that tells its length only nearly', () => {
    expect(copyFault(film('MPEG-TS'), copy(242), rate)).toBeNull()
    expect(copyFault(film('MPEG-TS'), copy(250), rate)).not.toBeNull()
  })

  it('is right when it has what the film’s own index counts', () => {
    expect(copyFault({ ...film(), counted: { frames: 241, sounds: 1 } }, copy(241), rate)).toBeNull()
  })
})

describe('a proxy of the user’s own', () => {
  it('begins at the same timecode, if it tells one', () => {
    expect(proxyFault(film(), copy(240), rate)).toBeNull()
    expect(proxyFault(film(), copy(240, { startFrame: frames(0) }), rate)).toMatchObject({
      expected: 'a first frame at 01:00:00:00',
      found: 'one at 00:00:00:00',
    })
  })
})
