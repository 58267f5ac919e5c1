/** Something that tells when it has changed. */
export type Changing = { readonly subscribe: (heard: () => void) => () => void }

/** Draws now, and again soon after something has changed, but not more often than the pause (milliseconds) allows. */
export function drawingNow(sources: readonly Changing[], draw: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let drawnAt = Number.NEGATIVE_INFINITY
  const later = () => {
    timer ??= setTimeout(
      () => {
        timer = null
        drawnAt = performance.now()
        draw()
      },
      Math.max(16, drawnAt + pause - performance.now()),
    )
  }
  draw()
  const stops = sources.map((source) => source.subscribe(later))
  return () => {
    if (timer) clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
