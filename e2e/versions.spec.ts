import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { graveFaults } from './graveFaults.ts'
import { saved } from './savedDocument.ts'

async function openSheet(scratch: string, file: string): Promise<CuttingRoom> {
  const sheet = `${scratch}/sheet.json`
  await writeFile(
    sheet,
    exchangeSheet('Tide', [
      { number: '1m1', title: 'Dawn', span: ['01:00:10:00', '01:00:20:00'] },
      { number: '1m2', title: 'Noon', span: ['01:01:10:00', '01:01:20:00'] },
    ]),
  )
  const room = await CuttingRoom.open(`${scratch}/app`)
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
  await room.saveAs(file)
  return room
}

/** The files of the versions of the one production, the oldest first; waits until there are so many. */
async function keptFiles(room: CuttingRoom, count: number): Promise<readonly string[]> {
  await expect.poll(async () => (await filesKept(room)).length).toBe(count)
  return filesKept(room)
}

async function filesKept(room: CuttingRoom): Promise<readonly string[]> {
  const folder = path.join(room.running.folder, 'versions')
  return (await readdir(folder, { recursive: true }).catch(() => []))
    .filter((name) => name.endsWith('.needledrop'))
    .toSorted()
    .map((name) => path.join(folder, name))
}

/** Resolves when the newest version is the file as it is. */
async function whenKept(room: CuttingRoom, file: string): Promise<void> {
  const newest = async () => readFile((await filesKept(room)).at(-1) ?? '', 'utf8').catch(() => '')
  await expect.poll(newest).toBe(await readFile(file, 'utf8'))
}

function versionsIn({ page }: CuttingRoom) {
  const dialog = page.getByRole('dialog')
  return { dialog, rows: dialog.getByRole('listbox', { name: 'Versions' }).getByRole('option') }
}

test('a version is looked into, compared, restored as one edit, and undone to exactly what was', async ({
  scratch,
}) => {
  const file = `${scratch}/tide.needledrop`
  const room = await openSheet(scratch, file)
  await keptFiles(room, 1)
  const first = await saved(room, file)
  await room.press('Control+a', 'Digit3')
  await saved(room, file)
  await keptFiles(room, 2)
  await room.page.getByRole('row', { name: /1m2/ }).click()
  await room.press('Delete')
  const third = await saved(room, file)
  await keptFiles(room, 3)
  expect((await readdir(scratch)).toSorted()).toEqual([
    '.tide.needledrop.lock',
    'app',
    'sheet.json',
    'tide.needledrop',
  ])

  await room.press('Alt+v')
  const { dialog, rows } = versionsIn(room)
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('1 cue removed')
  await expect(rows.nth(1)).toContainText('2 cues changed')
  await expect(rows.nth(2)).toContainText('The first version that is kept')
  await expect(rows.nth(0)).toBeFocused()
  await expect(dialog.getByText('The production is as it was then.')).toBeVisible()
  await room.press('ArrowDown', 'ArrowDown')
  const compared = dialog.getByRole('table', { name: 'What changed since the version' })
  await expect(compared.getByRole('row')).toHaveText([
    /Since then/,
    /Changed.*1m1 Dawn.*Type.*Other.*Needle drop/,
    /Changed.*1m1 Dawn.*Origin.*Not known.*Commercial recording/,
    /Removed.*1m2 Noon.*The whole cue.*01:01:10:00 – 01:01:20:00.*not there/,
  ])
  await dialog.getByRole('tab', { name: /Cues of the version/ }).click()
  const cues = dialog.getByRole('table', { name: 'Cues of the version' })
  await expect(cues.getByRole('row')).toHaveText([
    /Number/,
    /1m1.*Dawn.*Other.*01:00:10:00.*01:00:20:00/,
    /1m2.*Noon.*Other/,
  ])
  const copy = `${scratch}/copy.needledrop`
  await room.answerSave(copy)
  await dialog.getByRole('button', { name: 'Save as a file…' }).press('Enter')
  await expect(room.page.getByRole('status').filter({ hasText: 'saved as copy.needledrop' })).toBeVisible()
  expect(await readFile(copy, 'utf8')).toContain(first.text.slice(first.text.indexOf('"production"')))
  await expect(dialog.getByRole('button', { name: /^Restore the version of \d/ })).toBeEnabled()

  await room.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  expect((await room.cueLines()).map(({ number, type }) => `${number} ${type}`)).toEqual([
    '1m1 Other',
    '1m2 Other',
  ])
  const restored = await saved(room, file)
  expect(restored.text).toBe(first.text)
  await room.press('Control+z')
  await expect(
    room.page.getByRole('status').filter({ hasText: 'Undone: Restore the version of' }),
  ).toBeVisible()
  expect((await saved(room, file)).text).toBe(third.text)
  await room.press('Control+Shift+z')
  expect((await saved(room, file)).text).toBe(first.text)
  expect(room.faults).toEqual([])
  await room.close()
})

