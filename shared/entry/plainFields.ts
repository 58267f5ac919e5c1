import { setCueDiegesis, updateCues } from '../edits/cueFieldEdits.ts'
import { putRecord } from '../edits/putRecord.ts'
import type { Cue } from '../model/cue.ts'
import { withType } from '../model/cuePresets.ts'
import { usUsage } from '../sheet/usage.ts'
import type { CueField } from './cueField.ts'
import { readUsage, usageWords } from './readUsage.ts'
import { type Axis, axisWords, nameOfWord, readWord } from './vocabulary.ts'

type TextName = 'number' | 'title' | 'scene' | 'description' | 'notes'

function text(id: TextName, name: string, heads: readonly string[] = []): CueField {
  return {
    id,
    name,
    noun: name.toLowerCase(),
    heads,
    read: (_, cue) => cue[id],
    write: (document, cue, typed) => updateCues([cue.id], { [id]: typed.trim() }).run(document),
    empty: '',
  }
}

type AxisField = {
  readonly name: string
  readonly noun?: string
  readonly heads?: readonly string[]
  readonly empty: string | null
}

function axis(id: Axis, { name, noun = name.toLowerCase(), heads = [], empty }: AxisField): CueField {
  const words = axisWords[id]
  return {
    id,
    name,
    noun,
    heads,
    words,
    read: (_, cue) => nameOfWord<string>(cue[id], words),
    write: (document, cue, typed) => {
      const read = readWord<string>(typed, words, noun)
      return read.ok ? chosen(id, read.value).run(document, cue) : read
    },
    empty,
  }
}

function chosen(id: Axis, value: string) {
  return {
    run: (document: Parameters<CueField['write']>[0], cue: Cue) => {
      if (id === 'type') return putRecord(document, 'cues', withType(cue, value as Cue['type']))
      if (id === 'diegesis') return setCueDiegesis([cue.id], value as Cue['diegesis']).run(document)
      return updateCues([cue.id], { [id]: value }).run(document)
    },
  }
}

const usage: CueField = {
  id: 'use',
  name: 'Usage',
  noun: 'usage',
  heads: ['use', 'us usage', 'usage code', 'usage us'],
  words: usageWords,
  read: (document, cue) => usUsage(cue, document.production.visualRule).code ?? '',
  write: (document, cue, typed) => {
    const read = readUsage(typed, cue)
    return read.ok ? updateCues([cue.id], read.value).run(document) : read
  },
  empty: null,
}

/** What a cue says by itself, in the order in which it is entered: a type first, for it fills in what comes after. */
export const plainFields: readonly CueField[] = [
  text('number', 'Number', ['#', 'no', 'cue', 'cue no', 'cue number']),
  text('title', 'Title', ['cue title', 'music title']),
  axis('type', { name: 'Type', heads: ['cue type', 'kind'], empty: null }),
  usage,
  axis('diegesis', { name: 'Diegesis', heads: ['dieg'], empty: 'Not decided' }),
  axis('sourceVisibility', {
    name: 'Source seen',
    noun: 'what is seen of the source',
    heads: ['source', 'visibility'],
    empty: 'No source',
  }),
  axis('vocals', { name: 'Vocals', heads: ['vocal', 'vocal instrumental'], empty: 'Not decided' }),
  axis('origin', { name: 'Origin', heads: ['music origin'], empty: 'Not known' }),
  axis('themeRole', { name: 'Theme role', heads: ['theme', 'role'], empty: 'None' }),
  axis('prominence', { name: 'Prominence', empty: 'Background' }),
  axis('state', { name: 'State', heads: ['status'], empty: null }),
  text('scene', 'Scene'),
  text('description', 'Description', ['desc']),
  text('notes', 'Notes', ['note', 'comment', 'comments']),
]
