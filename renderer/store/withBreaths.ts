/** Milliseconds that the window's thread is held at a time. */
const longestHold = 12

/** Gives items one after the other, and lets the window do other things in between. */
export async function* withBreaths<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  let begun = performance.now()
  for (const item of items) {
    yield item
    if (performance.now() - begun < longestHold) continue
    await new Promise((resolve) => setTimeout(resolve))
    begun = performance.now()
  }
}
