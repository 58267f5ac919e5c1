import { app } from 'electron'
import { readsUnderWay } from './media/readSlots.ts'

/** Milliseconds that reads have to come to an end, and then the productions to be closed. */
const patience = 1000

/**
 * Lets the app end while a disk does not answer. Node waits for each of its threads before it ends, so a thread that waits
 * for such a disk would keep the app, unseen, for as long as the disk is silent. What was confirmed as safe is on the disk
 * by then; `close` puts the rest in order.
 */
export function endDespiteReads(close: () => Promise<void>): void {
  app.on('will-quit', (event) => {
    if (readsUnderWay() === 0) return
    event.preventDefault()
    void end(close)
  })
}

/** Something that is done behind the window's back: a version that is kept of the last save, what a catalogue learns from it. */
export type Background = { readonly isIdle: boolean; readonly settled: () => Promise<void> }

/** Lets what is done in the background come to its end before the app does. */
export function endAfter(...all: readonly Background[]): void {
  let hasWaited = false
  app.on('will-quit', (event) => {
    if (hasWaited || all.every(({ isIdle }) => isIdle)) return
    event.preventDefault()
    void Promise.all(all.map((one) => one.settled())).then(() => {
      hasWaited = true
      app.quit()
    })
  })
}

async function end(close: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + patience
  while (readsUnderWay() > 0 && Date.now() < deadline) await after(20)
  if (readsUnderWay() === 0) {
    app.quit()
    return
  }
  await Promise.race([close().catch(() => {}), after(patience)])
  process.kill(process.pid, 'SIGKILL')
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
