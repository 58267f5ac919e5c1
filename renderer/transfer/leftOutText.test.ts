import { expect, test } from 'vitest'
import type { CueId } from '../../shared/model/ids.ts'
import type { LeftOutCue } from '../../shared/sheet/cueSheet.ts'
import { leftOutText } from './leftOutText.ts'

function leftOut(...reasons: readonly LeftOutCue['why'][]): string {
  return leftOutText({ leftOut: reasons.map((why, at) => ({ cue: `cue${at}` as CueId, why })) })
}

test('says nothing when every cue has a row', () => {
  expect(leftOut()).toBe('')
})

test('counts the cues without a row and tells why', () => {
  expect(leftOut('open')).toBe('One cue has no row: 1 still open.')
  expect(leftOut('open', 'backwards', 'unreadable', 'open')).toBe(
    '4 cues have no row: 2 still open, 1 with a timecode that names no frame, 1 with an out that is not after the in.',
  )
})
