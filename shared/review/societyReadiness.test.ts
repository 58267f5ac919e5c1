import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { type TargetSociety, targetSocieties } from '../model/production.ts'
import { soundDocument, withProduction, withRecord } from '../sheet/soundDocument.ts'
import { Reviewer } from './reviewer.ts'
import { rules } from './rules.ts'
import { refuses, societyForms } from './societyForms.ts'
import { societyReadiness, societyText } from './societyReadiness.ts'

function readinessFor(society: TargetSociety, document: ProductionDocument) {
  const found = societyReadiness(new Reviewer().review(document), document).find(
    (each) => each.society === society,
  )
  if (!found) throw new Error(`there is no ${society}`)
  return found
}

/** Nothing is missing, whoever the sheet is for. */
function complete(): ProductionDocument {
  return withProduction(soundDocument(), {
    category: 'Movie',
    directors: ['A Director'],
    cast: ['An Actor'],
    countryOfOrigin: 'GB',
    yearOfProduction: '2025',
    productionNumber: 'P1',
    companyAddress: '1 Street',
    preparedBy: 'A Person',
    preparedByEmail: 'a@person.example',
    eidr: '10.5240/0000-0000-0000-ABCD-0002-U',
  })
}

describe('readiness for a society', () => {
  test.each(targetSocieties)('of a sheet with which nothing is wrong is whole: %s', (society) => {
    const readiness = readinessFor(society, complete())
    expect(readiness).toMatchObject({ isReady: true, percent: 100, missing: [], wished: [], items: 3 })
    expect(societyText(readiness)).toBe(`Nothing is missing for ${readiness.name}.`)
  })

  test('differs where the forms do: US codes need the vocals, UK letters do not', () => {
    const document = withRecord(complete(), 'cues', 'c1', { vocals: 'unknown' })
    expect(readinessFor('ASCAP', document)).toMatchObject({ isReady: false, percent: 66 })
    expect(readinessFor('PRS', document).isReady).toBe(true)
  })

  test('asks for the performer where the form has one: APRA and the BBC, not ASCAP', () => {
    const document = withRecord(complete(), 'recordings', 'rec2', { artist: '' })
    expect(readinessFor('APRA', document).missing).toEqual(['1 cue has no performer'])
    expect(readinessFor('BBC', document).isReady).toBe(false)
    expect(readinessFor('ASCAP', document).isReady).toBe(true)
  })

  test('no form is refused for a missing licence', () => {
    const { sync2: _, master2: __, ...licences } = complete().licences
    const document = { ...complete(), licences }
    for (const society of targetSocieties) expect(readinessFor(society, document).isReady).toBe(true)
  })

  test('says what is missing in words, counts cues once, and names what the form would like', () => {
    let document = withProduction(complete(), { countryOfOrigin: '', productionCompany: '' })
    document = withRecord(document, 'cues', 'c1', { work: null })
    document = withRecord(document, 'cues', 'c2', { work: null, origin: 'unknown' })
    const apra = readinessFor('APRA', document)
    expect(apra.percent).toBe(0)
    expect(societyText(apra)).toContain(
      'no production company is named; 2 cues have no title; 2 cues have no writer',
    )
    expect(apra.missing).toContain('1 cue has no origin that fits')
    expect(societyText(apra)).toContain('Its form also has a place for: country of origin.')
  })

  test('tells the two details of a broadcast apart', () => {
    const document = withProduction(complete(), { category: 'Broadcast Special', airDate: '2025-01-01' })
    expect(readinessFor('ASCAP', document).missing).toEqual(['no network is named'])
    expect(readinessFor('BMI', document).isReady).toBe(true)
  })
})

test('each society has one form, which names its source, and demands only what a rule finds', () => {
  expect(societyForms.map(({ id }) => id)).toEqual(targetSocieties)
  const planned = ['CS-012', 'CS-093']
  const known = new Set([...rules.map(({ id }) => id), ...planned])
  for (const { source, demands } of societyForms) {
    expect(source).toMatch(/\[\d+\]/)
    for (const rule of demands.flatMap((demand) => demand.rules)) expect(known).toContain(rule)
  }
})

test('a finding about another field of the same rule is not one that the form is refused for', () => {
  const bmi = societyForms.find(({ id }) => id === 'BMI')
  if (!bmi) throw new Error('BMI has no form')
  expect(refuses(bmi, { rule: 'CS-092', field: 'airDate' })).toBe(true)
  expect(refuses(bmi, { rule: 'CS-092', field: 'network' })).toBe(false)
  expect(refuses(bmi, { rule: 'CS-070' })).toBe(false)
})
