/** What a block on the timeline has room for. */
export type BlockParts = {
  /** Edges to take hold of; a narrower block offers its body only. */
  readonly hasEdges: boolean
  /** The pattern of its diegesis; in a narrower one it would not be seen. */
  readonly hasPattern: boolean
  readonly hasCode: boolean
  /** The signs of its licences and of what is wrong. */
  readonly hasSigns: boolean
  readonly hasTitle: boolean
}

/** Block, code, signs, title and number. */
export const mostBlockElements = 5

/** What fits into a block of a width in CSS px, with text so many times its usual size; in lanes too low for text there is none. */
export function blockParts(width: number, isLow = false, textScale = 1): BlockParts {
  return {
    hasEdges: width >= 12,
    hasPattern: width >= 12,
    hasCode: width >= 26 * textScale && !isLow,
    hasSigns: width >= 62 * textScale && !isLow,
    hasTitle: width >= 84 * textScale && !isLow,
  }
}

/** Elements that a block of a width takes. */
export function blockElements(width: number): number {
  const { hasCode, hasSigns, hasTitle } = blockParts(width)
  return 1 + Number(hasCode) + Number(hasSigns) + (hasTitle ? 2 : 0)
}
