import { plainText } from '../plainText.ts'

/** Text that is HTML already. Everything else that goes into `html` is escaped. */
export type Html = { readonly html: string }

/** What may stand in `html`. */
export type HtmlPart = string | number | Html | readonly Html[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML with every part escaped that is not `Html` itself; safe between tags and inside quoted attributes. */
export function html(words: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let text = words[0] ?? ''
  for (const [index, part] of parts.entries()) text += partText(part) + (words[index + 1] ?? '')
  return { html: text }
}

/** No HTML at all. */
export const nothing: Html = { html: '' }

function partText(part: HtmlPart): string {
  if (typeof part === 'string') return plainText(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map((each) => each.html).join('')
}
