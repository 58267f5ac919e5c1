import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { partyName, type Recording, type Work } from '../../shared/model/work.ts'

/** The work and the recording of a cue. */
export type CueMusic = { readonly work: Work | null; readonly recording: Recording | null }

/** Looks up a cue's music. */
export function cueMusic(document: ProductionDocument, cue: Cue): CueMusic {
  return {
    work: cue.work === null ? null : (document.works[cue.work] ?? null),
    recording: cue.recording === null ? null : (document.recordings[cue.recording] ?? null),
  }
}

/** The names of a work's writers, in their order. */
export function writerNames(
  document: Pick<ProductionDocument, 'parties'>,
  work: Work | null,
): readonly string[] {
  return (work?.writers ?? []).flatMap(({ party }) => {
    const known = document.parties[party]
    return known ? [partyName(known)] : []
  })
}

/** What there is to say about a cue's music besides its title: the work if it is called otherwise, and by whom it is. */
export function musicLine(document: ProductionDocument, cue: Cue, shownTitle: string): string {
  const { work, recording } = cueMusic(document, cue)
  const title = work && work.title !== shownTitle ? work.title : ''
  const by = recording?.artist || writerNames(document, work).join(', ')
  return [title, by].filter(Boolean).join(' · ')
}
