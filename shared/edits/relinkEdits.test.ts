import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { frames } from '../time/frames.ts'
import { done } from './fixtures/run.ts'
import { sampleDocument } from './fixtures/sampleDocument.ts'
import { relinkMedia } from './relinkEdits.ts'

const reel = sampleDocument.reels.r1
if (!reel?.media) throw new Error('the sample has no film on its first reel')
const film = reel.media.path
const document: ProductionDocument = {
  ...sampleDocument,
  reels: {
    ...sampleDocument.reels,
    r1: {
      ...reel,
      media: { ...reel.media, proxy: { path: '/small.mp4', identity: '5-aa' } },
      stems: [
        { path: '/dx.wav', identity: '9-bb', label: 'DX', start: { samples: 0, sampleRate: 48_000 } },
        { path: film, identity: '', label: 'Film', start: { samples: 0, sampleRate: 48_000 } },
      ],
    },
  },
}

describe('relinking', () => {
  test('points film, proxy and stems at their new places and changes nothing else', () => {
    const links = [
      { from: film, to: '/new/film.mov', content: null },
      { from: '/small.mp4', to: '/new/small.mp4', content: null },
      { from: '/dx.wav', to: '/new/dx.wav', content: null },
    ]
    const edit = relinkMedia(links)
    expect(edit.label).toBe('Relink 3 media files')
    const after = done(edit, document)
    expect(after).toEqual({
      ...document,
      reels: {
        ...document.reels,
        r1: {
          ...document.reels.r1,
          media: {
            ...document.reels.r1?.media,
            path: '/new/film.mov',
            proxy: { path: '/new/small.mp4', identity: '5-aa' },
          },
          stems: [
            { ...document.reels.r1?.stems[0], path: '/new/dx.wav' },
            { ...document.reels.r1?.stems[1], path: '/new/film.mov' },
          ],
        },
      },
    })
    expect(
      done(relinkMedia(links.map(({ from, to }) => ({ from: to, to: from, content: null }))), after),
    ).toEqual(document)
  })

  test('with another cut takes what that holds, keeps cues and programme, and lets the proxy go', () => {
    const content = {
      identity: '77-cc',
      film: {
        startFrame: frames(90_024),
        frameCount: frames(1000),
        hasPicture: true,
        hasSound: false,
      },
    }
    const after = done(relinkMedia([{ from: film, to: film, content }]), document)
    expect(after.reels.r1).toMatchObject({
      programme: reel.programme,
      media: {
        path: film,
        identity: '77-cc',
        startFrame: 90_024,
        frameCount: 1000,
        hasSound: false,
        proxy: null,
      },
    })
    expect(after.cues).toBe(document.cues)
  })

  test('of files that nothing names is no edit', () => {
    expect(done(relinkMedia([{ from: '/none', to: '/else', content: null }]), document)).toBe(document)
  })
})
