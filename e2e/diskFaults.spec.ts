import type { Page } from '@playwright/test'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { FailingFlush } from './failingFlush.ts'
import { filmPath } from './films.ts'
import { SmallDisk } from './smallDisk.ts'

test.use({ trace: 'off' })

async function disk(folder: string, kilobytes: number): Promise<SmallDisk> {
  const mounted = await SmallDisk.mount(folder, kilobytes)
  test.skip(typeof mounted === 'string', String(mounted))
  return mounted as SmallDisk
}

function told(page: Page) {
  return page.getByRole('region', { name: 'State of the file' })
}

test('a full, read-only or removed place is told as long as it lasts, and saving goes on by itself', async ({
  room,
  scratch,
}) => {
  const small = await disk(`${scratch}/disk`, 200)
  try {
    const safety = room.page.getByTestId('safety')
    await room.openFilm(filmPath('leader-24.mp4'))
    await room.saveAs(`${small.folder}/tide.needledrop`)

    await small.fill()
    await room.press('m')
    await room.leaveField()
    await room.press('i')
    await room.press('Control+s')
    await expect(told(room.page)).toContainText('tide.needledrop cannot be saved: a full disk.')
    await expect(told(room.page)).toContainText('Your work is safe in the journal.')
    await expect(safety).toHaveAttribute('data-state', 'safe')
    await small.free()
    await expect(safety).toHaveText('Saved')
    await expect(told(room.page)).toHaveText('')

    small.setReadOnly(true)
    await expect(told(room.page)).toContainText('may only read')
    await room.press('Digit3', 'Control+s')
    await expect(told(room.page)).toContainText('a disk that can only be read')
    small.setReadOnly(false)
    await expect(safety).toHaveText('Saved')
    await expect(told(room.page)).toHaveText('')

    small.unmount()
    await expect(told(room.page)).toContainText('is out of reach')
    await room.press('Shift+Digit2', 'Control+s')
    await expect(told(room.page)).toContainText('cannot be saved')
    await expect(safety).toHaveAttribute('data-state', 'safe')
  } finally {
    small.unmount()
  }
})

test('while the disk of the journal is full nothing is called safe, and the changes are written in order later', async ({
  scratch,
}) => {
  const journals = await disk(`${scratch}/app/journals`, 64)
  const room = await CuttingRoom.open(`${scratch}/app`)
  try {
    const safety = room.page.getByTestId('safety')
    await room.openFilm(filmPath('leader-24.mp4'))
    await journals.fill()
    await room.goTo('01:00:01:00')
    await room.press('i')
    // The last page of the journal has room for some more lines.
    for (const key of ['2', '3', '4', '2', '3', '4', '2', '3', '4']) await room.press(`Digit${key}`)
    await expect(safety).toHaveAttribute('data-state', 'problem')
    await expect(told(room.page)).toContainText('in memory only, not on the disk: a full disk.')
    const { made, safe } = await room.safety()
    expect(safe).toBeLessThan(made)
    await journals.free()
    await room.whenSafe(made)
    await expect(told(room.page)).toHaveText('')
    await room.restart('kill')
    await expect(room.page.getByText('Unsaved work')).toBeVisible()
  } finally {
    await room.close()
    journals.unmount()
  }
})

test('a flush that fails is told, and the same change is safe once flushing works again', async ({
  attacked: room,
}) => {
  await room.openFilm(filmPath('leader-24.mp4'))
  const failing = await FailingFlush.begin(room.running.main.pid ?? 0)
  test.skip(typeof failing === 'string', String(failing))
  if (typeof failing === 'string') return
  try {
    await room.press('i')
    await expect(told(room.page)).toContainText('a disk that reports an error while writing')
    const { made, safe } = await room.safety()
    expect(safe).toBeLessThan(made)
  } finally {
    await failing.end()
  }
  await room.whenSafe(1)
  await expect(told(room.page)).toHaveText('')
})
