import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'

/** Takes the journals away under the app's hands, and lets none be made; gives what lets them be made again. */
async function blockJournals(room: CuttingRoom): Promise<() => Promise<void>> {
  const folder = path.join(room.running.folder, 'journals')
  await rm(folder, { recursive: true })
  await writeFile(folder, '')
  return () => rm(folder)
}

test('a production that is opened again while it is open goes on being journalled', async ({ scratch }) => {
  const file = `${scratch}/work.needledrop`
  const room = await CuttingRoom.open(`${scratch}/app`)
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.saveAs(file)
  await room.press('i')
  await room.whenSafe(1)
  await room.openFile(file)
  await expect(room.page.getByRole('status').filter({ hasText: 'still open' })).toBeVisible()
  await room.press('Digit3')
  await room.whenSafe(2)
  await room.restart('kill')
  await room.openFile(file)
  await expect.poll(async () => (await room.cueLines()).map(({ type }) => type)).toEqual(['Needle drop'])
  await room.close()
})

test('with a journal that cannot be written the window does not close silently, and safety comes back by itself', async ({
  room,
  scratch,
}) => {
  const file = `${scratch}/rescued.needledrop`
  await room.openFilm(filmPath('leader-24.mp4'))
  const unblock = await blockJournals(room)
  await room.press('i')
  const safety = room.page.getByTestId('safety')
  await expect(safety).toHaveAttribute('data-state', 'problem')
  await room.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const told = await room.problem(/stays open/)
  expect(told.found).toContain('1 change in memory only')
  expect(told.remedy).toContain('Save as')
  await room.saveAs(file)
  await unblock()
  await room.press('Digit3')
  await room.whenSafe(2)
  await expect(safety).toHaveAttribute('data-state', 'safe')
  await room.restart('kill')
  await room.openFile(file)
  await expect.poll(async () => (await room.cueLines()).map(({ type }) => type)).toEqual(['Needle drop'])
})
