import { updateProduction } from '../../shared/edits/productionEdits.ts'
import { type Numbering, numberHeads } from '../../shared/model/production.ts'
import { Choice } from '../ui/Choice.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import type { Header } from './HeaderField.tsx'

const headNames: Readonly<Record<Numbering['head'], string>> = {
  automatic: 'as the category asks',
  reel: 'the reel: 1m01',
  episode: 'season and episode: 205m01',
  none: 'nothing: m01',
}

const digits = [1, 2, 3, 4].map((count) => ({ id: String(count), name: '0'.repeat(count - 1).concat('1') }))

/** How new cues are numbered; numbers that cues have stay as they are. */
export function NumberingFields({ header }: { readonly header: Header }) {
  const { numbering } = header.production
  const change = (patch: Partial<Numbering>) =>
    header.documents.apply(
      updateProduction({ numbering: { ...numbering, ...patch } }),
      'production numbering',
    )
  return (
    <>
      <FieldText
        name="numberPrefix"
        label="Prefix"
        placeholder="in front of each number"
        value={numbering.prefix}
        commit={(prefix) => change({ prefix: prefix.trim() })}
      />
      <Choice
        name="numberHead"
        label="Before the m"
        value={numbering.head}
        options={numberHeads.map((head) => ({ id: head, name: headNames[head] }))}
        onChange={(head) => void change({ head })}
      />
      <Choice
        name="numberDigits"
        label="First number"
        value={String(numbering.digits)}
        options={digits}
        onChange={(count) => void change({ digits: Number(count) })}
      />
      <FieldCheck
        name="restartsPerReel"
        label="Begin at 1 on each reel"
        value={numbering.restartsPerReel}
        onChange={(restartsPerReel) => void change({ restartsPerReel })}
      />
    </>
  )
}
