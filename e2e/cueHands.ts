import { readFile, writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { type CuttingRoom, expect } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'

/** Two cues that touch, and two that overlap. */
const cues = [
  { number: '1m1', title: 'A', span: ['01:00:10:00', '01:00:20:00'] },
  { number: '1m2', title: 'B', span: ['01:00:20:00', '01:00:30:00'] },
  { number: '1m3', title: 'C', span: ['01:00:40:00', '01:00:50:00'] },
  { number: '1m4', title: 'D', span: ['01:00:45:00', '01:00:55:00'] },
] as const

/** The timeline under the hands of an editor. */
export class Hands {
  readonly room: CuttingRoom
  readonly #scratch: string
  #saved = 0

  private constructor(room: CuttingRoom, scratch: string) {
    this.room = room
    this.#scratch = scratch
  }

  /** Opens the sheet with all of it in sight and nothing selected. */
  static async on(room: CuttingRoom, scratch: string): Promise<Hands> {
    const sheet = `${scratch}/sheet.json`
    await writeFile(sheet, exchangeSheet('Gestures', cues))
    await room.openFile(sheet)
    await room.whenWorkspaceShows()
    const hands = new Hands(room, scratch)
    await expect(hands.options.first()).toHaveAttribute('aria-setsize', String(cues.length))
    await room.press('Control+a', 'z')
    await expect(hands.options).toHaveCount(cues.length)
    await hands.clickEmpty()
    return hands
  }

  get options(): Locator {
    return this.room.page.getByRole('listbox', { name: 'Cues on the timeline' }).getByRole('option')
  }

  get selected(): Locator {
    return this.room.page.locator('[role="option"][data-item][aria-selected="true"]')
  }

  block(number: string): Locator {
    return this.options.and(this.room.page.getByLabel(new RegExp(`^${number},`)))
  }

  async box(number: string) {
    const box = await this.block(number).boundingBox()
    if (!box) throw new Error(`${number} is not on the timeline`)
    return { left: box.x, right: box.x + box.width, y: box.y + box.height / 2, middle: box.x + box.width / 2 }
  }

  async selectedNumbers(): Promise<readonly string[]> {
    const names = await this.selected.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label')?.split(',')[0] ?? ''),
    )
    return names.toSorted()
  }

  async clickEmpty(): Promise<void> {
    const [b, c] = [await this.box('1m2'), await this.box('1m3')]
    await this.room.page.mouse.click((b.right + c.left) / 2, b.y)
    await expect(this.selected).toHaveCount(0)
  }

  /** Drags from a place by so many px; what happens while the button is down is in `during`. */
  async drag(
    from: { readonly x: number; readonly y: number },
    by: { readonly x: number; readonly y?: number },
    during: () => Promise<void> = async () => {},
  ): Promise<void> {
    const { mouse } = this.room.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(from.x + by.x, from.y + (by.y ?? 0), { steps: 6 })
    await during()
    await mouse.up()
  }

  /** In and out of each cue, as the table reads. */
  async times(): Promise<Readonly<Record<string, string>>> {
    const lines = await this.room.cueLines()
    return Object.fromEntries(lines.map(({ number, start, end }) => [number, `${start} ${end}`]))
  }

  /** Everything in the document, as it would be saved. */
  async document(): Promise<unknown> {
    this.#saved += 1
    const file = `${this.#scratch}/state-${this.#saved}.needledrop`
    await this.room.saveAs(file)
    const { lastSequence, checksum, ...document } = JSON.parse(await readFile(file, 'utf8'))
    expect([lastSequence, checksum]).toBeDefined()
    return document
  }

  /** Does something that must be one edit of this name, and takes it back: the document must be exactly what it was. */
  async undoable(label: string, act: () => Promise<void>, check: () => Promise<void>): Promise<void> {
    const before = await this.document()
    const { made } = await this.room.safety()
    await act()
    expect(await this.room.whenSafe(made + 1), 'one edit').toBe(made + 1)
    await check()
    await this.room.leaveField()
    await this.room.press('Control+z')
    await expect(this.room.page.getByRole('status').filter({ hasText: label }).first()).toBeVisible()
    await this.room.whenSafe(made + 2)
    expect(await this.document()).toEqual(before)
  }
}
