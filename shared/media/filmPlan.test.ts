import { describe, expect, it } from 'vitest'
import { frames } from '../time/frames.ts'
import type { FilmFacts, FilmSound } from './filmFacts.ts'
import { type Abilities, filmPlan, type Seen, soundFate, steadyRate } from './filmPlan.ts'
import { filmProblem } from './filmProblem.ts'

const bare: Abilities = { hevc: false, ffmpeg: false }
const equipped: Abilities = { hevc: true, ffmpeg: true }

function sound(codec: string, index = 0): FilmSound {
  return {
    index,
    codec,
    codecName: codec,
    channels: 2,
    layout: ['L', 'R'],
    sampleRate: 48_000,
    language: '',
    title: '',
  }
}

function film(container: string, picture: string | null, sounds: readonly string[]): FilmFacts {
  return {
    ...{ container, size: 1, durationSeconds: 10, timeReference: null, isInexact: false },
    picture:
      picture === null
        ? null
        : {
            ...{
              codec: picture,
              codecName: picture,
              width: 1920,
              height: 1080,
              isVariableRate: false,
              startFrame: null,
            },
            ...{ rate: { num: 24, den: 1, dropFrame: false }, frameCount: frames(240) },
          },
    sounds: sounds.map((codec, index) => sound(codec, index)),
  }
}

function told(facts: FilmFacts, abilities: Abilities, seen?: Seen): string {
  const { picture, sound: heard, remedies, startsByItself } = filmPlan(facts, abilities, seen)
  return [`${picture}/${heard}`, remedies.join('+'), startsByItself ? 'by itself' : '']
    .filter(Boolean)
    .join(' ')
}

describe('a film that the media element knows', () => {
  it.each([
    ['MPEG-4', 'AVC', ['AAC LC'], 'plays/plays'],
    ['WebM', 'VP9', ['Opus'], 'plays/plays'],
    ['MPEG-4', 'AV1', [], 'plays/none'],
    ['MPEG-4', 'AVC', ['AC-3'], 'plays/decoded'],
    ['MPEG-4', 'AVC', ['E-AC-3 JOC'], 'plays/decoded'],
    ['MPEG-4', 'AVC', ['ALAC'], 'plays/missing'],
    ['MPEG-4', 'AVC', ['DTS XLL'], 'plays/missing'],
    ['Wave', null, ['PCM'], 'none/plays'],
  ] as const)('%s with %s and %j: %s', (container, picture, sounds, expected) => {
    expect(told(film(container, picture, sounds), bare)).toBe(expected)
  })

  it('is decoded beside the picture by ffmpeg where nothing else can', () => {
    expect(told(film('MPEG-4', 'AVC', ['DTS']), { ...bare, ffmpeg: true })).toBe('plays/decoded')
  })

  it('is rewrapped by itself when its container does not let a frame be sought', () => {
    const inexact = { ...film('Matroska', 'AVC', ['AAC LC']), isInexact: true }
    expect(told(inexact, bare)).toBe('prepared/plays rewrap by itself')
    expect(told(inexact, equipped)).toBe('prepared/plays rewrap+proxy by itself')
  })

  it('is only shown when its index is damaged, and says so', () => {
    const broken: FilmFacts = { ...film('MPEG-4', 'AVC', ['AAC LC']), hasBrokenIndex: true }
    expect(told(broken, bare)).toBe('plays/missing')
    expect(told(broken, equipped)).toBe('prepared/prepared proxy')
    expect(filmProblem(broken, 'cut.mp4', filmPlan(broken, bare), bare)?.message).toContain('is damaged')
  })

  it('keeps Vorbis out of its copy, where it is decoded beside it', () => {
    const inexact = { ...film('Matroska', 'AVC', ['Vorbis']), isInexact: true }
    expect(told(inexact, bare)).toBe('prepared/decoded rewrap by itself')
  })

  it('gets other remedies when the player shows less of it than was planned', () => {
    const facts = film('MPEG-4', 'AVC', ['AAC LC'])
    expect(told(facts, equipped, 'noPicture')).toBe('prepared/plays proxy')
    expect(told(facts, equipped, 'nothing')).toBe('prepared/prepared proxy')
    expect(told(facts, bare, 'nothing')).toBe('missing/missing')
  })
})

