import type { ReactNode } from 'react'
import type { Option } from '../ui/Choice.tsx'

/** The values of an axis as options, in their order, with the sign and the key that each has. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  more: {
    readonly sign?: (value: Value) => ReactNode
    readonly keys?: (value: Value) => string | undefined
  } = {},
): readonly Option<Value>[] {
  return values.map((id) => ({ id, name: names[id], sign: more.sign?.(id), keys: more.keys?.(id) }))
}
