import { useMemo } from 'react'
import { lengthOf } from '../../shared/entry/timeFields.ts'
import { recordsInFileOrder } from '../../shared/files/recordOrder.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { cueTitle } from '../../shared/sheet/cueUse.ts'
import { formatSignedTimecode } from '../../shared/time/timecode.ts'
import { cueMusic, musicLine } from '../cues/cueMusic.ts'
import { cueEdges, markText } from '../cues/cueTimes.ts'
import { TagChip } from '../ui/TagChip.tsx'
import { diegesisNames, stateNames, typeNames } from '../ui/words.ts'
import { ReadCell, type ReadColumn, ReadOnlyRows } from './ReadOnlyRows.tsx'
import styles from './Versions.module.css'

const columns: readonly ReadColumn[] = [
  { name: 'Number', track: '4rem' },
  { name: 'Title', track: 'minmax(7rem, 6fr)' },
  { name: 'Type', track: '7rem' },
  { name: 'Diegesis', track: '7rem' },
  { name: 'In', track: '6rem' },
  { name: 'Out', track: '6rem' },
  { name: 'Length', track: '6rem' },
  { name: 'Work and artist', track: 'minmax(6rem, 4fr)' },
]

/** The cues of a version, to be read. */
export function VersionCues({ document }: { readonly document: ProductionDocument }) {
  const cues = useMemo(
    () => recordsInFileOrder(document, 'cues').flatMap(({ id }) => document.cues[id] ?? []),
    [document],
  )
  const { rate } = document.production
  if (cues.length === 0) return <p className={styles.sum}>The version has no cues.</p>
  return (
    <ReadOnlyRows
      label="Cues of the version"
      columns={columns}
      count={cues.length}
      row={(index) => {
        const cue = cues[index]
        if (!cue) return null
        const title = cueTitle(cue, cueMusic(document, cue).work)
        const { start, end } = cueEdges(cue)
        const length = lengthOf(cue)
        const cells = (
          <>
            <ReadCell>{cue.number}</ReadCell>
            <ReadCell>
              <span className={styles.text}>{title || <em>Untitled</em>}</span>
              {cue.state === 'active' ? null : <span className={styles.state}>{stateNames[cue.state]}</span>}
            </ReadCell>
            <ReadCell>
              <TagChip type={cue.type} /> {typeNames[cue.type]}
            </ReadCell>
            <ReadCell>{diegesisNames[cue.diegesis]}</ReadCell>
            <ReadTimes times={[markText(start, rate), markText(end, rate)]} />
            <ReadTimes times={[length === null ? '' : formatSignedTimecode(length, rate)]} />
            <ReadCell>
              <span className={styles.text}>{musicLine(document, cue, title)}</span>
            </ReadCell>
          </>
        )
        return { key: cue.id, cells }
      }}
    />
  )
}

function ReadTimes({ times }: { readonly times: readonly string[] }) {
  return times.map((time, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a time is named by its column alone
    <ReadCell key={place}>
      <span className={styles.timecode}>{time}</span>
    </ReadCell>
  ))
}
