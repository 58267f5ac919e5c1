import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { type Edit, joinEdits } from '../../shared/edits/edit.ts'
import { doubleShares, type ShareSide, splitEvenly } from '../../shared/edits/shareEdits.ts'
import { scaleToWhole } from '../../shared/edits/shareScaling.ts'
import { packedRecords } from '../../shared/ipc/packedDocument.ts'
import type { WorkId } from '../../shared/model/ids.ts'
import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import { documentOf, hasSelection, hasWork, oneSelected, selectedCues } from './chosen.ts'
import type { Command } from './command.ts'

const group = 'Cue'

function hasOne(session: Session): boolean {
  return oneSelected(session) !== null
}

/** The works of the selected cues, each once. */
function worksOf(session: Session): readonly WorkId[] {
  return [...new Set(selectedCues(session).flatMap(({ work }) => work ?? []))]
}

/** An edit of both sides of every work of the selected cues; a side without holders is left alone. */
function onSides(session: Session, label: string, edit: (work: WorkId, side: ShareSide) => Edit): void {
  const document = documentOf(session)
  const edits = worksOf(session).flatMap((id) =>
    (['writers', 'publishers'] as const).flatMap((side) =>
      (document?.works[id]?.[side].length ?? 0) > 0 ? [edit(id, side)] : [],
    ),
  )
  if (edits.length > 0) session.apply(joinEdits(label, edits))
}

/** Tells the personal catalogue the music of the selected cues. */
async function teach(session: Session): Promise<void> {
  const document = documentOf(session)
  if (!document) return
  const cues = selectedCues(session)
  const works = worksOf(session).flatMap((id) => document.works[id] ?? [])
  const recordings = cues.flatMap(({ recording }) => document.recordings[recording ?? ''] ?? [])
  const parties = works
    .flatMap(({ writers, publishers }) => [...writers, ...publishers])
    .flatMap(({ party }) => document.parties[party] ?? [])
  const learned = await request('catalogue:learn', {
    document: [
      packedRecords('cues', cues),
      packedRecords('works', works),
      packedRecords('recordings', recordings),
      packedRecords('parties', parties),
    ],
  })
  if (!learned.ok) session.tell(learned.problem)
  else
    session.say(
      works.length === 1 ? 'In your catalogue now' : `${works.length} works are in your catalogue now`,
    )
}

const fields = [
  ['cue.writers', 'Type a writer', 'Alt+KeyW', 'add-writers'],
  ['cue.publishers', 'Type a publisher', 'Alt+KeyP', 'add-publishers'],
  ['cue.artist', 'Type the artist', 'Alt+KeyY', 'artist'],
] as const

const vocals = [
  ['instrumental', 'Vocals: instrumental', 'Alt+Digit1'],
  ['vocal', 'Vocals: vocal', 'Alt+Digit2'],
] as const

/** Works, recordings, holders and shares of the selected cues. */
export const musicCommands: readonly Command[] = [
  ...fields.map(
    ([id, label, keys, field]): Command => ({
      ...{ id, label, group, keys: [keys], when: hasOne },
      run: () => focusWhenThere(`[data-field="${field}"] input`),
    }),
  ),
  ...vocals.map(
    ([kind, label, keys]): Command => ({
      ...{ id: `cue.vocals.${kind}`, label, group, keys: [keys], when: hasSelection },
      run: (session) =>
        void session.apply(
          updateCues(
            selectedCues(session).map(({ id }) => id),
            { vocals: kind },
          ),
        ),
    }),
  ),
  {
    ...{
      id: 'cue.splitShares',
      label: 'Split shares evenly',
      group,
      keys: ['Alt+Equal'],
      when: hasSelection,
    },
    run: (session) => onSides(session, 'Split shares evenly', splitEvenly),
  },
  {
    ...{
      id: 'cue.scaleShares',
      label: 'Scale shares to 100%',
      group,
      keys: ['Alt+Shift+Equal'],
      when: hasSelection,
    },
    run: (session) => onSides(session, 'Scale shares to 100%', scaleToWhole),
  },
  {
    ...{
      id: 'cue.doubleShares',
      label: 'Double shares',
      group,
      keys: ['Alt+Shift+Digit2'],
      when: hasSelection,
    },
    run: (session) => {
      const edits = worksOf(session).map(doubleShares)
      if (edits.length > 0) session.apply(joinEdits('Double shares', edits))
    },
  },
  {
    ...{
      id: 'cue.teach',
      label: 'Add the music of these cues to my catalogue',
      group,
      keys: [],
      when: hasSelection,
    },
    run: (session) => void teach(session),
  },
  {
    ...{
      id: 'music.library',
      label: 'Works, recordings and holders…',
      group,
      keys: ['Alt+KeyK'],
      when: hasWork,
    },
    run: ({ moment }) => moment.patch({ dialog: 'library', libraryCard: null }),
  },
  {
    ...{
      id: 'music.pasteTitles',
      label: 'Paste titles onto cues…',
      group,
      keys: ['Alt+Shift+KeyV'],
      when: hasWork,
    },
    run: ({ moment }) => moment.patch({ dialog: 'pasteTitles' }),
  },
  {
    ...{ id: 'production.templates', label: 'Series templates…', group: 'Production', keys: [] },
    run: ({ moment }) => moment.patch({ dialog: 'templates' }),
  },
]
