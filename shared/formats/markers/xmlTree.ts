import { SaxesParser } from 'saxes'
import { ok, type Result, refuse } from '../../result.ts'

/** An element as it was read; `text` is its own, without that of the elements inside. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Open = XmlElement & { readonly children: Open[]; text: string }

/** Elements within each other beyond which a file is refused. */
const deepest = 500

/**
 * Reads XML, strictly. A document type is passed over, so entities that it declares do not exist; nothing outside the text
 * is ever looked at.
 */
export function readXml(text: string): Result<XmlElement> {
  const parser = new SaxesParser()
  const open: Open[] = []
  let root: Open | null = null
  parser.on('opentag', ({ name, attributes }) => {
    const made: Open = { name, attributes, children: [], text: '' }
    const parent = open.at(-1)
    if (parent) parent.children.push(made)
    root ??= made
    if (open.push(made) > deepest) throw new Error(`more than ${deepest} elements within each other`)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const add = (part: string) => {
    const last = open.at(-1)
    if (last) last.text += part
  }
  parser.on('text', add)
  parser.on('cdata', add)
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    return notXml(error instanceof Error ? error.message : String(error))
  }
  return root ? ok(root) : notXml('no element')
}

function notXml(found: string): Result<XmlElement> {
  return refuse({
    message: 'The file is not well-formed XML.',
    expected: 'XML as editing systems export it',
    found: found.slice(0, 200),
    remedy: 'The file was probably cut off or changed by hand. Export it anew from the system it comes from.',
  })
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text of the first child of a name, without blanks around it; empty where there is none. */
export function textOf(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.text.trim() ?? ''
}

/** Every element of a name, at any depth, in the order of the file. */
export function* elementsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  if (element.name === name) yield element
  for (const child of element.children) yield* elementsNamed(child, name)
}
