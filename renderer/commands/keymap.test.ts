import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Command } from './command.ts'
import { Keymap, keyText } from './keymap.ts'

class Element {}
class Input extends Element {
  readonly type: string

  constructor(type: string) {
    super()
    this.type = type
  }
}
class Editable extends Element {
  readonly isContentEditable = true
}
class Area extends Element {}

type Press = { key: string; code: string; held?: readonly string[]; repeat?: boolean; composing?: boolean }

function pressed({ key, code, held = [], repeat = false, composing = false }: Press, target: unknown = null) {
  const getModifierState = (name: string) => held.includes(name)
  return { key, code, repeat, isComposing: composing, target, getModifierState } as unknown as KeyboardEvent
}

const command = (id: string, keys: readonly string[], repeats = false): Command => ({
  id,
  label: id,
  group: 'View',
  keys,
  repeats,
  run: () => {},
})

const keymap = new Keymap([
  command('in', ['KeyI']),
  command('goToIn', ['Shift+KeyI', 'q']),
  command('save', ['$mod+s']),
  command('step', ['ArrowRight'], true),
  command('cues', ['Alt+KeyC']),
  command('keys', ['Shift+?', '$mod+Slash']),
])

describe('Keymap', () => {
  beforeAll(() => {
    vi.stubGlobal('HTMLElement', Element)
    vi.stubGlobal('HTMLInputElement', Input)
    vi.stubGlobal('HTMLTextAreaElement', Area)
    vi.stubGlobal('HTMLSelectElement', class extends Element {})
  })
  afterAll(() => vi.unstubAllGlobals())

  const idFor = (press: Press, target?: unknown) => keymap.commandFor(pressed(press, target))?.id ?? null

  test('position keys go by where they are, mnemonic ones by what they print', () => {
    expect(idFor({ key: 'i', code: 'KeyI' })).toBe('in')
    expect(idFor({ key: 'c', code: 'KeyI' })).toBe('in')
    expect(idFor({ key: 'q', code: 'KeyA' })).toBe('goToIn')
    expect(idFor({ key: 'x', code: 'KeyX' })).toBeNull()
  })

  test('what is held down besides has to be exactly what is asked for', () => {
    expect(idFor({ key: 'I', code: 'KeyI', held: ['Shift'] })).toBe('goToIn')
    expect(idFor({ key: 's', code: 'KeyS', held: ['Control'] })).toBe('save')
    expect(idFor({ key: 's', code: 'KeyS' })).toBeNull()
    expect(idFor({ key: 'i', code: 'KeyI', held: ['Control'] })).toBeNull()
    expect(idFor({ key: 'i', code: 'KeyI', held: ['Alt'] })).toBeNull()
    expect(idFor({ key: '?', code: 'Slash', held: ['Shift'] })).toBe('keys')
  })

  test('bare keys are dead in text, chords are not', () => {
    for (const field of [new Input('text'), new Input('search'), new Area(), new Editable()]) {
      expect(idFor({ key: 'i', code: 'KeyI' }, field)).toBeNull()
      expect(idFor({ key: 'I', code: 'KeyI', held: ['Shift'] }, field)).toBeNull()
      expect(idFor({ key: 's', code: 'KeyS', held: ['Control'] }, field)).toBe('save')
      expect(idFor({ key: 'c', code: 'KeyC', held: ['Alt'] }, field)).toBe('cues')
    }
    for (const control of [new Input('checkbox'), new Input('radio'), new Element()]) {
      expect(idFor({ key: 'i', code: 'KeyI' }, control)).toBe('in')
    }
  })

  test('a held key repeats only where that is meant', () => {
    expect(idFor({ key: 'ArrowRight', code: 'ArrowRight', repeat: true })).toBe('step')
    expect(idFor({ key: 'i', code: 'KeyI', repeat: true })).toBeNull()
  })

  test('keys that compose a character are left alone', () => {
    expect(idFor({ key: 'i', code: 'KeyI', composing: true })).toBeNull()
  })
})

test.each([
  ['$mod+Shift+z', 'Ctrl+Shift+Z'],
  ['KeyI', 'I'],
  ['Digit3', '3'],
  ['Shift+ArrowRight', 'Shift+→'],
  ['BracketLeft', '['],
  ['NumpadAdd', 'Num +'],
  ['F1', 'F1'],
])('%s is printed as %s', (keys, text) => {
  expect(keyText(keys)).toBe(text)
})
