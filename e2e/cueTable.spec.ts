import { writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'

/* The cue table as a spreadsheet and as a list that answers questions, by keyboard. */

const sheet = exchangeSheet('Table', [
  { number: '1m1', title: 'Undertow', span: ['01:00:10:00', '01:00:20:00'] },
  { number: '1m2', title: 'Blue', span: ['01:00:20:00', '01:01:30:00'] },
  { number: '1m3', title: 'Blue again', span: ['01:02:00:00', '01:02:50:00'] },
  { number: '1m4', title: 'Ferry', span: ['01:03:00:00', '01:03:10:00'] },
])

async function openSheet(room: CuttingRoom, scratch: string): Promise<void> {
  await writeFile(`${scratch}/table.json`, sheet)
  await room.openFile(`${scratch}/table.json`)
  await room.whenWorkspaceShows()
  await room.leaveField()
  await room.page.getByRole('row', { name: /1m1/ }).click()
}

const column = async (room: CuttingRoom, name: 'number' | 'title' | 'type' | 'end' | 'length') =>
  (await room.cueLines()).map((line) => line[name])

async function openSaved(room: CuttingRoom): Promise<void> {
  await room.press('Control+Alt+f')
  await expect(room.page.getByRole('button', { name: 'Saved filters' })).toBeFocused()
  await room.press('Enter')
}

async function emptyFilter(room: CuttingRoom): Promise<void> {
  await room.press('Control+f')
  await expect(room.page.getByRole('combobox', { name: 'Filter cues' })).toBeFocused()
  await room.press('Escape')
}

test('cells are typed into, filled, cleared, copied and pasted, each as one step', async ({
  room,
  scratch,
}) => {
  await openSheet(room, scratch)
  const { page } = room
  const cell = (name: string) => page.getByRole('grid', { name: 'Cues' }).getByLabel(name)

  await room.press('Enter')
  await expect(cell('Title of cue 1m1')).toBeFocused()
  await page.keyboard.type('Night Ferry')
  await room.press('Tab')
  await page.keyboard.type('nd')
  await room.press('Enter')
  await expect.poll(() => column(room, 'title')).toEqual(['Night Ferry', 'Blue', 'Blue again', 'Ferry'])
  await expect.poll(() => column(room, 'type')).toEqual(['Needle drop', 'Other', 'Other', 'Other'])

  await room.press('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  await expect
    .poll(() => column(room, 'type'))
    .toEqual(['Needle drop', 'Needle drop', 'Needle drop', 'Other'])
  await room.press('Control+z')
  await expect.poll(() => column(room, 'type')).toEqual(['Needle drop', 'Other', 'Other', 'Other'])

  await room.press('F2')
  await page.keyboard.type('sour')
  await room.press('Control+Enter')
  await expect.poll(() => column(room, 'type')).toEqual(['Source', 'Source', 'Source', 'Other'])
  await room.press('Control+z')

  await room.press('ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'Home')
  for (let step = 0; step < 6; step += 1) await room.press('ArrowRight')
  await page.keyboard.type('9')
  await page.keyboard.type('9:99')
  await room.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'does not exist' })).toBeVisible()
  await room.press('Escape')
  await expect.poll(async () => (await column(room, 'end'))[0]).toBe('01:00:20:00')
  await page.keyboard.type('+1.')
  await room.press('Enter')
  await expect.poll(async () => (await column(room, 'end'))[0]).toBe('01:00:21:00')

  await room.press('Home', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown', 'Control+c', 'ArrowDown', 'ArrowDown')
  await room.press('ArrowUp', 'Control+v')
  await expect.poll(() => column(room, 'title')).toEqual(['Night Ferry', 'Blue', 'Night Ferry', 'Blue'])
  await room.press('Control+z')
  await expect.poll(() => column(room, 'title')).toEqual(['Night Ferry', 'Blue', 'Blue again', 'Ferry'])

  await room.press('ArrowDown', 'Control+v')
  const dialog = page.getByRole('dialog', { name: 'Not all of this fits' })
  await expect(dialog).toContainText('1 row lies below the last cue')
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => column(room, 'title')).toEqual(['Night Ferry', 'Blue', 'Blue again', 'Ferry'])
})

test('a question in the filter finds cues, and what is found is grouped, sorted and changed together', async ({
  room,
  scratch,
}) => {
  await openSheet(room, scratch)
  const { page } = room
  const shown = () =>
    page
      .locator('[role="grid"][aria-label="Cues"] [role="row"][data-cue]')
      .evaluateAll((rows) =>
        rows
          .toSorted(
            (a, b) => Number((a as HTMLElement).dataset.index) - Number((b as HTMLElement).dataset.index),
          )
          .map((row) => row.querySelector('[role="gridcell"]')?.textContent?.trim()),
      )
  await room.press('Control+f')
  await expect(page.getByRole('combobox', { name: 'Filter cues' })).toBeFocused()
  await page.keyboard.type('over 30 s not cleared title~blue')
  await expect.poll(shown).toEqual(['1m2', '1m3'])
  await expect(page.getByText('length over 30 s · licence is open · title holds “blue”')).toBeVisible()
  await page.keyboard.type(' tpye:other')
  await expect(page.getByText('There is no field “tpye”. Did you mean type?')).toBeVisible()
  for (let letter = 0; letter < ' tpye:other'.length; letter += 1) await room.press('Backspace')

  await openSaved(room)
  await page.getByRole('textbox', { name: 'Name of this filter' }).fill('Long and open')
  await room.press('Enter')
  await emptyFilter(room)
  await expect.poll(shown).toHaveLength(4)
  await openSaved(room)
  await page.getByRole('button', { name: /^Long and open/ }).press('Enter')
  await expect.poll(shown).toEqual(['1m2', '1m3'])

  await room.press('Control+Shift+a', 'Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Change cues' })
  await dialog.getByLabel('What', { exact: true }).selectOption('Find and replace')
  await dialog.getByLabel('Find', { exact: true }).fill('blue')
  await dialog.getByLabel('Replace by').fill('Red')
  await expect(dialog.getByRole('table')).toContainText('Red again')
  await dialog.getByRole('button', { name: 'Change 2 cues' }).press('Enter')
  await emptyFilter(room)
  await expect.poll(() => column(room, 'title')).toEqual(['Undertow', 'Red', 'Red again', 'Ferry'])
  await room.leaveField()
  await room.press('Control+z')
  await expect.poll(() => column(room, 'title')).toEqual(['Undertow', 'Blue', 'Blue again', 'Ferry'])

  await page.getByRole('columnheader', { name: 'Number' }).focus()
  await room.press('ArrowRight', 'Enter')
  await expect.poll(shown).toEqual(['1m2', '1m3', '1m4', '1m1'])
  await room.press('Alt+ArrowRight')
  await expect(page.getByRole('columnheader').nth(2)).toHaveAttribute('aria-label', 'Title')
})
