import type { Place } from '../../shared/edits/cueSpans.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { typedPlace } from '../player/typedPlace.ts'
import { projectionOf } from '../review/findings.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { commands, runCommand } from './commands.ts'
import { cueExtent } from './cuePlaces.ts'
import { fuzzyMatch } from './fuzzyMatch.ts'

/** One line of the palette. */
export type PaletteEntry = {
  readonly id: string
  readonly label: string
  /** Characters of the label that the query names. */
  readonly positions: readonly number[]
  /** The group of a command, or where a place is. */
  readonly group: string
  readonly keys?: string | undefined
  readonly isAvailable: boolean
  readonly run: (session: Session) => void
}

type RankedEntry = PaletteEntry & { readonly score: number }

const mostCues = 8
/** What a command that cannot run now gives way to others by. */
const unavailableCost = 6
/** What a fit with the group's name counts less than one with the label. */
const groupCost = 10
const goToCue = 'Go to cue '

/** What the palette offers for a query: everything for an empty one, else the best fits first. */
export function paletteEntries(session: Session, query: string): readonly PaletteEntry[] {
  const offered = commands.filter(({ id }) => id !== 'view.palette')
  if (query.trim() === '') return availableFirst(offered.map((command) => commandEntry(session, command, [])))
  const fitting = [
    ...offered.flatMap((command) => fittingCommand(session, command, query)),
    ...fittingCues(session, query),
  ]
  return [...placeEntries(session, query), ...fitting.toSorted((a, b) => b.score - a.score)]
}

function availableFirst(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  return [
    ...entries.filter(({ isAvailable }) => isAvailable),
    ...entries.filter(({ isAvailable }) => !isAvailable),
  ]
}

function commandEntry(session: Session, command: Command, positions: readonly number[]): PaletteEntry {
  const { id, label, group, keys } = command
  return {
    id,
    label,
    positions,
    group,
    keys: keys[0],
    isAvailable: command.when?.(session) ?? true,
    run: (current) => runCommand(current, command),
  }
}

function fittingCommand(session: Session, command: Command, query: string): readonly RankedEntry[] {
  const byLabel = fuzzyMatch(query, command.label)
  const byGroup = byLabel ? null : fuzzyMatch(query, `${command.group} ${command.label}`)
  const score = byLabel?.score ?? (byGroup ? byGroup.score - groupCost : null)
  if (score === null) return []
  const entry = commandEntry(session, command, byLabel?.positions ?? [])
  return [{ ...entry, score: entry.isAvailable ? score : score - unavailableCost }]
}

function fittingCues(session: Session, query: string): readonly RankedEntry[] {
  const document = session.work.value?.documents.document
  if (!document) return []
  return recordsOf(document, 'cues')
    .flatMap(({ id, number }) => {
      const name = [number, titleOf(document, id)].filter(Boolean).join(' ')
      const match = fuzzyMatch(query, name)
      return match ? [{ id, name, match }] : []
    })
    .toSorted((a, b) => b.match.score - a.match.score)
    .slice(0, mostCues)
    .map(({ id, name, match }) => ({
      id: `cue ${id}`,
      label: goToCue + name,
      positions: match.positions.map((position) => position + goToCue.length),
      group: 'Cue',
      isAvailable: true,
      run: (current) => showCue(current, id),
      score: match.score,
    }))
}

function titleOf(document: ProductionDocument, id: CueId): string {
  return projectionOf(document).useOf.get(id)?.title ?? document.cues[id]?.title ?? ''
}

function showCue(session: Session, id: CueId): void {
  const cue = session.work.value?.documents.document.cues[id]
  if (!cue) return
  session.select([id])
  const { start } = cueExtent(session.timeline.axis.value, cue)
  if (start === null) return
  session.playhead.goToAxisFrame(start)
  session.timeline.reveal(start)
}

/** The place that the query reads as a timecode, or the label offered in place of one that does not exist. */
function placeEntries(session: Session, query: string): readonly PaletteEntry[] {
  const document = session.work.value?.documents.document
  const from = session.playhead.place
  if (!document || !from || !/^[\d:;.,\s+\-\u2212\u2013]+$/.test(query) || !/\d/.test(query)) return []
  const { rate } = document.production
  const axis = session.timeline.axis.value
  const typed = typedPlace(query, rate, axis, from)
  const { suggestion } = typed.ok ? { suggestion: undefined } : typed.problem
  const place = typed.ok || suggestion === undefined ? typed : typedPlace(suggestion, rate, axis, from)
  if (!place.ok) return []
  const label = `Go to ${formatTimecode(place.value.frame, rate)}`
  const reel = document.reels[place.value.reel]?.label ?? ''
  return [placeEntry(label, typed.ok ? reel : typed.problem.message, place.value)]
}

function placeEntry(label: string, group: string, place: Place): PaletteEntry {
  return {
    id: 'place',
    label,
    positions: [],
    group,
    isAvailable: true,
    run: ({ playhead }) => playhead.goTo(place),
  }
}
