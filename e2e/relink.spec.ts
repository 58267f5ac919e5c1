import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'

test('a film is found again by its content: moved with its folder, renamed, anywhere in a folder', async ({
  room,
  scratch,
}) => {
  await makeProduction(room, `${scratch}/show`)
  const text = await readFile(`${scratch}/show/cues/work.needledrop`, 'utf8')
  expect(text).toContain(`"path":"${scratch}/show/films/reel 1.mp4","relative":"../films/reel 1.mp4"`)

  await rename(`${scratch}/show`, `${scratch}/moved`)
  const file = `${scratch}/moved/cues/work.needledrop`
  await room.openFile(file)
  await room.whenPictureShows()
  await expect(missing(room)).toHaveCount(0)
  await closeProduction(room)
  expect(await readFile(file, 'utf8')).toContain(`"path":"${scratch}/moved/films/reel 1.mp4"`)

  await mkdir(`${scratch}/moved/disk/a/b`, { recursive: true })
  await rename(`${scratch}/moved/films/reel 1.mp4`, `${scratch}/moved/disk/a/b/R1 locked.mp4`)
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(missing(room)).toContainText('reel 1.mp4 is not where it was.')
  await editWithoutFilm(room)
  await expect.poll(() => readdir(`${scratch}/app/views`)).not.toEqual([])
  await room.press('Control+s')
  await expect(room.page.getByTestId('safety')).toHaveText('Saved')
  await room.goTo('01:00:04:06')
  await room.press('i')
  const made = await room.whenSafe()
  await expect.poll(() => keptFrame(`${scratch}/app`)).toBe(86_400 + 4 * 24 + 6)

  // Work and place come back without the film as well.
  await room.restart('kill')
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(missing(room)).toBeVisible()
  await expect(room.page.getByRole('region', { name: 'Recovered work' })).toContainText('Recovered')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:04:06')
  expect(await room.safety()).toEqual({ made, safe: made })

  await missing(room).getByRole('button', { name: 'Find media…' }).press('Enter')
  const dialog = room.page.getByRole('dialog', { name: 'Find media' })
  await expect(row(dialog)).toContainText('not where it was')
  await room.answerOpen(`${scratch}/moved`)
  await dialog.getByRole('button', { name: 'Search a folder…' }).press('Enter')
  await expect(dialog).toContainText('1 of 1 found by content')
  await expect(row(dialog)).toContainText('R1 locked.mp4')
  await dialog.getByRole('button', { name: 'Relink', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await room.whenPictureShows()
  await expect(missing(room)).toHaveCount(0)
  await room.press('Control+z')
  await expect(missing(room)).toBeVisible()
  await room.press('Control+Shift+z')
  await room.whenPictureShows()
})

test('another cut under the same name is said and not taken by itself', async ({ room, scratch }) => {
  const { file, film } = await makeProduction(room, `${scratch}/show`)
  await copyFile(filmPath('late.mp4'), film)
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(missing(room)).toContainText('reel 1.mp4 has changed since the spotting: another cut?')
  await missing(room).getByRole('button', { name: 'Find media…' }).press('Enter')
  const dialog = room.page.getByRole('dialog', { name: 'Find media' })
  await expect(row(dialog)).toContainText('another cut')
  await expect(row(dialog).getByRole('row', { name: /^Length/ })).toContainText('480 frames')
  const relink = dialog.getByRole('button', { name: 'Relink', exact: true })
  await expect(relink).toBeDisabled()
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
  await closeProduction(room)

  // Removed, and another cut lies beside the production under the name.
  await rm(film)
  await copyFile(filmPath('late.mp4'), `${scratch}/show/cues/reel 1.mp4`)
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(missing(room)).toContainText(
    'A file of the same name beside the production holds something else.',
  )
  await missing(room).getByRole('button', { name: 'Find media…' }).press('Enter')
  await expect(row(dialog)).toContainText('another cut')
  await row(dialog).getByRole('checkbox', { name: 'Relink anyway' }).press('Space')
  await relink.press('Enter')
  await expect(dialog).toHaveCount(0)
  await room.whenPictureShows()
  await expect(missing(room)).toHaveCount(0)
})

/** A production in `cues/` of a folder, with its film in `films/` and a cue; closed again. */
async function makeProduction(
  room: CuttingRoom,
  folder: string,
): Promise<{ readonly file: string; readonly film: string }> {
  const film = `${folder}/films/reel 1.mp4`
  const file = `${folder}/cues/work.needledrop`
  await mkdir(`${folder}/films`, { recursive: true })
  await mkdir(`${folder}/cues`)
  await copyFile(filmPath('leader-24.mp4'), film)
  await room.openFilm(film)
  await room.saveAs(file)
  await closeProduction(room)
  return { file, film }
}

/** The frame at which the app's folder says that the playhead stands, in any of the productions. */
async function keptFrame(app: string): Promise<number | undefined> {
  const names = (await readdir(`${app}/views`)).filter((name) => name.endsWith('.json'))
  const views = await Promise.all(names.map((name) => readFile(`${app}/views/${name}`, 'utf8')))
  return views.map((view) => JSON.parse(view).place?.frame).at(0)
}

/** Marks a cue by typed timecode while there is no film. */
async function editWithoutFilm(room: CuttingRoom): Promise<void> {
  await room.goTo('01:00:03:00')
  await room.press('i')
  await room.goTo('01:00:05:12')
  await room.press('o')
  await room.leaveField()
  await room.whenSafe(3)
  const [line] = await room.cueLines()
  expect(line).toMatchObject({ start: '01:00:03:00', end: '01:00:05:12' })
}

async function closeProduction(room: CuttingRoom): Promise<void> {
  await room.press('Control+Shift+w')
  await expect(room.page.getByRole('heading', { name: 'Needledrop' })).toBeVisible()
}

function missing({ page }: CuttingRoom): Locator {
  return page.getByRole('region', { name: 'Missing media' })
}

function row(dialog: Locator): Locator {
  return dialog.getByRole('listitem', { name: 'reel 1.mp4' })
}
