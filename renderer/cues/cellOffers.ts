import type { CueField } from '../../shared/entry/cueField.ts'
import { exactWord } from '../../shared/entry/vocabulary.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { partyName } from '../../shared/model/work.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import { writerNames } from './cueMusic.ts'

/** What is offered while a cell is typed into. */
export type CellOffers = {
  readonly all: readonly Suggestion[]
  /** Whether the cell can be nothing else, so that the first that fits is taken. */
  readonly isClosed: boolean
  /** The choice that a text names by its name or by what others call it; undefined for the beginning of one. */
  readonly meant?: (text: string) => string | undefined
}

const nothing: CellOffers = { all: [], isClosed: false }

/** The choices of a field, or the works, artists and holders that the production has. */
export function cellOffers(field: CueField, document: ProductionDocument): CellOffers {
  if (field.words) {
    const { words } = field
    const all = words.map(({ value, name, aliases }) => {
      const [alias] = aliases
      return { id: value, name, ...(alias ? { note: alias } : {}) }
    })
    return { all, isClosed: field.id !== 'use', meant: (text) => exactWord(text, words)?.value }
  }
  if (field.id === 'work' || field.id === 'music') {
    const all = Object.values(document.works)
      .filter(({ title }) => title !== '')
      .map((work) => ({ id: work.id, name: work.title, note: writerNames(document, work).join(', ') }))
    return { all, isClosed: false }
  }
  if (field.id === 'writers' || field.id === 'publishers')
    return named(Object.values(document.parties).map(partyName))
  if (field.id === 'artist' || field.id === 'label' || field.id === 'library' || field.id === 'album') {
    const { id } = field
    return named(Object.values(document.recordings).map((recording) => recording[id]))
  }
  return field.id === 'scene' ? named(Object.values(document.cues).map(({ scene }) => scene)) : nothing
}

function named(names: readonly string[]): CellOffers {
  const all = [...new Set(names)].filter((name) => name !== '').map((name) => ({ id: name, name }))
  return { all, isClosed: false }
}
