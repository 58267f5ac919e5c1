import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { shortcutGroups } from './shortcutGroups.ts'

const nothing = () => {}
const table: readonly Command[] = [
  { id: 'a', label: 'Zoom in', group: 'View', keys: ['Equal', '$mod+Equal'], run: nothing },
  { id: 'b', label: 'Save', group: 'Production', keys: ['$mod+s'], run: nothing },
  { id: 'c', label: 'Open the demo', group: 'Production', keys: [], run: nothing },
]

test('groups stand in the order of the menu, without commands that have no key', () => {
  expect(
    shortcutGroups(table, '').map(({ group, commands }) => [group, commands.map(({ id }) => id)]),
  ).toEqual([
    ['Production', ['b']],
    ['View', ['a']],
  ])
})

test('a query finds words, groups and keys as they are printed', () => {
  const ids = (query: string) =>
    shortcutGroups(table, query).flatMap(({ commands }) => commands.map(({ id }) => id))
  expect(ids('zoom')).toEqual(['a'])
  expect(ids('production')).toEqual(['b'])
  expect(ids('ctrl+s')).toEqual(['b'])
  expect(ids('nowhere')).toEqual([])
})
