import { writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { label } from './timecode.ts'

/*
 * Two thousand cues in an hour. Nothing here is timed: what is counted tells on any machine whether work grows with the number of
 * cues. `npm run bench:timeline` measures.
 */

const count = 2000
const hour = 3600 * 24
const slot = Math.floor(hour / count)

/** The most elements that the timeline may have. */
const mostElements = 600

async function openMany(room: CuttingRoom, scratch: string): Promise<void> {
  const sheet = `${scratch}/many.json`
  const cues = Array.from({ length: count }, (_, index) => {
    const start = hour + index * slot
    const length = 10 + ((index * 7919) % (slot * 2))
    const span = [label(start, 24, false), label(Math.min(2 * hour, start + length), 24, false)] as const
    return { number: `1m${index + 1}`, title: `Cue ${index + 1}`, span }
  })
  await writeFile(sheet, exchangeSheet('Many cues', cues))
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
  await expect(room.page.getByRole('tab', { name: `Cues ${count}` })).toBeVisible()
  await expect(room.page.getByRole('listbox', { name: 'Cues on the timeline' })).toBeVisible()
  await room.leaveField()
}

/** Elements inside the timeline, once what was asked for is drawn. */
function elements({ page }: CuttingRoom): Promise<number> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.querySelectorAll('section[aria-label="Timeline"] *').length
  })
}

test('the timeline never has more than a few hundred elements, at any zoom', async ({ room, scratch }) => {
  await openMany(room, scratch)
  const counts = [await elements(room)]
  for (let press = 0; press < 20; press += 1) {
    await room.press('Equal')
    counts.push(await elements(room))
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostElements)
  expect(Math.min(...counts)).toBeGreaterThan(20)
})

test('a hundred turns of the wheel within one frame are drawn once', async ({ room, scratch }) => {
  await openMany(room, scratch)
  const drawn = await room.page.evaluate(async () => {
    const detail = document.querySelector<HTMLElement>('[data-testid="timeline-detail"]')
    if (!detail) throw new Error('there is no timeline')
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let rest = 0; rest < 5; rest += 1) await frame()
    const clears = new Map<HTMLCanvasElement, number>()
    const own = CanvasRenderingContext2D.prototype.clearRect
    CanvasRenderingContext2D.prototype.clearRect = function clearRect(...area) {
      if (detail.contains(this.canvas)) clears.set(this.canvas, (clears.get(this.canvas) ?? 0) + 1)
      own.apply(this, area)
    }
    const { left, top, width } = detail.getBoundingClientRect()
    for (let turn = 0; turn < 100; turn += 1) {
      detail.dispatchEvent(
        new WheelEvent('wheel', {
          bubbles: true,
          cancelable: true,
          ctrlKey: true,
          deltaY: -4,
          clientX: left + width / 2,
          clientY: top + 10,
        }),
      )
    }
    await frame()
    await frame()
    CanvasRenderingContext2D.prototype.clearRect = own
    return [...clears.values()]
  })
  expect(drawn.length).toBeGreaterThan(1)
  expect(drawn).toEqual(drawn.map(() => 1))
})

test('an edit of one cue draws one row and one block again', async ({ room, scratch }) => {
  await openMany(room, scratch)
  const { page } = room
  await page.getByRole('row').filter({ hasText: 'Cue 5' }).first().click()
  await room.press('z')
  await expect(page.getByRole('button', { name: /^Ready \d+/ })).toHaveAttribute('data-current', 'true')
  await page.getByRole('combobox', { name: 'Title', exact: true }).focus()
  await page.evaluate(() => {
    const touched = { rows: new Set<string>(), blocks: new Set<string>() }
    Object.assign(window, { touched })
    const note = (records: readonly MutationRecord[]) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const row = element?.closest<HTMLElement>('[role="row"][data-cue]')
        const block = element?.closest<HTMLElement>('[role="option"][data-item]')
        if (row?.dataset.cue) touched.rows.add(row.dataset.cue)
        if (block?.dataset.item) touched.blocks.add(block.dataset.item)
      }
    }
    const observer = new MutationObserver(note)
    const everything = { subtree: true, childList: true, attributes: true, characterData: true }
    observer.observe(document.body, everything)
  })
  await page.keyboard.type('x')
  await room.press('Tab')
  await room.whenSafe(1)
  await expect(page.getByRole('button', { name: /^Ready \d+/ })).toHaveAttribute('data-current', 'true')
  const touched = await page.evaluate(() => {
    type Touched = { rows: Set<string>; blocks: Set<string> }
    const { rows, blocks } = (window as unknown as { touched: Touched }).touched
    return { rows: rows.size, blocks: blocks.size }
  })
  expect(touched.rows).toBe(1)
  expect(touched.blocks).toBeLessThanOrEqual(1)
  await room.leaveField()
  await room.press('Control+z')
  await room.whenSafe(2)
})

test('what the review says follows an edit of one among many', async ({ room, scratch }) => {
  await openMany(room, scratch)
  const { page } = room
  const badge = page.getByRole('button', { name: /^Ready \d+/ })
  await expect(badge).toHaveAttribute('data-current', 'true')
  const row = page.getByRole('row').filter({ hasText: 'Cue 3' }).first()
  const errors = () => row.getByRole('gridcell').last().innerText()
  const before = await errors()
  await row.click()
  await room.leaveField()
  await room.press('Shift+Digit2')
  await expect.poll(errors).not.toBe(before)
  await room.leaveField()
  await room.press('Control+z')
  await expect.poll(errors).toBe(before)
})
