import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { keptVersions, type VersionBounds, versionRule } from '../../shared/files/keptVersions.ts'
import { parseProductionFile } from '../../shared/files/productionFile.ts'
import {
  parseVersionFileName,
  type VersionKind,
  type VersionName,
  versionFileName,
} from '../../shared/files/versionName.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { flushFolder, writeAtomically } from './atomicWrite.ts'
import { stampOfText } from './fileStamp.ts'
import { readProductionFileText } from './readProduction.ts'
import { thinAllVersions } from './thinAllVersions.ts'
import { writeProblem } from './writeProblem.ts'

/*
 * <folder>/<production>/<digest of the file's path>/ holds the versions of one production file: each a production file like
 * any other, and `origin.json`, which says whose they are. A version's name says when it was kept and what its content must be.
 */

/** A version to keep. */
export type VersionOrder = {
  /** The production's identity. */
  readonly id: string
  /** The production file. */
  readonly path: string
  /** What was saved; null for a file that was opened, which is read anew. */
  readonly text: string | null
  /** Tells the state of the file that was opened from any other: the CRC-32 of its text. */
  readonly fileStamp: string
  /** Milliseconds since 1970, and minutes by which local time is ahead of UTC. */
  readonly at: number
  readonly offset: number
}

/** A version that was found. */
export type StoredVersion = VersionName & {
  /** Names it among all: `production/origin/file`. */
  readonly key: string
  /** The production's identity. */
  readonly id: string
  /** The production file that it is a version of. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly isGood: boolean
}

const originFile = 'origin.json'
const keyForm = /^[A-Za-z0-9_-]{1,64}\/[0-9a-f]{16}\/[^/\\]+$/

/** The kept versions of all productions. One process works with a folder at a time. */
export class VersionFolder {
  readonly #folder: string
  readonly #bounds: VersionBounds
  /** Whether the versions of all files were looked at once. */
  #hasThinnedOthers = false
  /** Whether a file's content was found good, by its path, size and time of change. */
  readonly #checked = new Map<string, boolean>()

  constructor(folder: string, bounds: VersionBounds = versionRule) {
    this.#folder = folder
    this.#bounds = bounds
  }

  /** Keeps a version unless the newest one is the same, reads it back, and lets go of those that the rule gives up. */
  async keep(order: VersionOrder): Promise<Result<null>> {
    const kind: VersionKind = order.text === null ? 'opened' : 'saved'
    const text = order.text ?? (await openedText(order))
    if (text === null) return ok(null)
    const origin = path.join(this.#folder, order.id, digestOf(order.path))
    try {
      await mkdir(origin, { recursive: true })
      await noteOrigin(origin, order.path)
      const present = await this.#versionsIn(order.id, path.basename(origin), order.path)
      const digest = digestOf(text)
      const newest = present.toSorted((a, b) => b.order - a.order)[0]
      if (!newest?.isGood || newest.digest !== digest) {
        const last = await this.#lastOrder(order.id)
        const { at, offset } = order
        const name = versionFileName({ order: last + 1, at, offset, kind, digest })
        const written = await writeChecked(path.join(origin, name), text)
        if (!written.ok) return written
      }
      await this.#thin(order, path.basename(origin))
      await this.#thinOthers(order.id, path.basename(origin))
      return ok(null)
    } catch (error) {
      return refuse(notKept(writeProblem(error, origin)))
    }
  }

  /** All versions of a production, the newest first. */
  async ofProduction(id: string): Promise<readonly StoredVersion[]> {
    const found: StoredVersion[] = []
    for (const origin of await namesIn(path.join(this.#folder, id))) {
      const file = await originOf(path.join(this.#folder, id, origin))
      if (file !== null) found.push(...(await this.#versionsIn(id, origin, file)))
    }
    return found.toSorted((a, b) => b.order - a.order)
  }

  /**
   * All versions of the production that a file holds or held, the newest first. Where none were kept of a file at that path,
   * what is left of the file may still say which production it is.
   */
  async ofFile(file: string): Promise<readonly StoredVersion[]> {
    const origin = digestOf(file)
    const found: StoredVersion[] = []
    for (const id of await namesIn(this.#folder)) {
      if ((await originOf(path.join(this.#folder, id, origin))) !== file) continue
      const versions = await this.#versionsIn(id, origin, file)
      found.push(...versions.toSorted((a, b) => b.order - a.order))
    }
    if (found.length > 0) return found
    const id = await idInRemains(file)
    return id === null ? [] : this.ofProduction(id)
  }

  /** The text of a version, if it is as it was written. */
  async read(key: string): Promise<Result<string>> {
    const name = parseVersionFileName(key.split('/').at(-1) ?? '')
    if (!keyForm.test(key) || !name) return refuse(unknownVersion(key))
    const text = await readProductionFileText(path.join(this.#folder, key))
    if (!text.ok) return text
    return digestOf(text.value) === name.digest ? text : refuse(damagedVersion(name))
  }

  async #versionsIn(id: string, origin: string, file: string): Promise<readonly StoredVersion[]> {
    const folder = path.join(this.#folder, id, origin)
    const found: StoredVersion[] = []
    for (const entry of await namesIn(folder)) {
      const name = parseVersionFileName(entry)
      const at = path.join(folder, entry)
      const facts = name && (await stat(at).catch(() => null))
      if (!name || !facts) continue
      const key = `${id}/${origin}/${entry}`
      const isGood = await this.#isGood(key, `${at} ${facts.size} ${facts.mtimeMs}`)
      found.push({ ...name, key, id, path: file, size: facts.size, isGood })
    }
    return found
  }

  async #isGood(key: string, state: string): Promise<boolean> {
    const known = this.#checked.get(state)
    if (known !== undefined) return known
    const isGood = (await this.read(key)).ok
    this.#checked.set(state, isGood)
    return isGood
  }

  /** Numbers are given once for all files of a production, so that its versions have one order. */
  async #lastOrder(id: string): Promise<number> {
    let last = 0
    for (const origin of await namesIn(path.join(this.#folder, id))) {
      for (const entry of await namesIn(path.join(this.#folder, id, origin)))
        last = Math.max(last, parseVersionFileName(entry)?.order ?? 0)
    }
    return last
  }

  async #thin({ id, path: file, at }: VersionOrder, origin: string): Promise<void> {
    const versions = await this.#versionsIn(id, origin, file)
    const kept = keptVersions(versions, at, this.#bounds)
    for (const { key, order } of versions)
      if (!kept.has(order)) await rm(path.join(this.#folder, key), { force: true })
    await flushFolder(path.join(this.#folder, id, origin))
  }

  /** Once in a while, so that many productions together take no more than their bound either. */
  async #thinOthers(id: string, origin: string): Promise<void> {
    if (this.#hasThinnedOthers) return
    this.#hasThinnedOthers = true
    await thinAllVersions(this.#folder, path.join(id, origin), this.#bounds.mostBytesOfAll)
  }
}

/** The SHA-256 of a text in UTF-8, its first 16 hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)
}

/** The text of a file that was opened, if it is still that text and nothing is wrong with it. */
async function openedText({ path: file, fileStamp }: VersionOrder): Promise<string | null> {
  const text = await readProductionFileText(file)
  if (!text.ok || stampOfText(text.value) !== fileStamp) return null
  const parsed = parseProductionFile(text.value)
  return parsed.ok && parsed.value.warnings.length === 0 ? text.value : null
}

async function writeChecked(file: string, text: string): Promise<Result<null>> {
  await writeAtomically(file, text)
  if ((await readFile(file, 'utf8')) === text) return ok(null)
  await rm(file, { force: true })
  return refuse(
    notKept({
      message: '',
      expected: 'the same text when it is read back',
      found: `other text at ${file}`,
      remedy: 'Check the disk that holds this user’s settings.',
    }),
  )
}

async function noteOrigin(folder: string, file: string): Promise<void> {
  if ((await originOf(folder)) === file) return
  await writeAtomically(path.join(folder, originFile), `${JSON.stringify({ path: file })}\n`)
}

/** The production file whose versions are in a folder; null for a folder that does not say. */
async function originOf(folder: string): Promise<string | null> {
  try {
    const said: unknown = JSON.parse(await readFile(path.join(folder, originFile), 'utf8'))
    const file = (said as { readonly path?: unknown } | null)?.path
    return typeof file === 'string' ? file : null
  } catch {
    return null
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}

/** The production that a damaged file names in its head. */
async function idInRemains(file: string): Promise<string | null> {
  const size = await stat(file).then(
    (facts) => (facts.isFile() ? facts.size : null),
    () => null,
  )
  if (size === null || size > 64 * 1024 * 1024) return null
  const head = (await readFile(file).catch(() => Buffer.alloc(0))).toString('latin1', 0, 4096)
  return /"id":\s*"([A-Za-z0-9_-]{1,64})"/.exec(head)?.[1] ?? null
}

function notKept({ expected, found, remedy }: Problem): Problem {
  return {
    message: 'The production is saved, but no copy of it was kept among its versions.',
    expected,
    found,
    remedy: `${remedy.replace(/Save it (on|under|in).*$/, 'Make room or give permission there.')} The next save tries again.`,
  }
}

function unknownVersion(key: string): Problem {
  return {
    message: 'This version is no longer there.',
    expected: 'a version of the list',
    found: key,
    remedy: 'Open the list of versions again and choose another.',
  }
}

function damagedVersion({ digest }: VersionName): Problem {
  return {
    message: 'This version is damaged.',
    expected: `the content it was written with (${digest})`,
    found: 'other content',
    remedy: 'Choose the version before or after it.',
  }
}
