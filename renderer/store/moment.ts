import type { Place } from '../../shared/edits/cueSpans.ts'
import type { PasteLayout } from '../../shared/entry/pasteCells.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Problem } from '../../shared/result.ts'
import type { Store } from './store.ts'

/** Which edge of the selected cue the keys move. */
export type ActiveEdge = 'in' | 'out' | 'both'

/** A mark that waits for the picture to prove that it is the frame named. */
export type ProvisionalMark = {
  readonly kind: 'in' | 'out'
  readonly place: Place
  readonly state: 'verifying' | 'unverified'
}

/** Something that just happened, in words. */
export type Notice = {
  readonly key: number
  readonly tone: 'info' | 'done' | 'problem'
  readonly text: string
  readonly problem?: Problem
}

/** What is neither saved nor undone: selection, provisional mark, open dialogs, notices. */
export type Moment = {
  readonly selection: readonly CueId[]
  readonly edge: ActiveEdge
  /** The cue whose title takes the keyboard as soon as the inspector shows it. */
  readonly titleWanted: CueId | null
  readonly provisional: ProvisionalMark | null
  readonly dialog:
    | 'none'
    | 'palette'
    | 'shortcuts'
    | 'export'
    | 'timecode'
    | 'settings'
    | 'production'
    | 'film'
    | 'note'
    | 'segment'
    | 'push'
    | 'media'
    | 'versions'
    | 'otherVersion'
    | 'takeOver'
    | 'paste'
    | 'bulkEdit'
  /** The production file whose versions are shown, and why it could not be opened; null for the open production. */
  readonly versionsOf: { readonly path: string; readonly problem: Problem | null } | null
  /** What was typed before the timecode dialog was there to take it. */
  readonly typed: string
  readonly panel: 'cues' | 'review' | 'history' | 'bin'
  /** The file beside the production whose version is compared; null for the production's own file. */
  readonly otherCopy: string | null
  /** Words that the cues in the table must hold. */
  readonly filter: string
  /** What was pasted over the table and does not wholly fit. */
  readonly pasted: PasteLayout | null
  /** Whether the picture tells how fast it follows. */
  readonly showsTiming: boolean
  /** Where in the window the menu of the selected cues is open, in CSS px. */
  readonly cueMenu: { readonly x: number; readonly y: number } | null
  /** Whether the mix is shown. */
  readonly isMixOpen: boolean
  readonly notices: readonly Notice[]
  /** Said once by a screen reader. */
  readonly announcement: string
}

/** The moment before anything happened. */
export const firstMoment: Moment = {
  selection: [],
  edge: 'both',
  titleWanted: null,
  provisional: null,
  dialog: 'none',
  versionsOf: null,
  typed: '',
  otherCopy: null,
  panel: 'cues',
  filter: '',
  pasted: null,
  showsTiming: false,
  cueMenu: null,
  isMixOpen: false,
  notices: [],
  announcement: '',
}

let lastKey = 0

/** Shows a notice in place of one that says the same; information goes away by itself, a Problem stays until it is closed. */
export function notify(moment: Store<Moment>, notice: Omit<Notice, 'key'>): void {
  lastKey += 1
  const entry = { ...notice, key: lastKey }
  const others = moment.value.notices.filter(({ text }) => text !== notice.text)
  moment.patch({ notices: [...others.slice(-3), entry], announcement: notice.text })
  if (notice.tone !== 'problem') setTimeout(() => dismiss(moment, entry.key), 6000)
}

/** Closes a notice. */
export function dismiss(moment: Store<Moment>, key: number): void {
  moment.patch({ notices: moment.value.notices.filter((notice) => notice.key !== key) })
}
