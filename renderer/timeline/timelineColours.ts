import type { TimelineColours } from './detailPainter.ts'

let known: { readonly theme: string; readonly colours: TimelineColours } | null = null

/** The canvases' colours of the present theme, read from the style sheet. */
export function timelineColours(): TimelineColours {
  const theme = document.documentElement.dataset.theme ?? ''
  if (known?.theme === theme) return known.colours
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const colours: TimelineColours = {
    bright: read('--text'),
    text: read('--text-soft'),
    dim: read('--text-dim'),
    line: read('--line-strong'),
    ground: read('--frame-stripe'),
    shade: read('--outside'),
    wave: read('--wave'),
    estimate: `color-mix(in srgb, ${read('--wave')} 40%, transparent)`,
    missing: read('--line-strong'),
    font: `11px ${read('--mono')}`,
  }
  known = { theme, colours }
  return colours
}
