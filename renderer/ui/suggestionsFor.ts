import { folded } from '../../shared/entry/folded.ts'

/** Something that may be meant by what is typed. */
export type Suggestion = {
  readonly id: string
  readonly name: string
  /** Said dim behind the name, to tell namesakes apart. */
  readonly note?: string
}

const most = 12

/** The suggestions that a text may mean, those that begin with it first; all of them for an empty text. */
export function suggestionsFor(text: string, suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const typed = folded(text)
  const named = suggestions.map((suggestion) => ({ suggestion, name: folded(suggestion.name) }))
  const beginning = named.filter(({ name }) => name.startsWith(typed))
  const holding = named.filter(({ name }) => !name.startsWith(typed) && name.includes(typed))
  return [...beginning, ...holding].slice(0, most).map(({ suggestion }) => suggestion)
}
