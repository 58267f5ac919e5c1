import { folded } from '../../shared/model/folded.ts'

/** Something that may be meant by what is typed. */
export type Suggestion = {
  readonly id: string
  readonly name: string
  /** Said dim behind the name, to tell namesakes apart. */
  readonly note?: string
  /** Where it comes from, if not from the production. */
  readonly from?: string
}

/** What may be meant, or what makes it when it is asked for. */
export type Suggestions = readonly Suggestion[] | (() => readonly Suggestion[])

const most = 12

type Named = { readonly suggestion: Suggestion; readonly name: string }

const named = new WeakMap<readonly Suggestion[], readonly Named[]>()

/** The suggestions that a text may mean, those that begin with it first; all of them for an empty text. */
export function suggestionsFor(text: string, suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const typed = folded(text)
  const all =
    named.get(suggestions) ?? suggestions.map((suggestion) => ({ suggestion, name: folded(suggestion.name) }))
  named.set(suggestions, all)
  const beginning = all.filter(({ name }) => name.startsWith(typed))
  const holding = all.filter(({ name }) => !name.startsWith(typed) && name.includes(typed))
  return [...beginning, ...holding].slice(0, most).map(({ suggestion }) => suggestion)
}
