import { writeFile } from 'node:fs/promises'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { chooseInMenu, menuNames, showHistory, stepsShown } from './historyReading.ts'
import { saved } from './savedDocument.ts'

const sheet = exchangeSheet('Remembered', [
  { number: '1m1', title: 'Undertow', span: ['01:00:10:00', '01:00:20:00'] },
  { number: '1m2', title: 'The crossing', span: ['01:00:30:00', '01:00:40:00'] },
  { number: '1m3', title: 'Ebb', span: ['01:00:50:00', '01:01:00:00'] },
])

async function openSaved(scratch: string): Promise<{ room: CuttingRoom; file: string }> {
  const exchange = `${scratch}/sheet.json`
  const file = `${scratch}/work.needledrop`
  await writeFile(exchange, sheet)
  const room = await CuttingRoom.open(`${scratch}/app`)
  await room.openFile(exchange)
  await room.whenWorkspaceShows()
  await room.saveAs(file)
  return { room, file }
}

async function reopen(room: CuttingRoom, file: string, end: 'quit' | 'kill'): Promise<void> {
  await room.restart(end)
  await room.openFile(file)
  await room.whenWorkspaceShows()
}

test('everything is undone to the very start and redone to the end after saving, quitting and SIGKILL', async ({
  scratch,
}) => {
  const { room, file } = await openSaved(scratch)
  const start = await saved(room, file)
  await room.press('Control+a', 'Period', 'Digit3', 'Control+Shift+a')
  const middle = await saved(room, file)
  await room.page.getByRole('row', { name: /1m2/ }).click()
  await room.press('Delete')
  await reopen(room, file, 'quit')
  await room.press('Control+a', 'Shift+Digit2', 'Period')
  const safe = await room.whenSafe()
  await reopen(room, file, 'kill')
  expect((await room.safety()).made).toBe(safe)
  const end = await saved(room, file)
  expect(end.cues).not.toHaveProperty('1m2')

  await showHistory(room)
  const { count, done } = await stepsShown(room, 5)
  expect([count, done]).toEqual([5, 5])
  await expect.poll(() => menuNames(room)).toEqual([expect.stringMatching(/^Undo ./), 'Redo'])
  for (let step = 0; step < count; step++) await room.press('Control+z')
  await expect(room.page.getByRole('option', { name: 'The beginning, current' })).toBeFocused()
  expect((await saved(room, file)).text).toBe(start.text)
  await reopen(room, file, 'kill')
  await showHistory(room)
  expect(await stepsShown(room, count)).toEqual({ count, done: 0 })
  for (let step = 0; step < 2; step++) await room.press('Control+Shift+z')
  expect((await saved(room, file)).text).toBe(middle.text)
  for (let step = 2; step < count; step++) await room.press('Control+y')
  expect((await saved(room, file)).text).toBe(end.text)
  expect(room.faults).toEqual([])
  await room.close()
})

test('any state is looked at in words, and restored by key and by click; what was undone stays', async ({
  scratch,
}) => {
  const { room, file } = await openSaved(scratch)
  const { page } = room
  const start = await saved(room, file)
  await page.getByRole('row', { name: /1m1/ }).click()
  await room.press('Period', 'Digit3', 'Delete')
  const end = await saved(room, file)

  await showHistory(room)
  const preview = page.getByRole('region', { name: 'What restoring would change' })
  await room.press('ArrowDown')
  await expect(preview).toContainText('1 cue added')
  await room.press('ArrowDown', 'ArrowUp', 'End')
  await expect(page.getByRole('option', { name: 'The beginning' })).toBeFocused()
  await expect(preview).toContainText('Back to: The beginning')
  await room.press('Enter')
  await expect(page.getByRole('option', { name: /^The beginning, current$/ })).toBeVisible()
  expect((await saved(room, file)).text).toBe(start.text)

  const nudge = page.getByRole('option', { name: /taken back$/ }).last()
  await nudge.hover()
  await expect(preview).toContainText('1 cue changed')
  await expect(preview).toContainText('in: 01:00:10:00 → 01:00:10:01')
  await page
    .getByRole('option', { name: /taken back$/ })
    .first()
    .click()
  await expect(page.getByRole('option', { name: /taken back$/ })).toHaveCount(0)
  expect((await saved(room, file)).text).toBe(end.text)
  expect(room.faults).toEqual([])
  await room.close()
})

test('deleted cues wait in the bin, across a restart, and come back together', async ({ scratch }) => {
  const { room, file } = await openSaved(scratch)
  const start = await saved(room, file)
  for (const number of ['1m1', '1m3']) {
    await room.page.getByRole('row', { name: new RegExp(number) }).click()
    await room.press('Delete')
  }
  await reopen(room, file, 'quit')
  const { page } = room
  await room.press('Alt+d')
  const bin = page.getByRole('listbox', { name: /^Deleted cues/ })
  const first = bin.getByRole('option', { name: /^1m3 Ebb, 01:00:50:00 – 01:01:00:00, Remove cue/ })
  await expect(first).toBeVisible()
  await first.focus()
  await room.press('Shift+ArrowDown')
  await expect(bin.getByRole('option', { selected: true })).toHaveCount(2)
  await room.press('Enter')
  await expect(page.getByText('No cue was deleted.')).toBeVisible()
  await expect.poll(() => menuNames(room)).toEqual(['Undo Put back 2 cues', 'Redo'])
  expect((await saved(room, file)).text).toBe(start.text)
  await chooseInMenu(room, 'undo')
  await expect(bin.getByRole('option')).toHaveCount(2)
  expect(room.faults).toEqual([])
  await room.close()
})

test('a text field has its own undo while it is edited, in the menu too, and is one step after that', async ({
  scratch,
}) => {
  const { room } = await openSaved(scratch)
  const { page } = room
  await page.getByRole('row', { name: /1m2/ }).click()
  await room.leaveField()
  await room.press('Enter')
  const title = page.locator('[data-field="title"] input')
  await expect(title).toBeFocused()
  await room.press('End')
  await page.keyboard.type(' over')
  await expect.poll(() => menuNames(room)).toEqual(['Undo Typing', 'Redo Typing'])
  await chooseInMenu(room, 'undo')
  await expect(title).toHaveValue('The crossing')
  await chooseInMenu(room, 'redo')
  await expect(title).toHaveValue('The crossing over')
  await room.whenSafe(1)
  await page.keyboard.type(' again')
  await room.press('Control+z')
  await expect(title).not.toHaveValue(/again/)
  await page.keyboard.type(' at last')
  await room.press('Enter')
  await expect.poll(() => menuNames(room)).toEqual(['Undo Change title', 'Redo'])
  await room.press('Control+z')
  await expect(page.getByRole('row', { name: /1m2/ })).toContainText('The crossing')
  await expect.poll(() => menuNames(room)).toEqual(['Undo', 'Redo Change title'])
  expect(room.faults).toEqual([])
  await room.close()
})
