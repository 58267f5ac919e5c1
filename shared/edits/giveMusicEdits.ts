import type { Cue } from '../model/cue.ts'
import { withType } from '../model/cuePresets.ts'
import type { CueId, RecordingId, WorkId } from '../model/ids.ts'
import { ok } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { findRecord, mapRecords } from './putRecord.ts'

/** How music was used before: what is likely to hold for its next use as well. */
export type EarlierUse = Pick<Cue, 'type' | 'origin' | 'vocals' | 'themeRole'>

/**
 * Gives cues a work with its recording, and what an earlier use says of it where the cues say nothing yet. Whether the characters hear
 * it is never taken from there. The cues go by the title of the work.
 */
export function giveMusic(
  ids: readonly CueId[],
  music: { readonly work: WorkId; readonly recording: RecordingId | null },
  earlier: EarlierUse | null,
): Edit {
  return {
    label: countedLabel('Choose music of', 'cue', ids.length),
    run: (document) => {
      const work = findRecord(document, 'works', music.work)
      const recording =
        music.recording === null ? ok(null) : findRecord(document, 'recordings', music.recording)
      if (!work.ok) return work
      if (!recording.ok) return recording
      return mapRecords(document, 'cues', ids, (cue) =>
        ok({
          ...(earlier ? likeEarlier(cue, earlier) : cue),
          title: '',
          work: music.work,
          recording: music.recording,
        }),
      )
    },
  }
}

/** A cue with what it leaves open filled in from an earlier use of the same music. */
export function likeEarlier(cue: Cue, earlier: EarlierUse): Cue {
  const isOpen = cue.type === 'other' && cue.origin === 'unknown'
  const typed = isOpen ? withoutDiegesis(withType(cue, earlier.type), cue) : cue
  return {
    ...typed,
    origin: typed.origin === 'unknown' || isOpen ? earlier.origin : typed.origin,
    themeRole: isOpen && cue.themeRole === 'none' ? earlier.themeRole : typed.themeRole,
    vocals: cue.vocals === 'unknown' ? earlier.vocals : cue.vocals,
  }
}

/** The presets of a type but what they say of the scene, where that was decided already. */
function withoutDiegesis(typed: Cue, cue: Cue): Cue {
  const { diegesis, sourceVisibility } = cue
  return diegesis === 'unknown' ? typed : { ...typed, diegesis, sourceVisibility }
}
