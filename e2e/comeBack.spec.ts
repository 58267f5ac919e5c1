import { copyFile, readdir, readFile } from 'node:fs/promises'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'
import { shown } from './timelineWindow.ts'

test('a killed app comes back where it was, says what came back, and lets go of it again', async ({
  scratch,
}) => {
  const file = `${scratch}/work.needledrop`
  const room = await CuttingRoom.open(`${scratch}/app`)
  await openTwoCues(room, scratch)
  await room.saveAs(file)
  await firstRow(room).click()
  await room.press('Digit3')
  await room.press('=', '=', '=', '=')
  await room.goTo('01:00:06:12')
  const made = await room.whenSafe(5)
  const { first, last } = await shown(room)
  await room.press('Alt+r')
  await expect
    .poll(() => keptView(room))
    .toMatchObject({ panel: 'review', place: { frame: 86_400 + 6 * 24 + 12 } })

  await room.restart('kill')
  await room.openFile(file)
  await room.whenPictureShows()
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:06:12')
  const back = await shown(room)
  expect(Math.abs(back.first - first) + Math.abs(back.last - last)).toBeLessThanOrEqual(2)
  await expect(room.page.getByRole('tab', { name: /^Review/ })).toHaveAttribute('aria-selected', 'true')
  await room.press('Alt+c')
  await expect(firstRow(room)).toHaveAttribute('aria-selected', 'true')

  const bar = room.page.getByRole('region', { name: 'Recovered work' })
  await expect(bar).toContainText(/Recovered 1 change made since the file was saved on .+, the last at .+\./)
  await expect(bar).toContainText('1 cue changed.')
  await bar.getByRole('button', { name: 'What came back' }).press('Enter')
  await expect(bar).toContainText('“')
  // It waits for no answer: editing goes on.
  await room.press('Period')
  await room.whenSafe(made + 1)
  expect(await types(room)).toEqual(['Needle drop 01:00:01:01', 'Other 01:00:04:00'])

  await bar.getByRole('button', { name: 'Go back to the saved file' }).press('Enter')
  await expect.poll(() => types(room)).toEqual(['Other 01:00:01:00', 'Other 01:00:04:00'])
  const refused = room.page.getByRole('region', { name: 'Refused work' })
  await expect(refused).toContainText('kept until')
  await room.leaveField()
  await room.press('Control+z')
  await expect.poll(() => types(room)).toEqual(['Needle drop 01:00:01:01', 'Other 01:00:04:00'])
  await expect(refused).toHaveCount(0)
  await room.press('Control+Shift+z')
  await expect.poll(() => types(room)).toEqual(['Other 01:00:01:00', 'Other 01:00:04:00'])

  // Also after a save and another start.
  await room.press('Control+s')
  await expect(room.page.getByTestId('safety')).toHaveText('Saved')
  await room.restart()
  await room.openFile(file)
  await room.whenPictureShows()
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:06:12')
  await expect(room.page.getByRole('region', { name: 'Recovered work' })).toHaveCount(0)
  await room.press('Control+k')
  await room.page.keyboard.type('Bring back refused')
  await room.press('Enter')
  await expect.poll(() => types(room)).toEqual(['Needle drop 01:00:01:01', 'Other 01:00:04:00'])
  await room.close()
})

test('discarded work can be brought back from the welcome screen', async ({ scratch }) => {
  const room = await CuttingRoom.open(`${scratch}/app`)
  await openTwoCues(room, scratch)
  await room.restart('kill')
  const unsaved = room.page.getByRole('region', { name: 'Unsaved work' })
  await expect(unsaved).toContainText('in no file yet')
  await unsaved.getByRole('button', { name: /^Discard/ }).press('Enter')
  await unsaved.getByRole('button', { name: /^Press again/ }).press('Enter')
  await expect(unsaved).toHaveCount(0)
  await room.page.getByText('kept for 30 days').click()
  await room.page.getByRole('button', { name: /^Bring back/ }).press('Enter')
  await unsaved.getByRole('button').first().press('Enter')
  await room.whenPictureShows()
  expect(await types(room)).toEqual(['Other 01:00:01:00', 'Other 01:00:04:00'])
  await room.close()
})

/** Opens a film and marks two cues of a second each. */
async function openTwoCues(room: CuttingRoom, scratch: string): Promise<void> {
  await copyFile(filmPath('leader-24.mp4'), `${scratch}/film.mp4`)
  await room.openFilm(`${scratch}/film.mp4`)
  for (const second of [1, 4]) {
    await room.goTo(`01:00:0${second}:00`)
    await room.press('i')
    await room.goTo(`01:00:0${second + 1}:00`)
    await room.press('o')
    await room.leaveField()
  }
  await room.whenSafe(4)
}

function firstRow({ page }: CuttingRoom) {
  return page.getByRole('grid', { name: 'Cues' }).locator('[role="row"][data-index="0"]')
}

async function types(room: CuttingRoom): Promise<readonly string[]> {
  return (await room.cueLines()).map(({ type, start }) => `${type} ${start}`)
}

/** What the app's folder says of where the editor is. */
async function keptView({ running }: CuttingRoom): Promise<unknown> {
  const folder = `${running.folder}/views`
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
  return names[0] ? JSON.parse(await readFile(`${folder}/${names[0]}`, 'utf8')) : null
}