describe('a film that the media element does not know', () => {
  it.each([
    [
      'MPEG-TS',
      'AVC',
      ['AAC LC'],
      'prepared/prepared rewrap by itself',
      'prepared/prepared rewrap+proxy by itself',
    ],
    [
      'MPEG-TS',
      'AVC',
      ['AC-3'],
      'prepared/decoded rewrap by itself',
      'prepared/decoded rewrap+proxy by itself',
    ],
    ['MPEG-TS', 'MPEG Video', ['MPEG Audio Layer 2'], 'missing/missing', 'prepared/prepared proxy'],
    ['MPEG-4', 'ProRes', ['PCM'], 'prepared/plays prores-proxy', 'prepared/plays proxy+prores-proxy'],
    ['MXF', 'ProRes', ['PCM'], 'missing/missing', 'prepared/prepared proxy'],
    ['MPEG-4', 'VC-3', ['PCM'], 'missing/plays', 'prepared/plays proxy'],
    ['MPEG-4', 'HEVC', ['AAC LC'], 'missing/plays', 'plays/plays'],
    ['AVI', 'AVC', ['MPEG Audio Layer 3'], 'missing/missing', 'prepared/prepared proxy'],
    ['AIFF', null, ['PCM'], 'none/prepared wav by itself', 'none/prepared wav by itself'],
    ['AC-3', null, ['AC-3'], 'none/missing', 'none/prepared wav by itself'],
    ['MPEG-4', null, ['ALAC'], 'none/missing', 'none/prepared wav by itself'],
  ] as const)(
    '%s with %s and %j: %s; with ffmpeg and HEVC: %s',
    (container, picture, sounds, without, having) => {
      expect(told(film(container, picture, sounds), bare)).toBe(without)
      expect(told(film(container, picture, sounds), equipped)).toBe(having)
    },
  )
})

describe('a film of a variable rate', () => {
  const facts = film('MPEG-4', 'AVC', ['AAC LC'])
  const picture = facts.picture && {
    ...facts.picture,
    isVariableRate: true,
    rate: { num: 29_870, den: 1000, dropFrame: false },
  }
  const phone = { ...facts, picture }

  it('is spotted on a copy at the nearest rate that is offered, which needs ffmpeg', () => {
    expect(told(phone, equipped)).toBe('prepared/plays proxy')
    expect(steadyRate(phone)).toEqual({ num: 30_000, den: 1001, dropFrame: false })
    expect(told(phone, bare)).toBe('missing/plays')
    expect(filmProblem(phone, 'phone.mp4', filmPlan(phone, bare), bare)?.message).toContain(
      'no constant frame rate',
    )
  })
})

describe('what cannot be had of a film', () => {
  const problem = (facts: FilmFacts, abilities = bare) =>
    filmProblem(facts, 'cut.mov', filmPlan(facts, abilities), abilities)

  it('names the codec and the ways out', () => {
    expect(problem(film('MPEG-4', 'VC-3', ['PCM']))).toMatchObject({
      message: 'The picture of cut.mov cannot be shown: it is VC-3 in MPEG-4.',
      remedy: expect.stringMatching(/^The sound plays.*H\.264 MP4.*ffmpeg.*proxy of your own/),
    })
    expect(problem(film('MPEG-4', 'AVC', ['ALAC']))?.message).toBe(
      'The sound of cut.mov cannot be heard: it is ALAC in MPEG-4.',
    )
  })

  it('tells which of several sound streams are silent', () => {
    expect(problem(film('MPEG-4', 'AVC', ['AAC LC', 'DTS']))?.found).toBe('stream 2 is DTS')
  })

  it('is nothing where a remedy helps', () => {
    expect(problem(film('MPEG-4', 'AVC', ['AAC LC']))).toBeNull()
    expect(problem(film('MXF', 'VC-3', ['PCM']), equipped)).toBeNull()
  })
})

describe('one sound stream of several', () => {
  it('is played by the element only when it is the first', () => {
    const facts = film('MPEG-4', 'AVC', ['AAC LC', 'AAC LC', 'DTS'])
    expect(facts.sounds.map((one) => soundFate(one, facts, bare))).toEqual(['plays', 'decoded', 'missing'])
  })
})
