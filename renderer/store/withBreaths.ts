/** Milliseconds that the window's thread is held at a time. */
const longestHold = 12

/** Gives items one after the other, and lets the window do other things in between. */
export async function* withBreaths<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  let begun = performance.now()
  for (const item of items) {
    yield item
    if (performance.now() - begun < longestHold) continue
    await othersTurn()
    begun = performance.now()
  }
}

/** Resolves after other tasks of the window; a timer would wait for some milliseconds more. */
function othersTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
