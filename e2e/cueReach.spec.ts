import { writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { graveFaults } from './graveFaults.ts'
import { label } from './timecode.ts'

function timeline({ page }: CuttingRoom) {
  return page.getByRole('region', { name: 'Timeline' })
}

/** Elements of the timeline that are cut off by the window or by what they lie in. */
function cutOff(room: CuttingRoom): Promise<readonly string[]> {
  return timeline(room).evaluate((region) => {
    const { right, bottom } = region.getBoundingClientRect()
    const wrong: string[] = []
    for (const element of region.querySelectorAll<HTMLElement>('[role="option"], button, [role="slider"]')) {
      const box = element.getBoundingClientRect()
      const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
      if (box.bottom > Math.min(bottom, innerHeight) + 1) wrong.push(`below: ${name}`)
      if (element.tagName === 'BUTTON' && box.right > Math.min(right, innerWidth) + 1)
        wrong.push(`right: ${name}`)
    }
    for (const text of region.querySelectorAll<HTMLElement>('[role="option"] > span')) {
      const outer = text.parentElement?.getBoundingClientRect()
      const box = text.getBoundingClientRect()
      if (outer && (box.top < outer.top - 1 || box.bottom > outer.bottom + 1))
        wrong.push(`text: ${text.className}`)
    }
    return wrong
  })
}

// axe adds a style of its own, which the page's policy refuses and reports.
test('axe finds no serious fault in the timeline with cues selected, in its menu, and in forced colours', async ({
  attacked: room,
}) => {
  test.setTimeout(60_000)
  const { page } = room
  await room.openDemo()
  await expect(page.getByText(/Reading the sound/)).toHaveCount(0)
  await page.locator('[data-item][tabindex="0"]').focus()
  await room.press('Home')
  await expect(page.getByRole('slider', { name: /^In of/ })).toHaveCount(1)
  expect(await graveFaults(room), 'one selected').toEqual([])
  await room.press('Shift+End')
  expect(await graveFaults(room), 'all selected').toEqual([])
  await room.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await graveFaults(room), 'the menu').toEqual([])
  await room.press('Escape')
  await page.emulateMedia({ forcedColors: 'active' })
  const block = page.locator('[data-item]').first()
  const look = await block.evaluate((element) => {
    const { borderTopWidth, backgroundImage } = getComputedStyle(element)
    const code = element.querySelector('[data-code]')
    return { borderTopWidth, backgroundImage, code: code && getComputedStyle(code, '::before').content }
  })
  expect(look.borderTopWidth).not.toBe('0px')
  expect(look.backgroundImage).toBe('none')
  expect(look.code).toMatch(/^"[A-Z]{2}"$/)
})

test('with text of double size nothing of the timeline is cut off', async ({ room }) => {
  await room.page.setViewportSize({ width: 1440, height: 900 })
  await room.openDemo()
  expect(await cutOff(room)).toEqual([])
  await room.page.evaluate(() => {
    document.documentElement.style.fontSize = '32px'
  })
  await room.press('Control+a', 'z')
  expect(await cutOff(room)).toEqual([])
})

test('two thousand cues never take more than 600 elements, and the list still counts them all', async ({
  room,
  scratch,
}) => {
  const first = 24 * 3600
  const cues = Array.from({ length: 2000 }, (_, index) => ({
    number: `1m${index + 1}`,
    title: `Cue ${index + 1}`,
    span: [label(first + index * 40, 24), label(first + index * 40 + 30 + (index % 50), 24)] as const,
  }))
  await writeFile(`${scratch}/many.json`, exchangeSheet('Many', cues))
  await room.openFile(`${scratch}/many.json`)
  await room.whenWorkspaceShows()
  const options = room.page.locator('[data-item]')
  await expect(options.first()).toHaveAttribute('aria-setsize', '2000')
  const counts: number[] = []
  for (let step = 0; step < 24; step += 1) {
    counts.push(await timeline(room).evaluate((region) => region.querySelectorAll('*').length))
    await room.press('Equal')
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(600)
  expect(Math.max(...counts)).toBeGreaterThan(100)
})

test('removing the focused cue hands the keyboard to the one in its place', async ({ room }) => {
  await room.openDemo()
  await room.page.locator('[data-item][tabindex="0"]').focus()
  await room.press('Home', 'ArrowRight')
  const second = room.page.locator('[data-item]:focus')
  await expect(second).toHaveAttribute('aria-posinset', '2')
  await room.press('Delete')
  await expect(second).toHaveAttribute('aria-setsize', '8')
  await expect(second).toHaveAttribute('aria-posinset', '2')
  await room.press('Control+z')
  await expect(room.page.locator('[data-item]').first()).toHaveAttribute('aria-setsize', '9')
})
