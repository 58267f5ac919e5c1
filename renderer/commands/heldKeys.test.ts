import { describe, expect, test } from 'vitest'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { HeldKeys } from './heldKeys.ts'

const session = {} as Session

/** A command whose key is held, and what it was told. */
function heldCommand(when: () => boolean = () => true): { command: Command; told: string[] } {
  const told: string[] = []
  const hold = { press: () => void told.push('press'), release: () => void told.push('release') }
  const command: Command = {
    id: 'x',
    label: 'X',
    group: 'Transport',
    keys: ['KeyK'],
    when,
    run: () => void told.push('run'),
    hold,
  }
  return { command, told }
}

describe('HeldKeys', () => {
  test('a key is pressed once and let go once, whatever its repeats', () => {
    const { command, told } = heldCommand()
    const held = new HeldKeys(session)
    held.press('KeyK', command)
    held.press('KeyK', command)
    held.release('KeyK')
    held.release('KeyK')
    expect(told).toEqual(['press', 'release'])
  })

  test('every key is let go when the keyboard goes elsewhere', () => {
    const [one, other] = [heldCommand(), heldCommand()]
    const held = new HeldKeys(session)
    held.press('KeyK', one.command)
    held.press('KeyL', other.command)
    held.releaseAll()
    held.release('KeyK')
    expect([one.told, other.told]).toEqual([
      ['press', 'release'],
      ['press', 'release'],
    ])
  })

  test('letting go of the command key lets go of those it kept back on a Mac', () => {
    const { command, told } = heldCommand()
    const held = new HeldKeys(session)
    held.press('KeyK', command)
    held.release('MetaLeft')
    expect(told).toEqual(['press', 'release'])
  })

  test('a command that cannot run now is neither pressed nor let go', () => {
    const { command, told } = heldCommand(() => false)
    const held = new HeldKeys(session)
    held.press('KeyK', command)
    held.release('KeyK')
    expect(told).toEqual([])
  })
})
