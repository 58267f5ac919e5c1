import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { LicenceId } from '../model/ids.ts'

/** A paper that a licence names by its path, for the shell to look whether it is there. */
export type AttachedFile = { readonly licence: LicenceId; readonly path: string }

/** The papers that lie on a disk, each path as it is entered; links are left out. */
export function attachedFiles(document: Pick<ProductionDocument, 'licences'>): readonly AttachedFile[] {
  return recordsOf(document as ProductionDocument, 'licences').flatMap(({ id, files }) =>
    files.flatMap((path) => (path.trim() === '' || isLink(path) ? [] : [{ licence: id, path: path.trim() }])),
  )
}

/** Whether a text is an address of the net and no path: it begins with a scheme of more than one letter, unlike `C:\`. */
export function isLink(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text.trim()) && !/^file:/i.test(text.trim())
}
