import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from './app.ts'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { filmPath } from './films.ts'

test('settings are kept from one run to the next', async ({ room }) => {
  const open = async () => {
    await room.press('Control+Comma')
    return room.page.getByRole('dialog', { name: 'Settings' })
  }
  const before = await open()
  for (const name of ['Light', '1 second']) await before.getByRole('radio', { name }).press('Space')
  await before.getByRole('checkbox', { name: 'O includes the shown frame' }).press('Space')
  await expect(room.page.locator('html')).toHaveAttribute('data-theme', 'light')
  await room.restart()
  await expect(room.page.locator('html')).toHaveAttribute('data-theme', 'light')
  const after = await open()
  for (const name of ['Light', '1 second']) await expect(after.getByRole('radio', { name })).toBeChecked()
  await expect(after.getByRole('checkbox', { name: 'O includes the shown frame' })).toBeChecked()
})

test('a tooltip goes with the next key, so that one Escape closes the dialog', async ({ room }) => {
  await room.openDemo()
  const { page } = room
  const showTooltip = async (name: string) => {
    await page.mouse.move(600, 300)
    await page.getByRole('button', { name, exact: true }).hover()
    await expect(page.getByRole('tooltip')).toBeVisible()
  }
  await showTooltip('Save')
  await room.press('Control+Comma')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await showTooltip('Close')
  await room.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what was opened is offered again, the latest first, and can be taken off', async ({
  room,
  scratch,
}) => {
  for (const title of ['First', 'Second']) {
    await writeFile(`${scratch}/${title}.json`, exchangeSheet(title, []))
    await room.openFile(`${scratch}/${title}.json`)
    await expect(room.page).toHaveTitle(new RegExp(title))
    await room.saveAs(`${scratch}/${title}.needledrop`)
  }
  await room.restart()
  const recent = () => room.page.getByRole('region', { name: 'Recent' })
  const productions = () => recent().locator('button[title$=".needledrop"]')
  await expect(productions()).toHaveText([/^Second/, /^First/])
  await recent().getByRole('button', { name: 'Take Second off the list' }).first().press('Enter')
  await expect(productions()).toHaveText([/^First/])
  await room.restart()
  await expect(productions()).toHaveText([/^First/])
  await productions().press('Enter')
  await room.whenWorkspaceShows()
  await expect(room.page).toHaveTitle(/^First/)
})

const damages = {
  'half of a file': '{"theme":"li',
  'a list': '[]',
  'a value that no setting has': '{"theme":"pink"}',
}

for (const [title, text] of Object.entries(damages)) {
  test(`a damaged settings file is set aside, and the user is told: ${title}`, async ({ scratch }) => {
    const folder = `${scratch}/app`
    const first = await CuttingRoom.open(folder)
    await first.close()
    await writeFile(`${folder}/settings.json`, text)
    const room = await CuttingRoom.open(folder)
    const told = await room.problem('The settings file was damaged')
    const aside = (await readdir(folder)).filter((name) => name.startsWith('settings.damaged-'))
    expect(aside).toHaveLength(1)
    expect(told.remedy).toContain(aside[0])
    expect(await readFile(`${folder}/${aside[0]}`, 'utf8')).toBe(text)
    await room.restart()
    await expect(room.page.getByRole('heading', { name: 'Needledrop' })).toBeVisible()
    await expect(room.page.getByRole('alert')).toHaveCount(0)
    await room.close()
  })
}

test('a file named on the command line is opened', async ({ scratch }) => {
  const room = await CuttingRoom.open(`${scratch}/app`, [filmPath('leader-24.mp4')])
  await room.whenPictureShows()
  await expect(room.page).toHaveTitle(/leader/)
  await room.close()
})

test('a second start hands its file over to the window that is open, and ends', async ({ room, scratch }) => {
  const film = filmPath('leader-24.mp4')
  const words = ['--no-sandbox', projectRoot, `--user-data-dir=${scratch}/app`, path.basename(film)]
  const second = spawn(room.running.main.spawnfile, words, { cwd: path.dirname(film), stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  await room.whenPictureShows()
  await expect(room.page).toHaveTitle(/leader/)
})
