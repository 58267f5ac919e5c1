import { beforeEach, describe, expect, test } from 'vitest'
import { apply } from '../../shared/edits/change.ts'
import type { Edit } from '../../shared/edits/edit.ts'
import { updateProduction } from '../../shared/edits/productionEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import { refuse } from '../../shared/result.ts'
import { type ConfirmedChange, DocumentStore } from './documentStore.ts'

const blank = blankDocument({ num: 24, den: 1, dropFrame: false })
const retitle = (title: string): Edit => updateProduction({ title })
const impossible: Edit = {
  label: 'Impossible',
  run: () => refuse({ message: 'No.', expected: 'x', found: 'y', remedy: 'z' }),
}

describe('DocumentStore', () => {
  let confirmed: ConfirmedChange[]
  let documents: DocumentStore
  const title = () => documents.document.production.title
  const shown = () => documents.state.value.preview.production.title
  const journalled = (): ProductionDocument =>
    confirmed.reduce((document, { change }) => apply(document, change), blank)
  beforeEach(() => {
    confirmed = []
    documents = new DocumentStore(blank, (change) => confirmed.push(change))
  })

  test('an edit is shown and confirmed at once', () => {
    expect(documents.apply(retitle('A')).ok).toBe(true)
    expect([title(), shown()]).toEqual(['A', 'A'])
    expect(confirmed.map(({ kind }) => kind)).toEqual(['edit'])
  })

  test('a change is on its way to the journal before anybody who shows the document hears of it', () => {
    const heard: number[] = []
    documents.state.subscribe(() => heard.push(confirmed.length))
    documents.apply(retitle('A'))
    documents.undo()
    documents.redo()
    expect(heard).toEqual([1, 2, 3])
  })

  test('an edit that is refused, or changes nothing, is not confirmed and leaves no step to undo', () => {
    expect(documents.apply(impossible).ok).toBe(false)
    expect(documents.apply(retitle('')).ok).toBe(true)
    expect(confirmed).toEqual([])
    expect(documents.undo()).toBeNull()
    expect(documents.document).toBe(blank)
  })

  test('undo and redo walk the steps both ways, and stop at the ends', () => {
    documents.apply(retitle('A'))
    documents.apply(retitle('B'))
    const walked = [documents.undo(), title(), documents.undo(), title(), documents.undo()]
    expect(walked.filter((_, index) => index % 2 === 1)).toEqual(['A', ''])
    expect(walked.at(-1)).toBeNull()
    documents.redo()
    documents.redo()
    expect([title(), documents.redo()]).toEqual(['B', null])
  })

  test('an edit after an undo takes the place of what was undone', () => {
    documents.apply(retitle('A'))
    documents.undo()
    documents.apply(retitle('C'))
    expect(documents.redo()).toBeNull()
    expect(title()).toBe('C')
  })

  test('fast edits of one field are undone together, and apart once sealed', () => {
    for (const text of ['A', 'AB', 'ABC']) documents.apply(retitle(text), 'title')
    documents.seal()
    documents.apply(retitle('ABCD'), 'title')
    documents.undo()
    expect(title()).toBe('ABC')
    documents.undo()
    expect(title()).toBe('')
  })

  test('what was confirmed, one after the other, is the document', () => {
    for (const text of ['A', 'AB', 'ABC']) documents.apply(retitle(text), 'title')
    documents.undo()
    documents.redo()
    documents.apply(retitle('D'))
    documents.undo()
    expect(journalled()).toEqual(documents.document)
  })

  describe('a gesture', () => {
    test('is seen while it lasts, and becomes one step when it is kept', () => {
      const gesture = documents.begin()
      for (const text of ['A', 'B', 'C']) gesture.preview(retitle(text))
      expect([title(), shown(), confirmed.length]).toEqual(['', 'C', 0])
      gesture.commit()
      expect([title(), shown(), confirmed.length]).toEqual(['C', 'C', 1])
      documents.undo()
      expect(title()).toBe('')
    })

    test('leaves nothing behind when it is cancelled, and may be cancelled again', () => {
      const gesture = documents.begin()
      gesture.preview(retitle('A'))
      gesture.cancel()
      gesture.cancel()
      expect([title(), shown(), confirmed.length, documents.undo()]).toEqual(['', '', 0, null])
    })

    test('keeps the last preview that was possible', () => {
      const gesture = documents.begin()
      gesture.preview(retitle('A'))
      expect(gesture.preview(impossible).ok).toBe(false)
      expect(shown()).toBe('A')
      gesture.commit()
      expect(title()).toBe('A')
    })

    test('is over after its end: to use it again is a mistake', () => {
      const gesture = documents.begin()
      gesture.commit()
      expect(() => gesture.preview(retitle('A'))).toThrow('over')
      expect(() => gesture.commit()).toThrow('over')
      expect(confirmed).toEqual([])
    })

    test('ends when another begins, when an edit is made, and when a step is undone', () => {
      documents.apply(retitle('kept'))
      const interruptions = [
        () => documents.begin(),
        () => documents.apply(retitle('edit')),
        () => documents.undo(),
      ]
      for (const interrupt of interruptions) {
        const gesture = documents.begin()
        gesture.preview(retitle('dragged'))
        interrupt()
        expect(gesture.isOver).toBe(true)
        expect(shown()).toBe(title())
        expect(title()).not.toBe('dragged')
      }
    })
  })

  test('in a production that is only looked at neither edits nor drags change anything', () => {
    const refusal = { message: 'Read-only.', expected: 'x', found: 'y', remedy: 'z' }
    documents = new DocumentStore(
      blank,
      (change) => confirmed.push(change),
      () => refusal,
    )
    expect(documents.apply(retitle('A'))).toEqual(refuse(refusal))
    const gesture = documents.begin()
    expect(gesture.preview(retitle('B'))).toEqual(refuse(refusal))
    expect(shown()).toBe('')
    expect(gesture.commit()).toEqual(refuse(refusal))
    expect(documents.undo()).toBeNull()
    expect([documents.document, confirmed]).toEqual([blank, []])
  })
})
