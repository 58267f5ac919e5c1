import { type ProductionDocument, recordsOf } from '../model/document.ts'
import { type Finding, findingKey } from '../model/finding.ts'
import type { CueId } from '../model/ids.ts'
import { type Ignored, type IgnoredFinding, placeOfIgnored } from '../model/ignored.ts'

/** What a document lets stand, ready to be looked up for one finding after another. */
export class IgnoredPlaces {
  #of: ProductionDocument['ignored'] | null = null
  #byKey: ReadonlyMap<string, Ignored> = new Map()
  #cues: ReadonlySet<CueId | null> = new Set()

  /** Looks at another document; free where it lets the same stand. */
  of(document: ProductionDocument): this {
    if (this.#of === document.ignored) return this
    const records = recordsOf(document, 'ignored')
    this.#of = document.ignored
    this.#byKey = new Map(records.map((ignored) => [findingKey(placeOfIgnored(ignored)), ignored]))
    this.#cues = new Set(records.map(({ cue }) => cue))
    return this
  }

  /** The findings about a cue, or the production's own, that are not ignored; the others go into `taken`. The same list if none is. */
  takeFrom(cue: CueId | null, findings: readonly Finding[], taken: IgnoredFinding[]): readonly Finding[] {
    if (!this.#cues.has(cue)) return findings
    const open = findings.filter((finding) => {
      const ignored = this.#byKey.get(findingKey(finding))
      if (ignored) taken.push({ finding, ignored })
      return !ignored
    })
    return open.length === findings.length ? findings : open
  }
}
