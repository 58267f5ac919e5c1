import { expect, it } from 'vitest'
import type { CueId } from '../../shared/model/ids.ts'
import { clickedSelection, cueRange, pressedSelection, united } from './cueSelection.ts'

const ids = (letters: string) => [...letters] as CueId[]
const id = (letter: string) => letter as CueId
const order = ids('abcdef')
const plain = { shiftKey: false, ctrlKey: false, metaKey: false }
const shift = { ...plain, shiftKey: true }
const ctrl = { ...plain, ctrlKey: true }

it('selects what is pressed, and keeps a selection that is pressed again so that it can be dragged', () => {
  expect(pressedSelection(ids('ab'), id('d'), plain, order, id('a'))).toEqual(ids('d'))
  expect(pressedSelection(ids('ab'), id('b'), plain, order, id('a'))).toEqual(ids('ab'))
  expect(clickedSelection(ids('ab'), id('b'), plain)).toEqual(ids('b'))
})

it('adds with Ctrl or Cmd, and takes out on the release', () => {
  expect(pressedSelection(ids('ab'), id('d'), ctrl, order, id('a'))).toEqual(ids('abd'))
  expect(pressedSelection(ids('ab'), id('d'), { ...plain, metaKey: true }, order, id('a'))).toEqual(
    ids('abd'),
  )
  expect(pressedSelection(ids('ab'), id('b'), ctrl, order, id('a'))).toEqual(ids('ab'))
  expect(clickedSelection(ids('ab'), id('b'), ctrl)).toEqual(ids('a'))
  expect(clickedSelection(ids('ab'), id('d'), ctrl)).toEqual(ids('abd'))
})

it('selects with Shift all from where the selection began, either way, with Ctrl in addition', () => {
  expect(pressedSelection(ids('b'), id('d'), shift, order, id('b'))).toEqual(ids('bcd'))
  expect(pressedSelection(ids('d'), id('b'), shift, order, id('d'))).toEqual(ids('dcb'))
  expect(pressedSelection(ids('f'), id('b'), { ...shift, ctrlKey: true }, order, id('a'))).toEqual(ids('fab'))
})

it('has a range of one where its beginning is gone', () => {
  expect(cueRange(order, id('x'), id('c'))).toEqual(ids('c'))
  expect(cueRange(order, null, id('c'))).toEqual(ids('c'))
})

it('unites without doubles', () => {
  expect(united(ids('ab'), ids('bc'))).toEqual(ids('abc'))
})
