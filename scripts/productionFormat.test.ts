import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scriptedDocument } from '../electron/production/fixtures/scriptedEdits.ts'
import { updateCues } from '../shared/edits/cueFieldEdits.ts'
import { moveCues } from '../shared/edits/cueMoveEdits.ts'
import type { Edit } from '../shared/edits/edit.ts'
import { largeDocument, sampleDocument } from '../shared/edits/fixtures/sampleDocument.ts'
import { updateWork } from '../shared/edits/workEdits.ts'
import {
  parseProductionFile,
  productionFileText,
  productionFileVersion,
} from '../shared/files/productionFile.ts'
import {
  type JsonSchema,
  productionFileSchema,
  productionFileSchemaText,
} from '../shared/files/productionFileSchema.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import type { CueId, WorkId } from '../shared/model/ids.ts'
import { projectRoot } from './projectRoot.ts'

const docs = path.join(projectRoot, 'docs')
const kept = path.join(projectRoot, 'shared', 'files', 'fixtures')
const textOf = (document: ProductionDocument, lastSequence = 1) =>
  productionFileText(document, { id: 'kept', lastSequence })
const keptFile = (version: number) => path.join(kept, `version-${version}.needledrop`)
const earlier = Array.from({ length: productionFileVersion - 1 }, (_, index) => index + 1)

describe('the published schema', () => {
  const published = readFileSync(path.join(docs, 'production-file.schema.json'), 'utf8')
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(published))
  const isValid = (text: string) => validate(JSON.parse(text))

  test('is what the model says now; `npm run make-schema` writes it', () => {
    expect(published).toBe(productionFileSchemaText())
  })

  test('describes every file that Needledrop writes', () => {
    const demo = parseProductionFile(
      readFileSync(path.join(projectRoot, 'demo', 'lantern-street.needledrop'), 'utf8'),
    )
    if (!demo.ok) throw new Error(demo.problem.message)
    const documents = [
      sampleDocument,
      demo.value.document,
      largeDocument(20),
      ...[5, 40].map((count) => scriptedDocument(7, count)),
    ]
    for (const document of documents) {
      isValid(textOf(document))
      expect(validate.errors).toBeNull()
    }
  })

  test('describes every kept file once it was brought up to this version', () => {
    expect(readdirSync(kept).filter((name) => name.endsWith('.needledrop')).length).toBeGreaterThan(0)
    for (const version of earlier) {
      const text = readFileSync(keptFile(version), 'utf8')
      expect(isValid(text), `version ${version} is another one`).toBe(false)
      const parsed = parseProductionFile(text)
      expect(parsed.ok && isValid(productionFileText(parsed.value.document, parsed.value))).toBe(true)
    }
  })

  const sound = textOf(sampleDocument)
  test.each([
    ['a field that is not known', '"id":"c1",', '"id":"c1","mood":1,'],
    ['a field that is missing', '"number":"1m01",', ''],
    ['a fraction of a frame', /"frame":\d+/, '"frame":1.5'],
    ['a word that is none of the list', '"type":"score"', '"type":"jingle"'],
    ['a day that is none', '"quoted":"2026-01-05"', '"quoted":"5 January"'],
    ['an id that could name another folder', '"id": "kept"', '"id": "../kept"'],
    ['another version', `"needledrop": ${productionFileVersion}`, '"needledrop": 99'],
    ['a table more', '"reels": [', '"moods": [],\n"reels": ['],
  ])('refuses %s', (_, place, by) => {
    const damaged = sound.replace(place, by)
    expect(damaged).not.toBe(sound)
    expect(isValid(damaged)).toBe(false)
    expect(parseProductionFile(damaged).ok).toBe(false)
  })
})

