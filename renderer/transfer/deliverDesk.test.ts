import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { RecordedSheet } from '../../shared/delivery/recordedSheet.ts'
import { exporters } from '../../shared/formats/exporters.ts'
import { exchange } from '../../shared/formats/importers/exchange.ts'
import { packDocument } from '../../shared/ipc/packedDocument.ts'
import { DeliverDesk } from './deliverDesk.ts'
import type { DeliverAnswer } from './deliverMessages.ts'

const folder = new URL('../../shared/formats/fixtures/examples/', import.meta.url)
const stem = '01-tv-2997df-harborline-205'

const exchangeFile = JSON.parse(readFileSync(new URL(`${stem}.json`, folder), 'utf8'))

/** Cues like the first of the example, with titles of their own. */
function* manyCues(count: number): Generator<object> {
  const { work: _, recording: __, ...cue } = exchangeFile.cues[0]
  for (let at = 0; at < count; at++) yield { ...cue, id: `many-${at}`, number: `m${at}`, title: `Many ${at}` }
}

async function openedDesk(text = JSON.stringify(exchangeFile)) {
  const answers: DeliverAnswer[] = []
  const desk = new DeliverDesk(
    (answer) => answers.push(answer),
    () => new Promise((resolve) => setTimeout(resolve)),
  )
  const draft = exchange.read(text)
  if (!draft.ok) throw new Error('the example is refused')
  await desk.take({ kind: 'open', packed: packDocument(draft.value.document), today: '2026-11-24' })
  return { desk, answers }
}

describe('DeliverDesk', () => {
  test('renders every format whole, each by its own number', async () => {
    const { desk, answers } = await openedDesk()
    for (const [ticket, { id }] of exporters.entries())
      await desk.take({ kind: 'render', ticket, format: id, options: { byteOrderMark: false }, most: null })
    const values = answers.filter(({ kind }) => kind !== 'progress')
    expect(values.map(({ kind, ticket }) => [kind, ticket])).toEqual(exporters.map((_, at) => ['value', at]))
    const [full] = values
    const expected = readFileSync(new URL(`${stem}.full.csv`, folder), 'utf8')
    expect(full).toMatchObject({
      value: {
        rendered: { artifact: { kind: 'text', text: expected }, size: expected.length, isCut: false },
      },
    })
  })

  test('cuts a preview and says so', async () => {
    const { desk, answers } = await openedDesk()
    await desk.take({ kind: 'render', ticket: 1, format: 'full-csv', options: {}, most: 100 })
    expect(answers).toMatchObject([{ value: { rendered: { isCut: true } } }])
    const [answer] = answers
    const rendered =
      answer?.kind === 'value' && answer.value.kind === 'rendered' ? answer.value.rendered : null
    expect(rendered?.artifact.kind === 'text' && rendered.artifact.text).toHaveLength(100)
  })

  test('a preview of pages holds the first cues and what comes after the last, the file all of them', async () => {
    const many = { ...exchangeFile, licences: [], cues: [...manyCues(200)] }
    const { desk, answers } = await openedDesk(JSON.stringify(many))
    for (const [ticket, most] of [1000, null].entries())
      await desk.take({ kind: 'render', ticket, format: 'cue-sheet-pdf', options: {}, most })
    const pages = answers.flatMap((answer) =>
      answer.kind === 'value' &&
      answer.value.kind === 'rendered' &&
      answer.value.rendered.artifact.kind === 'pages'
        ? [{ ...answer.value.rendered, html: answer.value.rendered.artifact.html }]
        : [],
    )
    expect(pages.map(({ isCut }) => isCut)).toEqual([true, false])
    expect(pages.map(({ html }) => html.match(/Many \d+/g)?.length)).toEqual([16, 200])
    for (const { html } of pages)
      expect(html.match(/<\/?(?:table|tbody|html)\b/g)?.length ?? 1).toBeGreaterThan(4)
    expect(pages[0]?.html.slice(-300)).toBe(pages[1]?.html.slice(-300))
  })

  test('compares with a delivery, and counts the errors of a draft', async () => {
    const { desk, answers } = await openedDesk()
    await desk.take({ kind: 'record', ticket: 1 })
    const [answer] = answers
    if (answer?.kind !== 'value' || answer.value.kind !== 'recorded') throw new Error('not recorded')
    const { sheet: text, errors } = answer.value.recorded
    expect(errors).toBe(0)
    const sheet: RecordedSheet = JSON.parse(text)
    const [first, ...others] = sheet.rows
    const since = {
      ...sheet,
      rows: first ? [{ ...first, words: { ...first.words, Title: 'Older' } }, ...others] : [],
    }
    await desk.take({ kind: 'compare', ticket: 2, since: JSON.stringify(since) })
    expect(answers[1]).toMatchObject({
      value: { redline: { counts: { added: 0, removed: 0, changed: 1 }, isHeaderChanged: false } },
    })
  })

  test('what was cancelled before it began is not answered, and a fault is told', async () => {
    const { desk, answers } = await openedDesk()
    await desk.take({ kind: 'render', ticket: 1, format: 'no-such-format', options: {}, most: null })
    expect(answers).toEqual([{ kind: 'fault', ticket: 1, message: 'there is no format no-such-format' }])
    const slow = exporters.find(({ kind }) => kind === 'bytes')
    if (!slow) return
    await desk.take({ kind: 'cancel', ticket: 2 })
    await desk.take({ kind: 'render', ticket: 2, format: slow.id, options: {}, most: null })
    expect(answers.filter(({ kind }) => kind === 'value')).toEqual([])
  })
})
