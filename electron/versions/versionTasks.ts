import { countDifference, type DifferenceCounts, differenceBetween } from '../../shared/edits/difference.ts'
import { productionFileVersion } from '../../shared/files/productionFile.ts'
import { readProductionText } from '../../shared/files/productionText.ts'
import { upgrade, upgrades } from '../../shared/files/upgrades.ts'
import { type PackedDocument, packDocument } from '../../shared/ipc/packedDocument.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { StoredVersion, VersionFolder, VersionOrder } from '../production/versionFolder.ts'

/** What the thread of the versions is asked. */
export type VersionTasks = {
  readonly keep: { readonly input: VersionOrder; readonly output: null }
  readonly ofProduction: { readonly input: string; readonly output: readonly StoredVersion[] }
  readonly ofFile: { readonly input: string; readonly output: readonly StoredVersion[] }
  readonly read: { readonly input: string; readonly output: string }
  readonly look: { readonly input: string; readonly output: LookedInto }
  readonly compare: { readonly input: VersionPair; readonly output: DifferenceCounts }
}

/** The document of a version: its header and reels, and all else packed on its way to the window. */
export type LookedInto = Pick<ProductionDocument, 'production' | 'reels'> & {
  readonly others: PackedDocument
}

/** The keys of an earlier and a later version. */
export type VersionPair = { readonly before: string; readonly after: string }
/** Names of the tasks. */
export type VersionTaskName = keyof VersionTasks

const documentsKept = 4

/** Carries out the tasks, one after the other. */
export class VersionDesk {
  readonly #folder: VersionFolder
  /** Documents read last: neighbours in the list are compared one after the other. */
  readonly #documents = new Map<string, ProductionDocument>()
  readonly #compared = new Map<string, DifferenceCounts>()

  constructor(folder: VersionFolder) {
    this.#folder = folder
  }

  /** Carries out one task. */
  async run(name: VersionTaskName, input: unknown): Promise<Result<unknown>> {
    switch (name) {
      case 'keep':
        return this.#folder.keep(input as VersionOrder)
      case 'ofProduction':
        return ok(await this.#folder.ofProduction(input as string))
      case 'ofFile':
        return ok(await this.#folder.ofFile(input as string))
      case 'read':
        return this.#folder.read(input as string)
      case 'look':
        return this.#look(input as string)
      case 'compare':
        return this.#compare(input as VersionPair)
    }
  }

  async #look(key: string): Promise<Result<LookedInto>> {
    const document = await this.#document(key)
    if (!document.ok) return document
    const { production, reels } = document.value
    return ok({ production, reels, others: packDocument({ ...document.value, reels: {} }) })
  }

  async #compare({ before, after }: VersionPair): Promise<Result<DifferenceCounts>> {
    const pair = `${before} ${after}`
    const known = this.#compared.get(pair)
    if (known) return ok(known)
    const earlier = await this.#document(before)
    if (!earlier.ok) return earlier
    const later = await this.#document(after)
    if (!later.ok) return later
    const counts = countDifference(differenceBetween(earlier.value, later.value))
    this.#compared.set(pair, counts)
    return ok(counts)
  }

  async #document(key: string): Promise<Result<ProductionDocument>> {
    const known = this.#documents.get(key)
    if (known) return ok(known)
    const text = await this.#folder.read(key)
    if (!text.ok) return text
    // A version's digest says that it is what was once checked and saved.
    const raw = readProductionText(text.value, productionFileVersion)
    if (!raw.ok) return raw
    const { document: written, version } = raw.value
    const document = upgrade(written, version, productionFileVersion, upgrades) as ProductionDocument
    this.#documents.set(key, document)
    for (const oldest of [...this.#documents.keys()].slice(0, -documentsKept)) this.#documents.delete(oldest)
    return ok(document)
  }
}
