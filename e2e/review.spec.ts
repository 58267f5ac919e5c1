import path from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from './app.ts'
import { expect, test } from './cuttingRoom.ts'
import { graveFaults } from './graveFaults.ts'

const example = path.join(projectRoot, 'shared/formats/fixtures/examples/02-feature-24-the-salt-road.json')

/** The finding that has the keyboard. */
function focused(page: Page) {
  return page.locator('[role="grid"] [role="row"]:focus')
}

test('findings are fixed, ignored for a reason and taken back, and the numbers filter the cues, all by keyboard', async ({
  attacked: room,
}) => {
  const { page } = room
  await room.openFile(example)
  await room.whenWorkspaceShows()
  await room.press('Alt+r')
  const list = page.getByRole('grid', { name: 'Findings' })
  const ofRule = (rule: string) => list.getByRole('row').filter({ hasText: rule })
  await expect(focused(page)).toHaveCount(1)

  // A quick fix is one step.
  await expect(ofRule('CS-074')).toHaveCount(2)
  await room.press('ArrowDown')
  await expect(focused(page)).toContainText('CS-074')
  await expect(page.getByRole('region', { name: 'The finding in full' })).toContainText('Asked by')
  await room.press('Control+Period')
  const midway = list.getByRole('row').filter({ hasText: 'Midway Melodies has most favoured nations' })
  await expect(midway).toHaveCount(0)
  await expect(focused(page)).toHaveCount(1)
  await room.press('Control+z')
  await expect(midway).toHaveCount(1)

  // Fix all shows what it would do, and is one step too.
  await midway.click()
  await room.press('Control+Shift+Period')
  const plan = page.getByRole('dialog', { name: 'Fix all of this kind' })
  await expect(plan.getByRole('listitem')).not.toHaveCount(0)
  expect(await graveFaults(room), 'fix all').toEqual([])
  await plan.getByRole('button', { name: /^Fix \d/ }).press('Enter')
  await expect(plan).toHaveCount(0)
  await expect(ofRule('CS-074')).toHaveCount(0)
  await room.press('Control+z')
  await expect(ofRule('CS-074')).toHaveCount(2)

  // Ignored for a reason, which is shown, and taken back.
  await page.keyboard.press('Alt+r')
  await expect(focused(page)).toHaveCount(1)
  await room.press('Home')
  const rule = (await focused(page).getByRole('gridcell').last().innerText()).trim()
  const before = await ofRule(rule).count()
  await room.press('Delete')
  await expect(page.getByRole('textbox', { name: 'Why it may stand' })).toBeFocused()
  await page.keyboard.type('Agreed on the phone')
  await room.press('Enter')
  await expect(ofRule(rule)).toHaveCount(before - 1)
  await room.press('Alt+Shift+r')
  const ignored = page.getByRole('grid', { name: 'Ignored findings' }).getByRole('row')
  await expect(ignored).toContainText('Agreed on the phone')
  await expect(focused(page)).toContainText(rule)
  await room.press('Delete')
  await expect(ignored).toHaveCount(0)
  await room.press('Control+z')
  await expect(ignored).toHaveCount(1)
  await room.press('Control+z', 'Alt+r')
  await expect(ofRule(rule)).toHaveCount(before)

  // Enter and F8 go to the field at fault.
  await ofRule('CS-004').first().click()
  await room.press('Enter')
  await expect(page.locator('[data-field="end"] input')).toBeFocused()
  await room.press('Shift+F8')
  await expect(page.locator('[data-field="end"] input')).not.toBeFocused()
  await room.press('F8')
  await expect(page.locator('[data-field="end"] input')).toBeFocused()

  // One society, in words.
  await page.getByRole('button', { name: /Ready for/ }).press('Enter')
  await page.getByRole('menuitemradio', { name: /^APRA/ }).click()
  await expect(page.getByText(/APRA AMCOS/).last()).toBeVisible()
  expect(await graveFaults(room), 'review').toEqual([])

  // Bars filter the cues, by key and by press, and one key shows all again.
  await room.press('Alt+Shift+n')
  const cues = page.getByRole('grid', { name: 'Cues' }).getByRole('row')
  const all = await cues.count()
  await expect(page.getByRole('button', { name: /^Score, 14:19/ })).toBeFocused()
  await room.press('ArrowDown', 'Space')
  await expect(page.getByRole('button', { name: /^Source, 04:37/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(cues).toHaveCount(5)
  await page.getByRole('button', { name: /^Visual vocal/ }).click()
  await expect(cues).toHaveCount(2)
  expect(await graveFaults(room), 'numbers').toEqual([])
  await room.press('Alt+c')
  await expect(cues).toHaveCount(2)
  await room.press('Alt+Shift+c')
  await expect(cues).toHaveCount(all)

  // The same as a table, and as text.
  await room.press('Alt+Shift+n')
  await expect(page.getByRole('button', { name: /^Score, 14:19/ })).toBeFocused()
  await expect(page.getByRole('table', { name: 'Minutes of music' })).toContainText('Needle drop')
  await room.press('Control+c')
  const text = await room.running.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(text).toContain('Music total\t29:33\t1769.458')
})