describe('docs/production-file.md', () => {
  const page = readFileSync(path.join(docs, 'production-file.md'), 'utf8')

  test('names every field and every word of the model', () => {
    const named = new Set(
      [...page.matchAll(/`([^`\n]+)`/g)].flatMap(
        ([, words = '']) => words.match(/[\w/& -]+|\w+/g)?.map((word) => word.trim()) ?? [],
      ),
    )
    const missing = wordsOf(productionFileSchema()).filter((word) => !named.has(word))
    expect(missing).toEqual([])
  })

  test('tells of every version', () => {
    for (const version of [...earlier, productionFileVersion])
      expect(page, `version ${version}`).toMatch(new RegExp(`^\\| ${version} \\|`, 'm'))
    expect(page).toContain(`"needledrop": ${productionFileVersion},`)
  })
})

describe('an earlier version', () => {
  test.each(earlier)(
    '%i opens from its kept file, is saved in the present one and stays the same from then on',
    (version) => {
      const text = readFileSync(keptFile(version), 'utf8')
      expect(text).toContain(`"needledrop": ${version},`)
      const parsed = parseProductionFile(text)
      if (!parsed.ok) throw new Error(parsed.problem.message)
      expect(parsed.value.warnings).toEqual([])
      const written = productionFileText(parsed.value.document, parsed.value)
      expect(written).toContain(`"needledrop": ${productionFileVersion},`)
      expect(parseProductionFile(written)).toEqual({ ok: true, value: parsed.value })
    },
  )

  test('has a kept file, every one of them', () => {
    expect(readdirSync(kept)).toEqual(
      expect.arrayContaining(earlier.map((version) => path.basename(keptFile(version)))),
    )
  })

  test('that is a later one is refused, in words, and the file is said to be untouched', () => {
    const later = textOf(sampleDocument).replace(
      `"needledrop": ${productionFileVersion}`,
      `"needledrop": ${productionFileVersion + 1}`,
    )
    expect(parseProductionFile(later)).toEqual({
      ok: false,
      problem: {
        message: 'This production was made by a newer Needledrop.',
        expected: `a production file of version ${productionFileVersion} or earlier`,
        found: `version ${productionFileVersion + 1}`,
        remedy: 'Update Needledrop, then open it again. The file has not been changed.',
      },
    })
  })
})

describe('in version control', () => {
  const large = largeDocument(200)
  const counted = /^[-+]"(lastSequence|checksum)"/

  test.each<[string, Edit, number]>([
    ['one changed cue is one changed line', updateCues(['c77' as CueId], { title: 'Low Water' }), 1],
    ['three changed cues are three', updateCues(['c3', 'c77', 'c160'] as CueId[], { scene: '12' }), 3],
    ['a work is one', updateWork('w5' as WorkId, { title: 'Undertow' }), 1],
    ['a cue that goes to another place is one', moveCues(['c20' as CueId], 400), 1],
  ])('%s', (_, edit, lines) => {
    const after = edit.run(large)
    if (!after.ok) throw new Error(after.problem.message)
    const changed = differing(textOf(large, 1), textOf(after.value, 2)).filter((line) => !counted.test(line))
    expect(changed.filter((line) => line.startsWith('-')).length).toBe(lines)
    expect(changed.filter((line) => line.startsWith('+')).length).toBe(lines)
    expect(changed.every((line) => /^[-+] {2}\{"id":"[cw]\d+",/.test(line))).toBe(true)
  })
})

/** Names of fields and words of lists that a schema allows. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap(wordsOf)
  const { properties, enum: list } = schema as {
    readonly properties?: JsonSchema
    readonly enum?: readonly string[]
  }
  const inside = Object.values(schema).flatMap(wordsOf)
  return [...new Set([...Object.keys(properties ?? {}), ...(list ?? []), ...inside])]
}

/** The lines that differ, as git shows them. */
function differing(before: string, after: string): readonly string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-diff-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const files = ['before', 'after'].map((name) => path.join(folder, name)) as [string, string]
  writeFileSync(files[0], before)
  writeFileSync(files[1], after)
  const { stdout, status } = spawnSync('git', ['diff', '--no-index', '--no-color', '--unified=0', ...files], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  return stdout.split('\n').filter((line) => /^[-+](?![-+])/.test(line))
}
