import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { commandGroups } from './command.ts'
import { commandById, commands } from './commands.ts'
import { Keymap, keyText } from './keymap.ts'

/** What a key prints with Shift on a US keyboard, by its code, and without. */
const printed: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Equal: ['=', '+'],
  Minus: ['-', '_'],
  Backslash: ['\\', '|'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Space: [' ', ' '],
}

/** The event that a binding stands for, on a US keyboard. */
function eventOf(keys: string): KeyboardEvent {
  const parts = keys.split('+')
  const last = parts.pop() ?? ''
  const held = parts.map((part) => (part === '$mod' ? 'Control' : part))
  const code = codeOf(last)
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  const [plain, shifted] = printed[code] ?? [letter ?? digit ?? last, letter?.toUpperCase() ?? last]
  return {
    key: held.includes('Shift') ? shifted : plain,
    code,
    repeat: false,
    isComposing: false,
    target: null,
    getModifierState: (name: string) => held.includes(name),
  } as unknown as KeyboardEvent
}

function codeOf(key: string): string {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`
  const entry = Object.entries(printed).find(([, prints]) => prints.includes(key))
  return entry?.[0] ?? key
}

const bindings = commands.flatMap(({ id, keys }) => keys.map((binding) => ({ id, binding })))

describe('commands', () => {
  beforeAll(() => {
    vi.stubGlobal('HTMLElement', class {})
  })

  test('ids are unique, and so are labels', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
    expect(new Set(commands.map(({ label }) => label)).size).toBe(commands.length)
  })

  test('every command stands under a heading and has a label to be found by', () => {
    for (const { id, group, label } of commands) {
      expect(commandGroups, id).toContain(group)
      expect(label.trim(), id).toMatch(/^[A-Z].*[^ ]$/)
    }
  })

  test('a command is found by its id, and no other text', () => {
    for (const command of commands) expect(commandById(command.id)).toBe(command)
    expect(() => commandById('no.such')).toThrow('no.such')
  })

  test('every binding can be pressed, and runs its own command and no other', () => {
    for (const { id, binding } of bindings) {
      const event = eventOf(binding)
      const answering = commands.filter((command) => new Keymap([command]).commandFor(event) !== null)
      expect(
        answering.map((command) => command.id),
        binding,
      ).toEqual([id])
    }
  })

  test('Enter on the number pad puts a note, the other one goes to the title', () => {
    const keymap = new Keymap(commands)
    const enter = (code: string) => keymap.commandFor({ ...eventOf('Enter'), code })?.id
    expect([enter('NumpadEnter'), enter('Enter')]).toEqual(['note.add', 'cue.title'])
  })

  test('marking needs no repeat: a held key marks once', () => {
    for (const id of ['cue.markIn', 'cue.markOut', 'transport.playPause', 'cue.remove']) {
      expect(commandById(id).repeats ?? false, id).toBe(false)
    }
  })
})

describe('the menu', () => {
  const source = readFileSync(new URL('../../electron/menu.ts', import.meta.url), 'utf8')
  const items = [...source.matchAll(/command\(\s*'([^']+)',\s*'([^']+)',\s*'([^']*)'/g)].map(
    ([, label = '', id = '', accelerator = '']) => ({ label, id, accelerator }),
  )

  test('names commands that exist', () => {
    expect(items.length).toBeGreaterThan(15)
    for (const { id } of items) expect(commandById(id).id).toBe(id)
  })

  test('shows a key that runs the command', () => {
    for (const { id, accelerator } of items.filter((item) => item.accelerator !== '')) {
      const shown = accelerator.replace('CmdOrCtrl', 'Ctrl').replace('Shift+/', 'Shift+?')
      const keys = commandById(id).keys.map((binding) => keyText(binding).replace('−', '-'))
      expect(keys, id).toContain(shown)
    }
  })
})
