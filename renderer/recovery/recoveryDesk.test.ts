import { expect, test } from 'vitest'
import { compare, invert } from '../../shared/edits/change.ts'
import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { done } from '../../shared/edits/fixtures/run.ts'
import { sampleDocument, score } from '../../shared/edits/fixtures/sampleDocument.ts'
import { RecoveryDesk } from './recoveryDesk.ts'

const change = compare(sampleDocument, done(updateCues([score], { title: 'Low Water' })))
const kept = { name: 'x.1.json', title: 'Tide', count: 1, last: [], at: '', until: '' }

test('what was edited since is remembered as one change, for as long as it may be refused', () => {
  const desk = new RecoveryDesk()
  desk.take({ kind: 'edit', label: 'Rename cue', change })
  expect(desk.since).toBe(null)
  desk.begin(true)
  desk.take({ kind: 'edit', label: 'Rename cue', change })
  expect(desk.since).toEqual(change)
  desk.take({ kind: 'undo', label: 'Rename cue', change: invert(change) })
  expect(desk.since).toEqual([])
  desk.end()
  expect(desk.since).toBe(null)
})

test('undo after refusing leaves nothing to say, an edit does', () => {
  const desk = new RecoveryDesk()
  desk.begin(true)
  desk.refused(kept)
  desk.take({ kind: 'edit', label: 'Rename cue', change })
  expect(desk.state.value.kind).toBe('refused')
  desk.take({ kind: 'undo', label: 'Rename cue', change: invert(change) })
  expect(desk.state.value.kind).toBe('none')
})
