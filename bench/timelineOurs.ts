import type { Page } from '@playwright/test'
import type { BenchWindow } from './benchWindow.ts'
import { type Cost, type MainThread, p95 } from './mainThread.ts'
import { twoHours } from './timelineProduction.ts'

/** What one sweep over the timeline showed. */
export type Sweep = Cost & {
  readonly steps: number
  /** Milliseconds between two animation frames that 95 of 100 stay within. */
  readonly p95: number
}

/** Steps of a sweep, one an animation frame: the first half one way, the second back. */
export const sweepSteps = 80
/** CSS px per frame at the deep end of a zoom sweep. */
export const deepest = 20
/** Moves of an edge drag. */
export const dragMoves = 60

const detail = '[data-testid="timeline-detail"]'

/** Opens a production file through the dialog and resolves when its cues are on the timeline and in the table. */
export async function openProduction({ app, page }: BenchWindow, file: string, cues: number): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
  await page.keyboard.press('Control+o')
  await page.waitForFunction(
    (count) => {
      const tab = [...document.querySelectorAll('[role="tab"]')].find((element) =>
        element.textContent?.startsWith('Cues'),
      )
      const rows = document.querySelectorAll('[role="grid"][aria-label="Cues"] [role="row"][data-cue]')
      return (
        Number(/\d+/.exec(tab?.textContent ?? '')?.[0] ?? -1) === count && (count === 0 || rows.length > 0)
      )
    },
    cues,
    { polling: 100 },
  )
  await page.waitForFunction(
    () => document.body.textContent?.includes('Reading the sound') !== true,
    undefined,
    { timeout: 240_000, polling: 500 },
  )
}

/** Zooms from the whole film to single frames and back, about the middle of the window. */
export function zoomSweep(page: Page, thread: MainThread): Promise<Sweep> {
  return sweep(page, thread, { kind: 'zoom', steps: sweepSteps, frames: twoHours, deepest })
}

/** Scrolls to the right and back by a good part of the window at each step, at a zoom where cues have names. */
export async function scrollSweep(page: Page, thread: MainThread): Promise<Sweep> {
  await zoomTo(page, 1)
  return sweep(page, thread, { kind: 'scroll', steps: sweepSteps, frames: twoHours, deepest })
}

type Turn = {
  readonly kind: 'zoom' | 'scroll'
  readonly steps: number
  readonly frames: number
  readonly deepest: number
}

async function sweep(page: Page, thread: MainThread, turn: Turn): Promise<Sweep> {
  let gaps: readonly number[] = []
  const cost = await thread.cost(async () => {
    gaps = await page.evaluate(async ({ kind, steps, frames, deepest }) => {
      const area = document.querySelector<HTMLElement>('[data-testid="timeline-detail"]')
      if (!area) throw new Error('there is no timeline')
      const { left, top, width, height } = area.getBoundingClientRect()
      const total = Math.log2(deepest / (width / frames))
      const zoomDelta = (240 * total) / (steps / 2)
      const between: number[] = []
      let last = 0
      for (let step = 0; step < steps; step += 1) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        if (last > 0) between.push(now - last)
        last = now
        const direction = step < steps / 2 ? 1 : -1
        area.dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            clientX: left + width / 2,
            clientY: top + height / 2,
            ctrlKey: kind === 'zoom',
            deltaX: kind === 'scroll' ? direction * 400 : 0,
            deltaY: kind === 'zoom' ? -direction * zoomDelta : 0,
          }),
        )
      }
      return between
    }, turn)
  })
  return { ...cost, steps: turn.steps, p95: p95(gaps) }
}

/** Brings the timeline to a zoom in CSS px per frame, about the middle of the film. */
export async function zoomTo(page: Page, pixelsPerFrame: number): Promise<void> {
  await page.evaluate(
    async ({ frames, wanted }) => {
      const area = document.querySelector<HTMLElement>('[data-testid="timeline-detail"]')
      if (!area) throw new Error('there is no timeline')
      const { left, top, width, height } = area.getBoundingClientRect()
      const turn = (deltaY: number) =>
        area.dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            clientX: left + width / 2,
            clientY: top + height / 2,
            ctrlKey: true,
            deltaY,
          }),
        )
      for (let step = 0; step < 60; step += 1) turn(90)
      const delta = -240 * Math.log2(wanted / (width / frames))
      for (let rest = delta; rest !== 0; ) {
        const part = Math.max(-90, Math.min(90, rest))
        turn(part)
        rest -= part
      }
      for (let frame = 0; frame < 3; frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve))
    },
    { frames: twoHours, wanted: pixelsPerFrame },
  )
}

