import type { Page } from '@playwright/test'

/** What the ruler shows: each tick, and each text with the x of the tick that it belongs to; in CSS px from the left edge. */
export type RulerReading = {
  readonly ticks: readonly number[]
  readonly texts: readonly { readonly x: number; readonly text: string }[]
}

/** Px between a tick and its text. */
const textGap = 4

/** Begins to take down what is drawn on the ruler's canvas. */
export async function readRuler(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="timeline-detail"] canvas')
    const context = canvas?.getContext('2d')
    if (!context) throw new Error('there is no ruler')
    const drawn = { ticks: [] as number[], texts: [] as { x: number; text: string }[] }
    Object.assign(window, { drawnRuler: drawn })
    const { clearRect, fillRect, fillText } = context
    context.clearRect = (...box) => {
      drawn.ticks = []
      drawn.texts = []
      clearRect.apply(context, box)
    }
    context.fillRect = (x, y, width, height) => {
      if (width === 1 && height === 9) drawn.ticks.push(x)
      fillRect.call(context, x, y, width, height)
    }
    context.fillText = (text, x, y) => {
      drawn.texts.push({ x, text })
      fillText.call(context, text, x, y)
    }
  })
}

/** What the ruler shows now. */
export async function rulerNow(page: Page): Promise<RulerReading> {
  const { ticks, texts } = await page.evaluate(
    () =>
      new Promise<RulerReading>((resolve) => {
        // What has changed is drawn by the next animation frame.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve((window as unknown as { drawnRuler: RulerReading }).drawnRuler),
          ),
        )
      }),
  )
  return { ticks, texts: texts.map(({ x, text }) => ({ x: x - textGap, text })) }
}
