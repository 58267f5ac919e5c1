import { readFile, writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { type CuttingRoom, expect } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'

/** Where an element stands, in CSS px of the window. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where an element stands. */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  return box
}

/** Where the detail view stands. */
export const detailOf = ({ page }: CuttingRoom): Promise<Box> => boxOf(page.getByTestId('timeline-detail'))
/** The window in the overview. */
export const windowOf = ({ page }: CuttingRoom) =>
  page.getByRole('slider', { name: 'Part of the programme in view' })

/** First and last frame in view, counted from the beginning of the first reel. */
export async function shown({
  page,
}: CuttingRoom): Promise<{ readonly first: number; readonly last: number }> {
  // The window is moved by the next animation frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const read = (name: string) => page.getByRole('slider', { name }).getAttribute('aria-valuenow')
  return { first: Number(await read('First frame in view')), last: Number(await read('Last frame in view')) }
}

/** CSS px per frame. */
export async function pixelsPerFrame(room: CuttingRoom): Promise<number> {
  const { first, last } = await shown(room)
  return (await detailOf(room)).width / (last - first)
}

/** The timecode of the frame under the pointer. */
export async function pointedAt({ page }: CuttingRoom, x: number, y: number): Promise<string> {
  await page.mouse.move(x - 1, y)
  await page.mouse.move(x, y)
  const card = page.locator('[data-testid="hover-picture"]:not([hidden])')
  await expect(card).toBeVisible()
  return card.innerText()
}

/** An hour in two acts with a break between them. */
export const segments = [
  { id: 's1', label: 'Act One', kind: 'content', picture: 'R1', in: '01:00:00:00', out: '01:20:00:00' },
  { id: 's2', label: 'Break 1', kind: 'break', picture: 'R1', in: '01:20:00:00', out: '01:22:00:00' },
  { id: 's3', label: 'Act Two', kind: 'content', picture: 'R1', in: '01:22:00:00', out: '01:59:00:00' },
]
const cues = [
  { number: '1m01', title: 'Arrival', span: ['01:10:00:00', '01:11:00:00'] },
  { number: '1m02', title: 'Undertow', span: ['01:30:00:00', '01:32:00:00'] },
] as const

/** Opens a sheet without a film. */
export async function openSheet(room: CuttingRoom, scratch: string, others: object = {}): Promise<void> {
  const file = `${scratch}/sheet.json`
  await writeFile(file, exchangeSheet('An hour', cues, others))
  await room.openFile(file)
  await expect(room.page).toHaveTitle(/An hour/)
  await expect(windowOf(room)).toBeVisible()
  await expect(windowOf(room)).toHaveAttribute('aria-valuetext', /to/)
  await room.leaveField()
}

/** The document as a saved file has it, without the number of the last change. */
export async function documentOf(room: CuttingRoom, scratch: string): Promise<string> {
  const file = `${scratch}/saved.needledrop`
  await room.saveAs(file)
  const { checksum, lastSequence, id, ...document } = JSON.parse(await readFile(file, 'utf8'))
  return JSON.stringify(document)
}
