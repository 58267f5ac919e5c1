import { chosen, type OptionValues, paper } from '../exportOptions.ts'
import type { PagesArtifact } from '../format.ts'
import { type Html, html } from './html.ts'
import { fontFaces, footerStyle, pageStyle } from './pageStyle.ts'

/** All that pages may load, as a Content-Security-Policy. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'"

/** What is printed: the body of a page, and what its footer says beside the page number. */
export type PrintedPage = { readonly title: string; readonly body: Html; readonly footer: readonly string[] }

/**
 * A page to be printed, whose policy lets it load nothing but the app's own fonts. The footer is a page of its own, as
 * Chromium wants it.
 */
export function printedPages({ title, body, footer }: PrintedPage, values: OptionValues): PagesArtifact {
  const size = chosen(paper, values)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: pagePolicy }}">
<title>${title}</title>
<style>${{ html: fontFaces + pageStyle(size) }}</style>
</head>
<body>${body}</body>
</html>
`
  const words = footer.filter(Boolean).map((part, index) => html`${index > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)
  const foot = html`<style>${{ html: footerStyle }}</style><div class="foot"><div class="words">${words}</div><div>page <span class="pageNumber"></span> of <span class="totalPages"></span></div></div>`
  return { kind: 'pages', html: page.html, footer: foot.html, paper: size }
}
