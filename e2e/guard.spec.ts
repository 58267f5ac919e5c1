import { existsSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'

/** Waits until the keyboard is on a button, going there with Tab, and presses it. */
async function pressButton(room: CuttingRoom, name: string): Promise<void> {
  const button = room.page.getByRole('button', { name, exact: true })
  await expect(button).toBeVisible()
  await button.focus()
  await room.press('Enter')
}

function stateOfFile(room: CuttingRoom) {
  return room.page.getByRole('region', { name: 'State of the file' })
}

/** One cue from the first to the fifth second, saved. */
async function saveOneCue(room: CuttingRoom, file: string): Promise<void> {
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.goTo('01:00:01:00')
  await room.press('i')
  await room.goTo('01:00:05:00')
  await room.press('o')
  await room.leaveField()
  await room.whenSafe(2)
  await room.saveAs(file)
}

/** Writes a production's file as another program would, with other words in it. */
async function changeOutside(file: string, change: (text: string) => string): Promise<string> {
  const text = change((await readFile(file, 'utf8')).replace(/^"checksum".*\n/m, ''))
  await writeFile(`${file}.part`, text)
  await rename(`${file}.part`, file)
  return text
}

const titled = (title: string) => (text: string) =>
  text.replace(/("number":"[^"]*"),"title":"[^"]*"/, `$1,"title":"${title}"`)

test('whoever comes second looks, exports and is refused edits, until the first has closed', async ({
  room,
  scratch,
}) => {
  const file = `${scratch}/tide.needledrop`
  const lock = `${scratch}/.tide.needledrop.lock`
  await saveOneCue(room, file)
  expect(existsSync(lock)).toBe(true)
  const second = await CuttingRoom.open(`${scratch}/second`)
  await second.openFile(file)
  await second.whenPictureShows()
  await expect(stateOfFile(second)).toContainText('Read-only')
  await expect(stateOfFile(second)).toContainText('in another Needledrop on this machine')
  await second.press('i')
  const told = await second.problem('Read-only.')
  expect(told.remedy).toContain('Save as…')
  expect((await second.safety()).made).toBe((await second.safety()).safe)
  await second.press('Escape')
  expect(await second.exportAs('Full cue sheet', `${scratch}/sheet.csv`)).toContain('01:00:01:00')
  await room.press('Control+Shift+w')
  await expect(stateOfFile(second)).toContainText('nobody else has this open any more')
  await expect.poll(() => existsSync(lock)).toBe(false)
  await pressButton(second, 'Open for editing')
  await expect(stateOfFile(second)).toHaveText('')
  await second.goTo('01:00:07:00')
  const { made } = await second.safety()
  await second.press('i')
  await second.whenSafe(made + 1)
  expect(existsSync(lock)).toBe(true)
  await second.close()
  expect(existsSync(lock)).toBe(false)
})

test('a lock of another machine is taken over only after asking', async ({ room, scratch }) => {
  const file = `${scratch}/tide.needledrop`
  await saveOneCue(room, file)
  await room.press('Control+Shift+w')
  const since = new Date(Date.now() - 3_600_000).toISOString()
  const lock = {
    needledropLock: 1,
    user: 'anna',
    machine: 'STUDIO-2',
    machineKey: 'x',
    process: 1,
    began: null,
  }
  await expect.poll(() => existsSync(`${scratch}/.tide.needledrop.lock`)).toBe(false)
  await writeFile(`${scratch}/.tide.needledrop.lock`, JSON.stringify({ ...lock, session: 'theirs', since }))
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(stateOfFile(room)).toContainText('anna on STUDIO-2')
  await pressButton(room, 'Open for editing…')
  const dialog = room.page.getByRole('dialog', { name: 'Open for editing anyway?' })
  await expect(dialog).toContainText('anna on STUDIO-2 has had this production open')
  await pressButton(room, 'Open for editing')
  await expect(stateOfFile(room)).toHaveText('')
  await expect(room.page.getByTestId('safety')).toHaveText('Saved')

  // Nothing is unsaved, so the window that compares closes like any other at the end.
  await changeOutside(file, titled('Theirs'))
  await pressButton(room, 'Compare…')
  await expect(
    room.page.getByRole('dialog', { name: 'The file was changed by another program' }),
  ).toBeVisible()
})

test('a file that another program changed is compared and chosen from, never overwritten', async ({
  room,
  scratch,
}) => {
  const file = `${scratch}/tide.needledrop`
  await saveOneCue(room, file)
  const theirs = await changeOutside(file, titled('Theirs'))
  await expect(stateOfFile(room)).toContainText('was changed by another program')
  await room.press('Control+s')
  const dialog = room.page.getByRole('dialog', { name: 'The file was changed by another program' })
  await expect(dialog).toContainText('1 cue differs')
  await expect(dialog.getByRole('list', { name: 'Differences' })).toContainText(
    'title: nothing in yours, Theirs in theirs',
  )
  await pressButton(room, 'Keep mine')
  await expect(dialog).toHaveCount(0)
  await expect(stateOfFile(room)).toHaveText('')
  const copies = (await readdir(scratch)).filter((name) => /^tide \(theirs .*\)\.needledrop$/.test(name))
  expect(copies.length).toBe(1)
  expect(await readFile(`${scratch}/${copies[0]}`, 'utf8')).toBe(theirs)
  expect(await readFile(file, 'utf8')).not.toContain('Theirs')

  await changeOutside(file, titled('Again'))
  await expect(stateOfFile(room)).toContainText('was changed by another program')
  await pressButton(room, 'Compare…')
  await expect(dialog).toContainText('1 cue differs')
  await pressButton(room, 'Take theirs')
  await expect.poll(async () => (await room.cueLines()).map(({ title }) => title)).toEqual(['Again'])
  await expect(room.page.getByTestId('safety')).toHaveText('Saved')
  await room.press('Control+z')
  await expect.poll(async () => (await room.cueLines())[0]?.title).not.toBe('Again')

  await writeFile(`${scratch}/tide (anna's conflicted copy 2026-11-23).needledrop`, theirs)
  await expect(stateOfFile(room)).toContainText('A sync client put another version beside this one')
  await pressButton(room, 'Leave it')
  await rename(file, `${scratch}/ebb.needledrop`)
  await expect(stateOfFile(room)).toContainText('was renamed to ebb.needledrop')
  await pressButton(room, 'Go on there')
  await expect(stateOfFile(room)).toHaveText('')
  expect((await readdir(scratch)).filter((name) => name.endsWith('.lock'))).toEqual(['.ebb.needledrop.lock'])
})
