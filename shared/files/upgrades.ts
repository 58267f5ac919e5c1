/**
 * A document as an older file holds it: the header under `production`, and each table as records by id. Nothing else
 * is known of its shape.
 */
export type RawDocument = Readonly<Record<string, unknown>>

/** Makes a document of the next version out of one of this version. */
export type Upgrade = (document: RawDocument) => RawDocument

/** THE LIST: the step at index 0 leads from version 1 to version 2, and so on. A step that was released never changes. */
export const upgrades: readonly Upgrade[] = []

/** The version that the last step leads to. */
export function versionAfter(steps: readonly Upgrade[]): number {
  return steps.length + 1
}

/** A document of one version as one of a later version. */
export function upgrade(
  document: RawDocument,
  from: number,
  to: number,
  steps: readonly Upgrade[] = upgrades,
): RawDocument {
  return steps.slice(from - 1, to - 1).reduce((current, step) => step(current), document)
}
