import { expect, it } from 'vitest'
import { crossing, drop, sampleDocument, score, typo } from '../../shared/edits/fixtures/sampleDocument.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { frames } from '../../shared/time/frames.ts'
import { buildAxis } from './axis.ts'
import { type CueItem, cueItems, noCueFacts } from './cueItems.ts'
import { calledCue, licenceWords, spokenName } from './cueWords.ts'

const axis = buildAxis(sampleDocument)

function nameOf(id: string, known: Partial<CueItem> = {}, document = sampleDocument): string {
  const item = cueItems(document, axis, frames(0), noCueFacts).find((one) => one.id === id)
  return item ? spokenName({ ...item, findings: [], sides: null, ...known }, document) : ''
}

const finding = (severity: Finding['severity']): Finding => ({
  rule: 'CS-001',
  severity,
  message: 'A fault.',
})

it('says of a cue number, title, type, diegesis, times, licences and problems', () => {
  const findings = [finding('error'), finding('error'), finding('warning'), finding('info')]
  expect(nameOf(drop, { findings, sides: { sync: 'quoted', master: 'missing' } })).toBe(
    '1m02, Undertow, Needle drop, Not decided, in 01:05:00:00, out 01:06:30:00, length 00:01:30:00, sync quoted, master missing, 2 errors, 1 warning',
  )
  expect(nameOf(score)).toBe(
    '1m01, Untitled, Score, Not decided, in 01:01:00:00, out 01:02:00:00, length 00:01:00:00',
  )
})

it('counts of a cue across reels only its music', () => {
  expect(nameOf(crossing)).toContain('in 01:19:30:00, out 02:01:00:00, length 00:01:22:00')
})

it('says that a cue is open, cut or temp', () => {
  const cue = sampleDocument.cues[score] as Cue
  const [span] = cue.spans
  const open: Cue = { ...cue, state: 'temp', spans: span ? [{ ...span, end: null }] : [] }
  const document = { ...sampleDocument, cues: { ...sampleDocument.cues, [score]: open } }
  expect(nameOf(score, {}, document)).toContain('Temp, in 01:01:00:00, open')
  expect(nameOf(typo)).toBe('')
})

it('names both sides once where they agree, and none of a cue that needs no licence statement', () => {
  expect(licenceWords({ sync: 'missing', master: 'missing' })).toBe('sync and master missing')
  expect(licenceWords({ sync: 'paid', master: 'n/a' })).toBe('sync paid, master not needed')
  expect(licenceWords(null)).toBe('')
})

it('calls a cue by its number and title', () => {
  expect(calledCue(sampleDocument.cues[drop] as Cue, sampleDocument)).toBe('1m02 Undertow')
})
