import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'

test('playing goes on from one reel to the next, and a cue may cross the change', async ({
  room,
  scratch,
}) => {
  const file = `${scratch}/two-reels.needledrop`
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.saveAs(file)
  const saved = JSON.parse(await readFile(file, 'utf8'))
  const [reel] = saved.reels
  saved.reels.push({ ...reel, id: 'second', label: 'Reel 2', order: reel.order + 1 })
  await writeFile(file, JSON.stringify(saved))
  await room.openFile(file)
  await room.problem(/./)
  await room.whenPictureShows()

  await room.goTo('01:00:11:00')
  await room.press('i', 'Space')
  await room.page.waitForFunction(() => {
    const shown = document.querySelector('[data-testid="timecode"]')?.textContent ?? ''
    return shown > '01:00:00:12' && shown < '01:00:09:00'
  })
  await room.press('o', 'Space')
  await expect(room.page.getByRole('option', { name: /in 01:00:11:00/ })).toHaveCount(1)
  await room.whenSafe(2)
  const [line] = await room.cueLines()
  expect(line?.start).toBe('01:00:11:00')
  expect(line?.end).toMatch(/^01:00:0\d:\d\d$/)
})
