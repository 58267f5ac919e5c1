import { useEffect, useRef } from 'react'
import type { PagesArtifact } from '../../shared/formats/format.ts'
import styles from './PagesPreview.module.css'

/** CSS px of a page's width, and of the room on either side of it. */
const widths = { a4: 1123, letter: 1056 } as const
const margin = 16

/** The pages of a PDF in one long sheet of their width, in a tree of their own that the app's styles do not reach. */
export function PagesPreview({
  artifact,
  isCut,
}: {
  readonly artifact: PagesArtifact
  readonly isCut: boolean
}) {
  const host = useRef<HTMLDivElement>(null)
  const { html, paper } = artifact
  useEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const page = new DOMParser().parseFromString(html, 'text/html')
    // The window admits no style elements but its own; sheets that are made here are its own.
    root.adoptedStyleSheets = [...page.querySelectorAll('style')].map(({ textContent }) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(inWindow(textContent ?? ''))
      return sheet
    })
    for (const part of page.querySelectorAll('style, script, link, meta, base, iframe, object')) part.remove()
    for (const part of page.querySelectorAll<HTMLElement>('[style]')) {
      const style = part.getAttribute('style') ?? ''
      part.removeAttribute('style')
      part.style.cssText = style
    }
    root.replaceChildren(...page.body.childNodes)
  }, [html])
  useEffect(() => {
    const element = host.current
    const scroller = element?.parentElement
    if (!element || !scroller) return
    const observer = new ResizeObserver(() => {
      const room = scroller.clientWidth - 2 * margin
      element.style.zoom = String(Math.max(0.4, Math.min(1.2, room / widths[paper])))
    })
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [paper])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Preview of the pages">
      <div className={styles.paper} data-paper={paper} ref={host} />
      <p className={styles.note}>
        {isCut ? 'The first cues; all are printed. ' : ''}Without the breaks between pages: no cue is split
        over two, and heads repeat on each.
      </p>
    </section>
  )
}

/** The style of a page as a part of the window: the app's own typeface in place of that of the printed page. */
function inWindow(style: string): string {
  return style
    .replaceAll(/@(?:font-face|page)\s*\{[^}]*\}/g, '')
    .replaceAll(/(^|[\s,}])(?:html|body)(?=[\s,{.:])/g, '$1:host')
    .replaceAll(/\bSheet,/g, '"Inter Variable",')
}
