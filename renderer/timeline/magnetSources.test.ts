import { expect, it } from 'vitest'
import { at, drop, reel1, reel2, sampleDocument, score } from '../../shared/edits/fixtures/sampleDocument.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { buildAxis } from './axis.ts'
import { magnetWords, onsetsNear } from './magnetSources.ts'
import type { OnsetProvider } from './onsets.ts'
import type { MagnetKind } from './snapping.ts'
import { fitted } from './viewport.ts'

const axis = buildAxis(sampleDocument)
const extent = { start: frames(0), end: axis.length }

function near(pixelsPerFrame: number, wanted: number) {
  const asked: (FrameRange & { readonly reel: ReelId })[] = []
  const provider: OnsetProvider = (reel, range) => {
    asked.push({ reel, ...range })
    return reel === reel2 ? [frames(range.start + 1)] : []
  }
  const view = new Store({ ...fitted(extent, 1000), pixelsPerFrame })
  const ground = { timeline: { view, axis: new Store(axis) }, onsets: new Store(provider) }
  return { found: onsetsNear(ground, wanted), asked }
}

it('looks for onsets as near as a magnet can hold, on the reel that is there, and places them on the axis', () => {
  const offset = axis.reels[1]?.offset ?? 0
  const { found, asked } = near(2, offset + 500.5)
  expect(asked).toEqual([{ reel: reel2, start: at(2, 0, 0) + 494, end: at(2, 0, 0) + 508 }])
  expect(found).toEqual([{ frame: offset + 495, kind: 'onset' }])
})

it('looks on both reels at a reel change, and nowhere when zoomed out', () => {
  const offset = axis.reels[1]?.offset ?? 0
  expect(near(2, offset).asked.map(({ reel }) => reel)).toEqual([reel1, reel2])
  expect(near(0.4, offset + 500)).toEqual({ found: [], asked: [] })
})

it('says what has caught', () => {
  const words = (kind: MagnetKind, id?: string, edge?: 'start' | 'end') =>
    magnetWords({ frame: frames(0), kind, ...(id && { id }), ...(edge && { edge }) }, sampleDocument)
  expect(words('playhead')).toBe('the playhead')
  expect(words('cueEdge', drop, 'start')).toBe('the in of 1m02 Undertow')
  expect(words('cueEdge', score, 'end')).toBe('the out of 1m01 Untitled')
  expect(words('note', 'k1')).toBe('the note Door slams — “now”')
  expect(words('segmentEdge', 's1', 'end')).toBe('the end of Act 1')
  expect(words('reelEdge', reel2, 'start')).toBe('the first frame of Reel 2')
  expect(words('reelEdge', reel2, 'end')).toBe('the end of Reel 2')
  expect(words('onset')).toBe('an onset of sound')
})
