import type { ConsoleMessage } from '@playwright/test'
import { kill } from './app.ts'
import { type CuttingRoom, expect } from './cuttingRoom.ts'

/** When to kill: some milliseconds after the nth change was made, or after the window confirmed it as safe. */
export type KillPlan = { readonly changes: number; readonly when: 'made' | 'safe'; readonly delay: number }

/** What was known from outside when the app was killed. Sequence numbers, as the window shows them. */
export type Witness = {
  /** The last change before the first key. */
  readonly base: number
  readonly made: number
  readonly safe: number
  /** Milliseconds from the last key that was known to have arrived to the kill. */
  readonly elapsed: number
}

const sign = 'safety:'

/** Presses keys without waiting for anything, and kills the app as planned. */
export async function editAndKill(
  room: CuttingRoom,
  keys: readonly string[],
  plan: KillPlan,
): Promise<Witness> {
  const { page } = room
  const { made: base } = await room.safety()
  const heard = { made: base, safe: base, keyAt: 0 }
  let killing: Promise<number> | null = null
  const listen = (message: ConsoleMessage) => {
    const text = message.text()
    if (!text.startsWith(sign)) return
    const [made = 0, safe = 0, keyAt = 0] = text.slice(sign.length).split(' ').map(Number)
    Object.assign(heard, { made, safe, keyAt })
    if (heard[plan.when] >= base + plan.changes) killing ??= killSoon(room, plan.delay)
  }
  page.on('console', listen)
  await reportSafety(room)
  for (const key of keys) {
    if (killing) break
    await page.keyboard.press(key).catch(() => {})
  }
  await expect.poll(() => killing !== null, { message: JSON.stringify({ plan, base, ...heard }) }).toBe(true)
  const killedAt = await killing
  const { made, safe, keyAt } = heard
  return { base, made, safe, elapsed: (killedAt ?? 0) - keyAt }
}

/** Lets the page report how far the journal is, in the moment that the window shows it. */
async function reportSafety({ page }: CuttingRoom): Promise<void> {
  await page.evaluate((start) => {
    let keyAt = 0
    window.addEventListener(
      'keydown',
      () => {
        keyAt = Date.now()
      },
      { capture: true },
    )
    const place = document.querySelector<HTMLElement>('[data-testid="safety"]')
    const report = () => console.debug(`${start}${place?.dataset.made} ${place?.dataset.safe} ${keyAt}`)
    if (place) new MutationObserver(report).observe(place, { attributes: true })
  }, sign)
}

/** Kills after some milliseconds; the instant at which it was done. */
async function killSoon({ running }: CuttingRoom, delay: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, delay))
  const killedAt = Date.now()
  await kill(running)
  return killedAt
}
