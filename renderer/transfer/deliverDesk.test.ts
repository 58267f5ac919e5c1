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

async function openedDesk() {
  const answers: DeliverAnswer[] = []
  const desk = new DeliverDesk(
    (answer) => answers.push(answer),
    () => new Promise((resolve) => setTimeout(resolve)),
  )
  const draft = exchange.read(readFileSync(new URL(`${stem}.json`, folder), 'utf8'))
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