/** Drags the out of a cue in the middle of the window to and fro with the mouse, and puts it back with Escape. */
export async function edgeDrag(page: Page, thread: MainThread): Promise<Sweep> {
  await zoomTo(page, 2)
  const edge = await page.evaluate((area) => {
    const box = document.querySelector(area)?.getBoundingClientRect()
    const middle = box ? box.left + box.width / 2 : 0
    const blocks = [...document.querySelectorAll(`${area} [role="option"]`)]
      .map((block) => block.getBoundingClientRect())
      .filter(({ width, right }) => width > 16 && Math.abs(right - middle) < (box?.width ?? 0) / 2 - 100)
      .sort((a, b) => Math.abs(a.right - middle) - Math.abs(b.right - middle))
    const [nearest] = blocks
    return nearest ? { x: nearest.right - 2, y: nearest.top + nearest.height / 2 } : null
  }, detail)
  if (!edge) throw new Error('there is no cue with an edge to drag')
  return dragToAndFro(page, thread, edge, async () => {
    await page.keyboard.press('Escape')
    await page.mouse.up()
  })
}

/** Takes hold of a point with the mouse and moves it to and fro; `letGo` ends that. */
export async function dragToAndFro(
  page: Page,
  thread: MainThread,
  edge: { readonly x: number; readonly y: number },
  letGo: () => Promise<void>,
): Promise<Sweep> {
  let gaps: readonly number[] = []
  const cost = await thread.cost(async () => {
    await page.mouse.move(edge.x, edge.y)
    await page.mouse.down()
    await page.evaluate(() => {
      const watch = { gaps: [] as number[], last: 0, isOver: false }
      Object.assign(window, { benchFrames: watch })
      const beat = (now: number) => {
        if (watch.last > 0) watch.gaps.push(now - watch.last)
        watch.last = now
        if (!watch.isOver) requestAnimationFrame(beat)
      }
      requestAnimationFrame(beat)
    })
    for (let move = 0; move < dragMoves; move += 1) {
      const begun = performance.now()
      await page.mouse.move(edge.x + 60 * Math.sin((move * 2 * Math.PI) / dragMoves), edge.y)
      const pause = 16 - (performance.now() - begun)
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    }
    gaps = await page.evaluate(() => {
      const watch = (window as unknown as { benchFrames: { gaps: number[]; isOver: boolean } }).benchFrames
      watch.isOver = true
      return watch.gaps
    })
    await letGo()
  })
  return { ...cost, steps: dragMoves, p95: p95(gaps) }
}

/** The most elements inside the timeline at any step of a zoom over everything. */
export async function mostElements(page: Page): Promise<number> {
  return page.evaluate(async (frames) => {
    const area = document.querySelector<HTMLElement>('[data-testid="timeline-detail"]')
    const whole = area?.closest('section')
    if (!area || !whole) throw new Error('there is no timeline')
    const { left, top, width, height } = area.getBoundingClientRect()
    let most = 0
    const beat = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (const direction of [1, -1]) {
      const steps = Math.ceil((240 * Math.log2(64 / (width / frames))) / 60)
      for (let step = 0; step < steps; step += 1) {
        area.dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            clientX: left + width / 2,
            clientY: top + height / 2,
            ctrlKey: true,
            deltaY: -direction * 60,
          }),
        )
        await beat()
        await beat()
        most = Math.max(most, whole.querySelectorAll('*').length)
      }
    }
    return most
  }, twoHours)
}

/** What one edit of each common kind costs at the most: typing in a title, nudging an edge, marking in and out. */
export async function edits(page: Page, thread: MainThread): Promise<Readonly<Record<string, Cost>>> {
  await zoomTo(page, 1)
  const option = page.locator(`${detail} [role="option"]`).nth(20)
  const box = await option.boundingBox()
  if (!box) throw new Error('there is no cue in the window')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  await title.waitFor()
  await title.focus()
  await page.keyboard.press('End')
  const typing = await thread.cost(async () => {
    await page.keyboard.type('abcdefgh', { delay: 60 })
    await page.keyboard.press('Tab')
  })
  await leaveField(page)
  const nudging = await thread.cost(async () => {
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('.')
      await page.waitForTimeout(150)
    }
  })
  await leaveField(page)
  const marking = await thread.cost(async () => {
    await page.keyboard.press('i')
    await page.waitForTimeout(150)
    for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('o')
    await page.waitForTimeout(150)
  })
  await leaveField(page)
  const undoing = await thread.cost(async () => {
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(100)
    }
  })
  return { typing, nudging, marking, undoing }
}

async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}
