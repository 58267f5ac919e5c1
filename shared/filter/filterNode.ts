/** How a value is compared. */
export type Operator = ':' | '=' | '!=' | '~' | '<' | '<=' | '>' | '>='

/** What a filter asks of a cue, as a tree. */
export type FilterNode =
  | { readonly kind: 'all' }
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'term'
      readonly field: string
      readonly operator: Operator
      /** Any of them will do. */
      readonly values: readonly string[]
    }
  | { readonly kind: 'not'; readonly node: FilterNode }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly FilterNode[] }

/** What is wrong with a filter: where, as places in the text, and what would be right. */
export type FilterFault = {
  readonly from: number
  readonly to: number
  readonly message: string
  /** Puts the fault right when it stands in place of what is from `from` to `to`. */
  readonly instead?: string
}

/** A filter that was read, or what is wrong with it. */
export type FilterReading =
  | { readonly ok: true; readonly node: FilterNode }
  | { readonly ok: false; readonly fault: FilterFault }
