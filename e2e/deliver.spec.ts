import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './app.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { graveFaults } from './graveFaults.ts'

const folder = path.join(projectRoot, 'shared', 'formats', 'fixtures', 'examples')
const stem = '01-tv-2997df-harborline-205'
const layouts = ['full', 'rapidcue', 'prs', 'cisac', 'clearance']

/** Walks down the list of formats with the arrow keys and ticks those of the layouts, whatever was ticked before. */
async function tick({ page }: CuttingRoom, ids: readonly string[]): Promise<void> {
  const formats = page.getByRole('listbox', { name: 'Formats' })
  await expect(formats.and(page.locator(':focus-within'))).toHaveCount(1)
  const count = await formats.getByRole('option').count()
  await page.keyboard.press('Home')
  await expect(formats.getByRole('option').first()).toBeFocused()
  for (let at = 0; at < count; at++) {
    const option = formats.locator('[role="option"]:focus')
    const id = (await option.getAttribute('data-key')) ?? ''
    const isTicked = (await option.getAttribute('aria-selected')) === 'true'
    if (ids.includes(id) !== isTicked) await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
}

// axe adds a style of its own, which the page's policy refuses and reports.
test('several formats go out in one go by a preset, and later what has changed is told', async ({
  attacked: room,
  scratch,
}) => {
  const { page } = room
  const ids = layouts.map((layout) => `${layout}-csv`)
  await room.openFile(path.join(folder, `${stem}.json`))
  await room.whenWorkspaceShows()
  await room.saveAs(`${scratch}/harborline.needledrop`)
  await room.press('Control+e')
  await tick(room, ids)
  const names = page.getByRole('textbox', { name: 'File names' })
  await names.fill('{title}.{layout}')
  await names.press('Enter')
  const planned = page.getByRole('list', { name: 'Files that will be written' })
  await expect(planned.getByRole('listitem')).toHaveText(layouts.map((layout) => `Harborline.${layout}.csv`))

  const preset = page.getByRole('button', { name: 'Preset: save, rename, delete' })
  await preset.press('Enter')
  await page.getByRole('menuitem', { name: 'Save as a preset…' }).press('Enter')
  await page.getByRole('textbox', { name: 'Name of the preset' }).fill('Harbour TV')
  await room.press('Enter')
  await page.getByRole('listbox', { name: 'Formats' }).focus()
  await tick(room, ['prs-csv'])
  await expect(planned.getByRole('listitem')).toHaveCount(1)
  const choice = page.getByRole('button', { name: /^Preset / })
  await expect(choice).toContainText('Harbour TV, changed')
  await choice.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Harbour TV' }).press('Enter')
  await expect(planned.getByRole('listitem')).toHaveCount(layouts.length)

  await room.answerOpen(`${scratch}`)
  await room.press('Control+Enter')
  const told = page.getByRole('status').filter({ hasText: `Delivered ${layouts.length} files` })
  await expect(told).toBeVisible()
  for (const layout of layouts) {
    const written = readFileSync(`${scratch}/Harborline.${layout}.csv`, 'utf8')
    const expected = readFileSync(path.join(folder, `${stem}.${layout}.csv`), 'utf8')
    // As the settings say of text files; the flat file's readers refuse the mark.
    expect(written, layout).toBe(layout === 'cisac' ? expected : `\uFEFF${expected}`)
  }

  await page.getByRole('tab', { name: 'Changes since a delivery' }).press('Enter')
  const summary = page.getByTestId('redline-summary')
  await expect(summary).toHaveText('Since then nothing changed.')
  await room.press('Control+1')
  await room.press('Shift+ArrowDown', 'd', 'Digit8', 'Shift+ArrowDown', 'd', 'Delete')
  await room.press('Control+e')
  await expect(summary).toHaveText(/^Since then 1 cue changed, 1 removed; the header changed\.$/)
  const changes = page.getByRole('table', { name: 'What changed since the delivery' })
  await expect(changes.getByRole('row', { name: /^Changed 205m\S+ .* Type \w+ other$/ })).toBeVisible()
  const removed = changes.getByRole('row', { name: /^Removed 205m\S+ / })
  const [, number = ''] = /(205m\d+s?)/.exec(await removed.innerText()) ?? []
  expect(await graveFaults(room), 'the redline').toEqual([])

  await room.press('Control+Enter')
  const asked = page.getByRole('alertdialog', { name: 'Files are there already' })
  await expect(asked.getByRole('listitem')).toHaveText(layouts.map((layout) => `Harborline.${layout}.csv`))
  await room.press('Control+Enter')
  await expect(summary).toHaveText('Since then nothing changed.')
  expect(readFileSync(`${scratch}/Harborline.full.csv`, 'utf8')).not.toContain(number)
  expect(readdirSync(scratch).filter((name) => name.endsWith('.csv'))).toHaveLength(layouts.length)
  await page.getByRole('tab', { name: 'Preview' }).press('Enter')
  expect(await graveFaults(room), 'the preview').toEqual([])

  await room.restart()
  await room.openFile(`${scratch}/harborline.needledrop`)
  // One comes back to the place that one left.
  await room.page.getByRole('tab', { name: /^Past deliveries/ }).press('Enter')
  const past = room.page.getByRole('region', { name: 'Past deliveries' })
  await expect(past.getByRole('button', { name: 'What changed since' })).toHaveCount(2)
  await expect(past).toContainText('Harborline.clearance.csv')
  await expect(room.page.getByTestId('folder')).toHaveText(scratch)
})
