import type { DescribedVersion, ListedVersion, VersionList } from '../../shared/ipc/versions.ts'
import { ok, type Problem, type Result } from '../../shared/result.ts'
import type { StoredVersion } from '../production/versionFolder.ts'
import type { KeptFile } from '../productions.ts'
import { fileState } from './fileState.ts'
import type { VersionsThread } from './versionsThread.ts'
import type { LookedInto } from './versionTasks.ts'

/** Milliseconds that the app, when it ends, waits for a version that is being kept. */
export const longestKeep = 3000

/** The versions of productions, for the window. */
export class Versions {
  readonly #thread: VersionsThread
  readonly #kept: (id: string, problem: Problem | null) => void

  /** `kept` hears of every version that was to be kept, and what stood in its way. */
  constructor(thread: VersionsThread, kept: (id: string, problem: Problem | null) => void) {
    this.#thread = thread
    this.#kept = kept
  }

  /** Keeps a version of a file that was just saved or opened; nobody waits for it. */
  keep(file: KeptFile): void {
    const now = new Date()
    const order = { ...file, at: now.getTime(), offset: -now.getTimezoneOffset() }
    void this.#thread.run('keep', order).then((kept) => this.#kept(file.id, kept.ok ? null : kept.problem))
  }

  /** The versions of an open production, or of a production file that may be damaged or gone; the newest first. */
  async list(of: { readonly id: string } | { readonly path: string }): Promise<Result<VersionList>> {
    const found =
      'id' in of ? await this.#thread.run('ofProduction', of.id) : await this.#thread.run('ofFile', of.path)
    if (!found.ok) return found
    return ok({
      versions: found.value.map((version, index) => listed(version, found.value.slice(index + 1))),
      bytes: found.value.reduce((sum, { size }) => sum + size, 0),
      file: 'id' in of ? 'whole' : await fileState(of.path),
    })
  }

  /** What changed in versions against the one that each is given with. */
  async describe(
    pairs: readonly { readonly key: string; readonly before: string }[],
  ): Promise<Result<readonly DescribedVersion[]>> {
    const described: DescribedVersion[] = []
    for (const { key, before } of pairs) {
      const counts = await this.#thread.run('compare', { before, after: key })
      described.push({ key, counts: counts.ok ? counts.value : null })
    }
    return ok(described)
  }

  /** The text of a version that is not damaged. */
  text(key: string): Promise<Result<string>> {
    return this.#thread.run('read', key)
  }

  /** The content of a version that is not damaged. */
  look(key: string): Promise<Result<LookedInto>> {
    return this.#thread.run('look', key)
  }

  /** Resolves when nothing is being kept any more, or the app has waited long enough. */
  async settled(): Promise<void> {
    const deadline = Date.now() + longestKeep
    while (!this.#thread.isIdle && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10))
  }

  /** Whether nothing is being kept. */
  get isIdle(): boolean {
    return this.#thread.isIdle
  }
}

function listed(
  { key, at, kind, path, size, isGood }: StoredVersion,
  older: readonly StoredVersion[],
): ListedVersion {
  const before = older.find((version) => version.isGood)?.key ?? null
  return { key, at: new Date(at).toISOString(), kind, path, size, isGood, before }
}
