import { Store, useStore } from '../store/store.ts'

const size = new Store(16)
let isWatched = false

/** CSS px of the page's text, by which everything that holds text is measured; follows it when it changes. */
export function useRootTextSize(): number {
  if (!isWatched) watch()
  return useStore(size)
}

/** By an element of that size that nobody sees; to ask the page each time would have all styles worked out at once. */
function watch(): void {
  isWatched = true
  const element = document.createElement('div')
  element.ariaHidden = 'true'
  Object.assign(element.style, { position: 'absolute', visibility: 'hidden', width: '1rem', height: '0' })
  document.body.append(element)
  const read = () => size.set(element.getBoundingClientRect().width)
  read()
  new ResizeObserver(read).observe(element)
}
