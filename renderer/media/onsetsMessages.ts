/** Base columns of which the onsets are wanted. */
export type OnsetsOrder = {
  readonly id: number
  readonly max: Int8Array
  readonly min: Int8Array
  /** Whether the sound begins with the first of them. */
  readonly isStart: boolean
}

/** The columns, counted from the order's first, in which sound sets in. */
export type OnsetsMessage = { readonly id: number; readonly onsets: readonly number[] }
