import { chooseRecording } from '../../shared/edits/cueMusicEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { RecordingId } from '../../shared/model/ids.ts'
import type { Recording } from '../../shared/model/work.ts'
import { useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'

type RecordingChoiceProps = { readonly cue: Cue; readonly document: ProductionDocument }

/** Which recording of the work is heard, where there is a choice. */
export function RecordingChoice({ cue, document }: RecordingChoiceProps) {
  const session = useSession()
  const known = recordsOf(document, 'recordings').filter(({ work }) => work !== null && work === cue.work)
  const isChosen = known.some(({ id }) => id === cue.recording)
  if (known.length === 0 || (known.length === 1 && isChosen)) return null
  return (
    <Choice
      name="recording"
      label="Recording"
      options={[
        { id: 'none', name: 'Not known' },
        ...known.map((recording) => ({ id: recording.id, name: nameOf(recording) })),
      ]}
      value={cue.recording ?? 'none'}
      onChange={(id) =>
        void session.apply(chooseRecording([cue.id], id === 'none' ? null : (id as RecordingId)))
      }
    />
  )
}

function nameOf({ artist, label, album }: Recording): string {
  return [artist, album, label].filter(Boolean).join(' · ') || 'Recording without an artist'
}
