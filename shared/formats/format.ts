import type { Draft } from '../model/draft.ts'
import type { Result } from '../result.ts'
import type { CueSheet } from '../sheet/cueSheet.ts'

/** Finished text on the way to disk, to be written as UTF-8 exactly as it stands, byte-order mark and line ends included. */
export type Artifact = { readonly kind: 'text'; readonly text: string }

/** Something that a format cannot carry, in words for the export dialog. */
export type Loss = string

/** What the user decides for each export. */
export type ExportOptions = {
  /** Begin with U+FEFF, by which spreadsheets tell UTF-8. */
  readonly byteOrderMark: boolean
}

/** Writes one format. It sees the cue sheet, never the document. */
export type Exporter = {
  /** Stable name for the command line and the settings: `full-csv`. */
  readonly id: string
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  /** The layout as file names say it. */
  readonly layout: string
  /** What it reads from. */
  readonly source: 'cueSheet'
  readonly losses: readonly Loss[]
  render(sheet: CueSheet, options: ExportOptions): Artifact
}

/** Reads one format. It never edits; text comes in decoded, with or without a byte-order mark. */
export type Importer = {
  /** Stable name for the command line and the settings. */
  readonly id: string
  readonly label: string
  /** Usual file extensions, without the dot. */
  readonly extensions: readonly string[]
  /** Whether the text says of itself that it is of this format; its name does not matter. */
  recognises(text: string): boolean
  read(text: string): Result<Draft>
}
