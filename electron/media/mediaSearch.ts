import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { FoundFile, SearchOutcome, SearchProgress, WantedFile } from '../../shared/ipc/mediaLinks.ts'
import { fileName, sizeInIdentity } from '../../shared/model/namedFiles.ts'
import { BlockingFile } from './blockingFile.ts'
import { identityOf } from './contentIdentity.ts'

/** How much a search looks at, at most. */
export type SearchBounds = { readonly files: number; readonly depth: number }

const usual: SearchBounds = { files: 1_000_000, depth: 40 }

type Candidate = { readonly file: string; readonly isSameSize: boolean }

/**
 * Looks for files in a folder and all folders in it, the nearer ones first, and yields how far it is after each folder. A
 * file is known by its content; only files of a fitting size are read for it. One of the same name and another content is
 * told as such. Links to folders are not followed, since they may lead in a circle.
 */
export function* searchMedia(
  root: string,
  wanted: readonly WantedFile[],
  bounds: SearchBounds = usual,
): Generator<SearchProgress, SearchOutcome> {
  const hunt = new Hunt(wanted)
  const waiting: { readonly folder: string; readonly depth: number }[] = [{ folder: root, depth: 0 }]
  let folders = 0
  let files = 0
  let unreadable = 0
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { folder, depth } = next
    const entries = entriesOf(folder)
    folders += 1
    if (!entries) unreadable += 1
    for (const entry of entries ?? []) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && depth < bounds.depth)
          waiting.push({ folder: file, depth: depth + 1 })
      } else {
        files += 1
        hunt.look(file)
      }
      if (files >= bounds.files || hunt.isDone) {
        const cut = hunt.isDone ? null : 'tooMuch'
        return { folders, files, unreadable, cut, found: hunt.found() }
      }
    }
    yield { folders, files, found: hunt.count, at: folder }
  }
  return { folders, files, unreadable, cut: null, found: hunt.found() }
}

/** The files that are wanted, and what was found of them so far. */
class Hunt {
  readonly #wanted: readonly WantedFile[]
  readonly #extensions: ReadonlySet<string>
  readonly #content = new Map<string, string>()
  readonly #named = new Map<string, Candidate>()

  constructor(wanted: readonly WantedFile[]) {
    this.#wanted = wanted
    this.#extensions = new Set(wanted.map(({ path: named }) => path.extname(fileName(named)).toLowerCase()))
  }

  get count(): number {
    return this.#content.size
  }

  get isDone(): boolean {
    return this.#content.size === this.#wanted.length
  }

  look(file: string): void {
    if (!this.#extensions.has(path.extname(file).toLowerCase())) return
    const open = this.#wanted.filter((entry) => !this.#content.has(entry.path))
    const name = path.basename(file).toLowerCase()
    const size = sizeOf(file)
    if (size === null) return
    let content: string | null = null
    for (const { path: named, identity } of open) {
      const isSameSize = sizeInIdentity(identity) === size
      if (isSameSize) content ??= contentOf(file)
      if (isSameSize && content === identity) this.#content.set(named, file)
      else if (fileName(named).toLowerCase() === name) this.#takeNamed(named, { file, isSameSize })
    }
  }

  /** The best for each: the same content, else the same name, of the same size if there is such. */
  found(): readonly FoundFile[] {
    return this.#wanted.flatMap(({ path: named }): FoundFile[] => {
      const same = this.#content.get(named)
      if (same !== undefined) return [{ path: named, file: same, by: 'content' }]
      const like = this.#named.get(named)
      return like ? [{ path: named, file: like.file, by: 'name' }] : []
    })
  }

  #takeNamed(named: string, candidate: Candidate): void {
    const present = this.#named.get(named)
    if (!present || (candidate.isSameSize && !present.isSameSize)) this.#named.set(named, candidate)
  }
}

function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return null
  }
}

function sizeOf(file: string): number | null {
  try {
    const facts = statSync(file)
    return facts.isFile() ? facts.size : null
  } catch {
    return null
  }
}

function contentOf(file: string): string | null {
  try {
    const open = BlockingFile.open(file)
    try {
      return identityOf(open)
    } finally {
      open.close()
    }
  } catch {
    return null
  }
}
