import { duplicateCues } from '../../shared/edits/cueCopyEdits.ts'
import { type CueSide, closeGaps } from '../../shared/edits/cueGapEdits.ts'
import { joinCues } from '../../shared/edits/cueJoinEdits.ts'
import { rollBorder, touchingCue } from '../../shared/edits/rollBorder.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { makeId, type Session } from '../store/session.ts'
import { atShownFrame } from './atPlayhead.ts'
import { cuesOf, documentOf, hasSelection, hasWork, oneSelected } from './chosen.ts'
import type { Command } from './command.ts'
import { cueExtent } from './cuePlaces.ts'
import { trimToSound } from './trimToSound.ts'

function join(session: Session): void {
  const { selection } = session.moment.value
  const count = selection.length
  if (!session.apply(joinCues(selection))) return
  const kept = oneSelected(session)
  if (kept) session.say(`${count} cues joined${kept.number === '' ? '' : ` into ${kept.number}`}.`)
}

function duplicate(session: Session): void {
  const { selection } = session.moment.value
  atShownFrame(session, 'The cues are not duplicated', (place) => {
    const before = new Set(cuesOf(session).map(({ id }) => id))
    if (!session.apply(duplicateCues(selection, place, makeId))) return
    const copies = cuesOf(session).filter(({ id }) => !before.has(id))
    session.select(copies.map(({ id }) => id))
  })
}

type Border = { readonly left: CueId; readonly right: CueId }

/** The border to roll: between two selected cues, or that of the active edge; of both edges the one nearer to the playhead. */
function borderToRoll(session: Session): Border | null {
  const document = documentOf(session)
  const { selection, edge } = session.moment.value
  const [first, second, ...others] = selection
  if (!document || first === undefined || others.length > 0) return null
  const [left, right] = [touchingCue(document, first, 'before'), touchingCue(document, first, 'after')]
  const before = left && { left, right: first }
  const after = right && { left: first, right }
  if (second !== undefined) {
    if (touchingCue(document, second, 'after') === first) return { left: second, right: first }
    return touchingCue(document, second, 'before') === first ? { left: first, right: second } : null
  }
  if (edge === 'in') return before
  if (edge === 'out') return after
  const cue = document.cues[first]
  if (!cue || !before || !after) return before ?? after
  const { start, end } = cueExtent(session.timeline.axis.value, cue)
  const at = session.timeline.playhead
  return Math.abs((start ?? 0) - at) < Math.abs((end ?? 0) - at) ? before : after
}

function roll(by: number): Command['run'] {
  return (session) => {
    const border = borderToRoll(session)
    if (!border) {
      session.say('No border to roll: select two cues that touch, or one whose edge touches another.')
      return
    }
    const { left, right } = border
    session.apply(rollBorder(left, right, by), `roll ${left} ${right}`)
  }
}

function closeGap(side: CueSide): Command['run'] {
  return (session) => {
    session.apply(closeGaps(session.moment.value.selection, side))
  }
}

const group = 'Cue'

/** Changing where cues lie and how many they are. */
export const cueEditCommands: readonly Command[] = [
  {
    id: 'cue.join',
    label: 'Join the selected cues',
    group,
    keys: ['$mod+j'],
    when: ({ moment }) => moment.value.selection.length > 1,
    run: join,
  },
  {
    id: 'cue.duplicate',
    label: 'Duplicate to the playhead',
    group,
    keys: ['$mod+d'],
    when: hasSelection,
    run: duplicate,
  },
  ...[
    { label: 'one frame earlier', keys: 'Alt+Comma', by: -1 },
    { label: 'one frame later', keys: 'Alt+Period', by: 1 },
    { label: 'ten frames earlier', keys: 'Alt+Shift+Comma', by: -10 },
    { label: 'ten frames later', keys: 'Alt+Shift+Period', by: 10 },
  ].map(
    ({ label, keys, by }): Command => ({
      id: `cue.roll${by}`,
      label: `Roll the border between two cues ${label}`,
      group,
      keys: [keys],
      repeats: true,
      when: hasSelection,
      run: roll(by),
    }),
  ),
  {
    id: 'cue.closeGapBefore',
    label: 'Close the gap before the cue',
    group,
    keys: ['$mod+BracketLeft'],
    when: hasSelection,
    run: closeGap('before'),
  },
  {
    id: 'cue.closeGapAfter',
    label: 'Close the gap after the cue',
    group,
    keys: ['$mod+BracketRight'],
    when: hasSelection,
    run: closeGap('after'),
  },
  {
    id: 'cue.trimToSilence',
    label: 'Trim the cue to silence',
    group,
    keys: ['Alt+KeyT'],
    when: hasSelection,
    run: trimToSound,
  },
  {
    id: 'cue.push',
    label: 'Push everything from here on…',
    group,
    keys: ['$mod+p'],
    when: hasWork,
    run: ({ moment, playhead }) => {
      playhead.play(0)
      moment.patch({ dialog: 'push' })
    },
  },
]