test('a damaged production opens by its last good version, with what was not saved', async ({ scratch }) => {
  const file = `${scratch}/tide.needledrop`
  const room = await openSheet(scratch, file)
  await room.press('Control+a', 'Digit3')
  await saved(room, file)
  const [, newer = ''] = await keptFiles(room, 2)
  const whole = await readFile(newer)
  await room.press('Digit4')
  await room.whenSafe(2)
  await room.restart('kill')
  await truncate(file, 700)
  await truncate(newer, 900)

  const { dialog, rows } = versionsIn(room)
  await room.openFile(file)
  await expect(dialog).toHaveAccessibleName('Versions of tide.needledrop')
  await expect(dialog.getByRole('alert').first()).toContainText('What to do')
  await expect(rows.nth(0)).toContainText('Damaged')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(dialog.getByRole('table', { name: 'Cues of the version' }).getByRole('row')).toHaveCount(3)
  for (const theme of ['dark', 'light']) {
    await room.page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    expect(await graveFaults(room), theme).toEqual([])
  }
  await rows.nth(0).click()
  await expect(dialog.getByText('This version is damaged.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Open the version of/ })).toBeDisabled()
  await room.press('Escape')

  const unsaved = room.page.getByRole('region', { name: 'Unsaved work' })
  await unsaved.getByRole('button').first().press('Enter')
  await expect(dialog).toHaveAccessibleName('Versions of tide.needledrop')
  await room.press('Escape')

  await writeFile(newer, whole)
  await room.page.getByRole('button', { name: 'Versions of Tide' }).press('Enter')
  await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'true')
  await expect(dialog.getByRole('button', { name: /^Open the version of/ })).toBeEnabled()
  await room.press('Control+Enter')
  await room.whenWorkspaceShows()
  const told = await room.problem('tide.needledrop was damaged. The version takes its place.')
  expect(told.remedy).toContain('tide (damaged).needledrop')
  await expect(room.page.getByRole('status').filter({ hasText: 'Recovered 1 change' })).toBeVisible()
  expect((await room.cueLines()).map(({ number, type }) => `${number} ${type}`)).toEqual([
    '1m1 Source',
    '1m2 Source',
  ])
  expect((await readFile(`${scratch}/tide (damaged).needledrop`)).length).toBe(700)
  expect(await readFile(file)).toEqual(whole)
  await room.close()
})

test('a version that cannot be kept is told once, and neither saving nor closing is held up', async ({
  scratch,
}) => {
  const file = `${scratch}/tide.needledrop`
  await mkdir(`${scratch}/app`)
  await writeFile(`${scratch}/app/versions`, 'a file where a folder should be')
  const room = await openSheet(scratch, file)
  await room.problem('The production is saved, but no copy of it was kept among its versions.')
  const alerts = room.page.getByRole('alert')
  await room.press('Escape')
  await expect(alerts).toHaveCount(0)
  await room.press('Control+a', 'Digit3')
  await saved(room, file)
  await rm(`${scratch}/app/versions`)
  await room.press('Digit4')
  await saved(room, file)
  await whenKept(room, file)
  await expect(alerts).toHaveCount(0)
  await room.press('Digit5')
  await room.whenSafe(3)
  await room.restart()
  expect(await readFile(file, 'utf8')).toContain('"library"')
  await whenKept(room, file)
  expect(room.faults).toEqual([])
  await room.close()
})
