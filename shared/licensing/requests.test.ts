import { describe, expect, test } from 'vitest'
import type { Licence } from '../model/licence.ts'
import { blankDocument } from '../model/newProduction.ts'
import { cueUses } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'
import { soundDocument, withCueAt, withProduction, withRecord } from '../sheet/soundDocument.ts'
import { attachedFiles, isLink } from './attachedFiles.ts'
import { filledTemplate, type LetterTemplate, unknownFields, usualLetter } from './letterTemplate.ts'
import { mailFile, mailtoAddress } from './mailDraft.ts'
import { requestLetters } from './requestLetter.ts'

let asked = withProduction(soundDocument(), {
  ...{ neededTerritories: ['World'], neededMedia: ['TV + VOD'], neededTerm: 'Perpetuity' },
})
asked = withRecord(asked, 'cues', 'c2', { scene: '14', description: 'Mara drives off' })
asked = withCueAt(asked, 'c3', '10:10:00:00', '10:10:30:00', {
  work: 'w2' as never,
  recording: 'rec2' as never,
  number: 'm03',
})
asked = withRecord(asked, 'licences', 'sync2', {
  ...{
    licensor: 'House Music',
    contact: 'Jo, jo@house.example',
    share: 6667,
    mfn: true,
    cues: ['c2', 'c3'] as never,
  },
})
asked = withRecord(asked, 'licences', 'master2', { licensor: 'House  Music Ltd', contact: '' })

const sender = { name: 'Kim Sato', email: 'kim@film.example', today: '2026-03-01' }
const letters = (ids: readonly string[], template: LetterTemplate = usualLetter, of = asked) => {
  const programme = buildProgramme(of)
  return requestLetters(ids as never, cueUses(of, programme), programme, of, template, sender)
}

describe('a request', () => {
  test('is one letter for each holder, with every use, its place, its scene and the rights that are wanted', () => {
    const [letter, ...others] = letters(['sync2', 'master2'])
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      ...{ holder: 'House  Music Ltd', to: 'jo@house.example', subject: 'Licence request: Sound, 3 uses' },
      ...{ licences: ['master2', 'sync2'], cues: ['c2', 'c3'] },
    })
    const body = letter?.body ?? ''
    for (const part of [
      'Second (m02)',
      'Second (m03)',
      'Duration: 01:00, from 10:05:00:00 to 10:06:00:00',
      'Scene: 14: Mara drives off',
      'synchronisation (the composition), 66.67%, most favoured nations',
      'master use (the recording), 100%',
      'Territory: World',
      'Media: TV + VOD',
      'Term: Perpetuity',
      'Kim Sato\nkim@film.example',
    ])
      expect(body).toContain(part)
    expect(body).not.toMatch(/\{|Option:|\(\)|First shown/)
  })

  test('asks holders apart, and a holder without a name by itself', () => {
    const unnamed = withRecord(asked, 'licences', 'master2', { licensor: ' ' })
    const found = letters(['sync2', 'master2'], usualLetter, unnamed)
    expect(found.map(({ holder }) => holder)).toEqual(['', 'House Music'])
    expect(found[0]?.body).toContain('Dear Sir or Madam')
    expect(letters([])).toEqual([])
  })

  test('follows the wording of the user, and what is no field stays and is told', () => {
    const template = { subject: '{title}', body: '{uses}\n{hello}', use: '{title}: {rights} / {scene}' }
    expect(letters(['master2'], template)[0]).toMatchObject({
      subject: '{title}',
      body: 'Second: master use (the recording), 100% / 14: Mara drives off\n{hello}\n',
    })
    expect(unknownFields(template)).toEqual(['title', 'hello'])
    expect(unknownFields(usualLetter)).toEqual([])
  })

  test('fills in what was typed as it stands, braces and all', () => {
    expect(filledTemplate('{holder}!', { holder: '{production} $& {holder}' })).toBe(
      '{production} $& {holder}!',
    )
  })
})

describe('a mail draft', () => {
  const letter = { to: 'jo@house.example', subject: 'Würde & Wert', body: 'Line 1\n“Line 2” & more?\n' }

  test('has the letter in its address as mail programs read it', () => {
    const url = new URL(mailtoAddress(letter))
    expect(url.pathname).toBe('jo@house.example')
    expect(url.searchParams.get('subject')).toBe(letter.subject)
    expect(url.searchParams.get('body')).toBe(letter.body.replaceAll('\n', '\r\n'))
  })

  test('as a file holds the letter, and no text makes a header of its own', () => {
    const hostile = {
      ...letter,
      to: 'a@b.example\r\nBcc: all@b.example',
      subject: `Ü\r\nX: ${'ü'.repeat(60)}`,
    }
    const file = mailFile(hostile, 'Kim <kim@film.example>')
    const [head = '', body = ''] = file.split('\r\n\r\n')
    expect(head.split('\r\n').filter((line) => /^(Bcc|X):/i.test(line))).toEqual([])
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThan(90)
    expect(Buffer.from(body.replaceAll('\r\n', ''), 'base64').toString('utf8')).toBe(
      letter.body.replaceAll('\n', '\r\n'),
    )
    const words = [...head.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)].map(([, word = '']) =>
      Buffer.from(word, 'base64').toString('utf8'),
    )
    expect(words.join('')).toBe(`Ü X: ${'ü'.repeat(60)}`)
  })

  test('survives halves of characters', () => {
    const broken = { ...letter, subject: '\uD83C', body: '\uDFB5 x' }
    expect(mailtoAddress(broken)).toContain(encodeURIComponent('\uFFFD'))
    expect(mailFile(broken, '')).toContain('Subject: =?utf-8?B?77+9?=')
  })
})

test('papers that lie on a disk are told from links', () => {
  const files = [
    '/papers/a.pdf',
    'C:\\papers\\b.pdf',
    'https://drive.example/c',
    ' ',
    'd.pdf',
    'file:///e.pdf',
  ]
  const [licence] = Object.values(soundDocument().licences)
  const document = {
    ...blankDocument({ num: 25, den: 1, dropFrame: false }),
    licences: { x: { ...(licence as Licence), id: 'x' as Licence['id'], files } },
  }
  expect(attachedFiles(document).map(({ path }) => path)).toEqual([
    '/papers/a.pdf',
    'C:\\papers\\b.pdf',
    'd.pdf',
    'file:///e.pdf',
  ])
  expect(isLink('https://x.example')).toBe(true)
})
