import { expect, test } from './cuttingRoom.ts'
import { graveFaults } from './graveFaults.ts'
import { showHistory } from './historyReading.ts'

const dialogs = [
  ['Control+k', ''],
  ['Control+i', ''],
  ['Control+Comma', ''],
  ['Control+g', 'Go to a timecode'],
  ['Control+Slash', ''],
] as const

for (const theme of ['dark', 'light'] as const) {
  // axe adds a style of its own, which the page's policy refuses and reports.
  test(`axe finds no serious fault in the ${theme} theme, on any screen`, async ({ attacked: room }) => {
    test.setTimeout(120_000)
    const { page } = room
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    expect(await graveFaults(room), 'welcome').toEqual([])
    await room.openDemo()
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    await expect(page.getByText(/Reading the sound/)).toHaveCount(0)
    expect(await graveFaults(room), 'workspace').toEqual([])
    await room.press('Shift+ArrowDown', 'd')
    await expect(page.getByRole('combobox', { name: 'Title' })).toBeVisible()
    expect(await graveFaults(room), 'a selected cue').toEqual([])
    await room.leaveField()
    await room.press('Digit3', 'Delete', 'Control+z')
    await showHistory(room)
    const preview = page.getByRole('region', { name: 'What restoring would change' })
    await expect(preview).toContainText('This is the current state')
    expect(await graveFaults(room), 'history').toEqual([])
    await room.press('ArrowDown')
    await expect(preview).toContainText('Back to')
    expect(await graveFaults(room), 'a state of the history').toEqual([])
    await room.press('Control+Shift+z', 'Alt+d')
    await expect(page.getByRole('listbox', { name: /^Deleted cues/ }).getByRole('option')).toHaveCount(1)
    expect(await graveFaults(room), 'deleted cues').toEqual([])
    await room.press('Alt+r')
    expect(await graveFaults(room), 'review').toEqual([])
    for (const [keys, name] of dialogs) {
      await room.press(keys)
      await expect(page.getByRole('dialog', name ? { name } : {})).toBeVisible()
      expect(await graveFaults(room), keys).toEqual([])
      await room.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

test('cues on the timeline are a list that says all that is seen, with one tab stop', async ({ room }) => {
  await room.openDemo()
  const cues = room.page.getByRole('listbox', { name: 'Cues on the timeline' }).getByRole('option')
  await expect(cues).toHaveCount(9)
  const waltz = room.page.getByRole('option', { name: /1m03, Waltz for a Wet Umbrella, Source, Diegetic/ })
  await expect(waltz).toHaveAccessibleName(
    /in 01:00:38:12, out 01:00:55:16, length 00:00:17:04, sync .+, \d errors?/,
  )
  await expect(room.page.locator('[role="option"][tabindex="0"]')).toHaveCount(1)
  await room.page.locator('[role="option"][tabindex="0"]').focus()
  await room.press('ArrowRight')
  await expect(room.page.locator('[role="option"][aria-selected="true"]')).toBeFocused()
})

test('the playhead can be stepped and read as a slider', async ({ room }) => {
  await room.openDemo()
  const playhead = room.page.getByRole('slider', { name: 'Playhead' })
  await playhead.focus()
  await room.press('ArrowRight', 'Shift+ArrowRight')
  await expect(playhead).toHaveAttribute('aria-valuetext', '01:00:00:11')
})
