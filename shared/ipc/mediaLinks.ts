import { z } from 'zod'

/** A file that a production names, with the identity of the content that was spotted. */
export const wantedFileSchema = z.strictObject({
  path: z.string().min(1).max(4096),
  identity: z.string().max(20_000),
})

/** A file that a production names, with the identity of the content that was spotted. */
export type WantedFile = Readonly<z.infer<typeof wantedFileSchema>>

/** A file that was named under one path and lies at another. */
export type MovedFile = { readonly from: string; readonly to: string }

/** What opening a production found out about its films, proxies and stems. */
export type MediaNews = {
  /** Found again by their content where the production's folder leads to. */
  readonly moved: readonly MovedFile[]
  /** Files that lie where others were expected: the same name or place, another content. */
  readonly others: readonly MovedFile[]
  /** Paths at which there is nothing, and that were not found elsewhere. */
  readonly missing: readonly string[]
}

/** No news: everything is where it was, or nothing was looked for. */
export const noMediaNews: MediaNews = { moved: [], others: [], missing: [] }

/** Whether a path holds the content that was spotted; `silent` when its folder does not answer. */
export type ContentState = 'same' | 'changed' | 'missing' | 'silent'

/** How far a search is. */
export type SearchProgress = {
  readonly folders: number
  readonly files: number
  /** Of the files that are wanted. */
  readonly found: number
  /** The folder that is looked into. */
  readonly at: string
}

/** A file that may be one that is wanted: the same content, or only the same name. */
export type FoundFile = { readonly path: string; readonly file: string; readonly by: 'content' | 'name' }

/** What a search came to. */
export type SearchOutcome = Omit<SearchProgress, 'at' | 'found'> & {
  readonly found: readonly FoundFile[]
  /** Folders that could not be read. */
  readonly unreadable: number
  /** Why not everything was looked at. */
  readonly cut: 'stopped' | 'tooMuch' | null
}
