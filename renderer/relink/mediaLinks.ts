import type { ContentState, MediaNews, MovedFile } from '../../shared/ipc/mediaLinks.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type NamedFile, namedFiles } from '../../shared/model/namedFiles.ts'
import { Store } from '../store/store.ts'

/** What is known of the file at a path that the production names. */
export type LinkState = {
  readonly state: ContentState
  /** A file of that name or place with another content, which was not taken; null for none. */
  readonly other: string | null
}

/** A file that the production names and that is not as it was spotted. */
export type Trouble = NamedFile & LinkState

/** What is known of the films, proxies and stems of the open production. */
export class MediaLinks {
  readonly states = new Store<ReadonlyMap<string, LinkState>>(new Map())
  /** Whether the strip that tells of missing files was closed. */
  readonly isBarClosed = new Store(false)
  #moved: readonly MovedFile[] = []
  /** The identity with which the file at a path was last compared. */
  readonly #compared = new Map<string, string>()

  /** A production was opened, with what that found out. */
  begin({ moved, others, missing }: MediaNews): void {
    this.#moved = moved
    this.isBarClosed.set(false)
    this.#compared.clear()
    const other = new Map(others.map(({ from, to }) => [from, to]))
    this.states.set(
      new Map(missing.map((path) => [path, { state: 'missing', other: other.get(path) ?? null }])),
    )
  }

  /** Files that were found again by themselves when the production was opened. */
  get moved(): readonly MovedFile[] {
    return this.#moved
  }

  /** Notes what was found at paths. */
  note(states: readonly (readonly [path: string, state: ContentState])[]): void {
    const all = new Map(this.states.value)
    for (const [path, state] of states) {
      const other = state === 'missing' ? (all.get(path)?.other ?? null) : null
      all.set(path, { state, other })
    }
    this.states.set(all)
  }

  /** Of these files those that were not compared with their identities yet, which are taken to be from now on. */
  takeUnchecked(files: readonly NamedFile[]): readonly NamedFile[] {
    const open = files.filter(
      ({ path, identity }) => !this.isMissing(path) && this.#compared.get(path) !== identity,
    )
    for (const { path, identity } of open) this.#compared.set(path, identity)
    return open
  }

  isMissing(path: string): boolean {
    return this.states.value.get(path)?.state === 'missing'
  }
}

/** The files of a production that are missing or hold something else than was spotted, each path once. */
export function troubledFiles(
  document: ProductionDocument,
  states: ReadonlyMap<string, LinkState>,
): readonly Trouble[] {
  return eachPathOnce(document).flatMap((file): Trouble[] => {
    const link = states.get(file.path)
    return link && (link.state === 'missing' || link.state === 'changed') ? [{ ...file, ...link }] : []
  })
}

/** The files of a production, each path once, as the first reel names it. */
export function eachPathOnce(document: ProductionDocument): readonly NamedFile[] {
  const byPath = new Map<string, NamedFile>()
  for (const file of namedFiles(document)) if (!byPath.has(file.path)) byPath.set(file.path, file)
  return [...byPath.values()]
}
