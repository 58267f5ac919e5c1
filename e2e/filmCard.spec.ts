import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'
import { graveFaults } from './graveFaults.ts'

/** A PATH on which no ffmpeg is found. */
const withoutFfmpeg = { PATH: '/nonexistent' }

/** Opens the film's card from the palette. */
async function openCard(room: CuttingRoom): Promise<ReturnType<CuttingRoom['page']['getByRole']>> {
  await room.press('Control+k')
  await room.page.keyboard.type('About this film')
  await room.press('Enter')
  const card = room.page.getByRole('dialog', { name: 'About this film' })
  await expect(card).toBeVisible()
  return card
}

test('the film’s card tells what it is, and the line above the picture opens it', async ({
  attacked: room,
}) => {
  await room.openDemo()
  await room.page.getByTitle('About this film').click()
  const card = room.page.getByRole('dialog', { name: 'About this film' })
  const picture = card.getByRole('region', { name: 'Picture' })
  for (const fact of ['Shown as it is', 'H.264', '24 fps, constant', '01:00:00:00, non-drop', '2,880 frames'])
    await expect(picture).toContainText(fact)
  await expect(card.getByRole('region', { name: 'Sound' })).toContainText('stereo: L R')
  expect(await graveFaults(room)).toEqual([])
})

test('every sound stream is on the card, with its name', async ({ room }) => {
  await room.openFilm(filmPath('kinds/four-stems.mov'))
  const card = await openCard(room)
  for (const number of [1, 2, 3, 4])
    await expect(card.getByRole('region', { name: `Sound ${number}` })).toContainText('48 kHz')
})

test('a film that nothing here can show says so over the picture, with the ways out as buttons', async ({
  scratch,
}) => {
  const room = await CuttingRoom.open(`${scratch}/app`, [], withoutFfmpeg)
  try {
    await room.openFile(filmPath('kinds/dnxhr-pcm.mxf'))
    await room.whenWorkspaceShows()
    const banner = room.page.getByRole('region', { name: 'What this film lacks' })
    await expect(banner).toContainText('DNx')
    await expect(banner.getByRole('button', { name: 'Attach your proxy…' })).toBeVisible()
    await expect(banner.getByRole('button', { name: 'Choose your ffmpeg…' })).toBeVisible()
    const card = await openCard(room)
    await expect(card.getByRole('region', { name: 'Picture' })).toContainText('Cannot be shown here')
    await expect(card).toContainText('No ffmpeg was found')
  } finally {
    await room.close()
  }
})
