import { plainText } from '../plainText.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text for an element or a quoted attribute of XML 1.0; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return plainText(text).replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '')
}

/** An element as lines, each level indented by two blanks. */
export type Lines = readonly string[]

/** An element that holds text, on one line. */
export function leaf(name: string, text: string | number): Lines {
  return [`<${name}>${xmlText(String(text))}</${name}>`]
}

/** An element with attributes and with other elements inside; without any it is closed at once. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Lines[]
): Lines {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`)
  const inside = children.flat()
  if (inside.length === 0) return [`<${name}${written.join('')}/>`]
  return [`<${name}${written.join('')}>`, ...inside.map((line) => `  ${line}`), `</${name}>`]
}

/** A whole document in UTF-8. */
export function xmlDocument(doctype: string, root: Lines): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${doctype}>\n${root.join('\n')}\n`
}
