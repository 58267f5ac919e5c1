import type { Draft } from '../model/draft.ts'
import type { Result } from '../result.ts'
import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'
import type { ExportOption, OptionValues } from './exportOptions.ts'
import type { Sources } from './sources.ts'

/** Finished text on the way to disk, to be written as UTF-8 exactly as it stands, byte-order mark and line ends included. */
export type TextArtifact = { readonly kind: 'text'; readonly text: string }

/** A finished file that is no text. */
export type BytesArtifact = { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * Pages to be printed to a PDF, landscape, by whoever has a browser at hand: HTML without scripts and without addresses
 * outside itself but for `fonts/`, the app's own.
 */
export type PagesArtifact = {
  readonly kind: 'pages'
  readonly html: string
  /** HTML at the foot of each page; elements of class `pageNumber` and `totalPages` are filled in. */
  readonly footer: string
  readonly paper: 'a4' | 'letter'
}

/** What a format makes. */
export type Artifact = TextArtifact | BytesArtifact | PagesArtifact

/** Something that a format cannot carry, in words for the export dialog. */
export type Loss = string

/** What kind of delivery a format is, by which lists are divided. */
export type ExporterGroup = 'cueSheet' | 'clearance' | 'markers' | 'exchange'

type ExporterFacts = {
  /** Stable name for the command line and the settings: `full-csv`. */
  readonly id: string
  readonly label: string
  readonly group: ExporterGroup
  /** Of the file on disk, without the dot. */
  readonly extension: string
  /** The layout as file names say it. */
  readonly layout: string
  readonly losses: readonly Loss[]
  /** What the user may decide, in the order in which it is asked. */
  readonly options: readonly ExportOption[]
}

/** What a format is written from: a projection, or for the exchange form the document itself. */
export type SourceName = keyof Sources

/** A format written from one source. Text and pages are made at once. */
export type ExporterFrom<Source extends SourceName> = ExporterFacts & { readonly source: Source } & (
    | { readonly kind: 'text'; render(from: Sources[Source], options: OptionValues): TextArtifact }
    | { readonly kind: 'pages'; render(from: Sources[Source], options: OptionValues): PagesArtifact }
    | {
        readonly kind: 'bytes'
        /** Yields how much is done, from 0 to 1; whoever wants it no longer stops asking. */
        render(from: Sources[Source], options: OptionValues): AsyncGenerator<number, BytesArtifact>
      }
  )

/** Writes one format. It sees its source alone. */
export type Exporter = { [Source in SourceName]: ExporterFrom<Source> }[SourceName]

/** What an import takes for granted where a file does not say it. */
export type Assumed = {
  readonly rate: FrameRate
  /** Timecode frame number of the picture's first frame; null where that is not known either. */
  readonly start: Frames | null
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
  read(text: string, assumed?: Assumed): Result<Draft>
}
