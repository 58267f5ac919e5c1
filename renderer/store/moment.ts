import type { CatalogueConflict } from '../../shared/catalogue/takeEntry.ts'
import type { Place } from '../../shared/edits/cueSpans.ts'
import type { MergedTable } from '../../shared/edits/mergeEdits.ts'
import type { PasteLayout } from '../../shared/entry/pasteCells.ts'
import type { Room } from '../../shared/ipc/keptView.ts'
import type { Need } from '../../shared/licensing/need.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId, LicenceId } from '../../shared/model/ids.ts'
import type { Problem } from '../../shared/result.ts'
import type { BarFilter } from '../numbers/barFilter.ts'
import { type Arrangement, firstArrangement } from '../review/listing.ts'
import type { Store } from './store.ts'

/** What the table of licences brings together. */
export type RightsGrouping = 'holder' | 'song' | 'cue'

/** A licence by its id, or a needed paper by the key of its card. */
export type PickedNegotiation = { readonly licence: LicenceId } | { readonly needed: string }

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
    | 'library'
    | 'pasteTitles'
    | 'templates'
    | 'ignore'
    | 'fixAll'
    | 'paste'
    | 'bulkEdit'
    | 'budget'
    | 'whatIf'
    | 'letter'
    | 'overrule'
  /** The production file whose versions are shown, and why it could not be opened; null for the open production. */
  readonly versionsOf: { readonly path: string; readonly problem: Problem | null } | null
  /** What was typed before the timecode dialog was there to take it. */
  readonly typed: string
  /** The place that the window shows. */
  readonly room: Room
  readonly panel: 'cues' | 'review' | 'numbers' | 'history' | 'bin'
  /** How the licences are laid out, and what the table brings together. */
  readonly rightsView: 'board' | RightsGrouping
  /** The licence, or the needed paper that is not there yet, that the editor of the room shows. */
  readonly negotiation: PickedNegotiation | null
  /** The entry of the catalogue that the next question about other music begins with. */
  readonly alternative: string | null
  /** The paper of a cue that somebody is about to decide about. */
  readonly overruled: { readonly cue: CueId; readonly need: Need } | null
  /** The file beside the production whose version is compared; null for the production's own file. */
  readonly otherCopy: string | null
  /** Words that the cues in the table must hold. */
  readonly filter: string
  /** Bars of the numbers: the cues in the table are counted in all of them. */
  readonly bars: readonly BarFilter[]
  /** How the list of findings is put in order, and which of them it holds. */
  readonly arrangement: Arrangement
  /** Whether the list shows the ignored findings instead. */
  readonly showsIgnored: boolean
  /** The finding that the editor is at. */
  readonly finding: Finding | null
  /** The field that takes the keyboard as soon as the inspector shows its cue. */
  readonly fieldWanted: { readonly cue: CueId; readonly field: string } | null
  /** What was pasted over the table and does not wholly fit. */
  readonly pasted: PasteLayout | null
  /** Whether the picture tells how fast it follows. */
  readonly showsTiming: boolean
  /** Where in the window the menu of the selected cues is open, in CSS px. */
  readonly cueMenu: { readonly x: number; readonly y: number } | null
  /** Whether the mix is shown. */
  readonly isMixOpen: boolean
  /** Where the catalogue contradicts what was just taken from it. */
  readonly catalogueConflicts: readonly CatalogueConflict[]
  /** The record whose card the library opens with. */
  readonly libraryCard: { readonly table: MergedTable; readonly id: string } | null
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
  rightsView: 'board',
  negotiation: null,
  alternative: null,
  overruled: null,
  otherCopy: null,
  room: 'spot',
  panel: 'cues',
  filter: '',
  bars: [],
  arrangement: firstArrangement,
  showsIgnored: false,
  finding: null,
  fieldWanted: null,
  pasted: null,
  showsTiming: false,
  cueMenu: null,
  isMixOpen: false,
  catalogueConflicts: [],
  libraryCard: null,
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
