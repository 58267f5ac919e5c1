import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { type Cue, cueTypes, diegeses } from '../../shared/model/cue.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { type SideTone, sideTone } from '../licensing/sideStates.ts'
import { diegesisNames, typeNames } from '../ui/words.ts'

/** What the colours of the overview's cues tell. */
export type OverviewColour = Settings['overviewColour']

/** How one kind of cue is drawn: in a colour, and in a shape besides, since hue is never the only sign. */
export type BarLook = {
  readonly name: string
  /** The custom property of the style sheet that has the colour. */
  readonly colour: string
  /** Parts of the bar's height from its top at which the bar begins and ends. */
  readonly top: number
  readonly bottom: number
}

/** The choices, in the order in which they are offered. */
export const overviewColourNames: Readonly<Record<OverviewColour, string>> = {
  type: 'Type',
  diegesis: 'Diegesis',
  licence: 'Licence state',
}

const typeLooks = Object.fromEntries(
  cueTypes.map((type) => [type, { name: typeNames[type], colour: `--type-${type}`, top: 0, bottom: 1 }]),
) as Readonly<Record<Cue['type'], BarLook>>

const diegesisLooks: Readonly<Record<Cue['diegesis'], BarLook>> = {
  nonDiegetic: { name: diegesisNames.nonDiegetic, colour: '--type-source', top: 0.5, bottom: 1 },
  diegetic: { name: diegesisNames.diegetic, colour: '--type-song', top: 0, bottom: 0.5 },
  transDiegetic: { name: diegesisNames.transDiegetic, colour: '--type-score', top: 0, bottom: 1 },
  metaDiegetic: { name: diegesisNames.metaDiegetic, colour: '--type-theme', top: 0.2, bottom: 0.8 },
  unknown: { name: diegesisNames.unknown, colour: '--text-dim', top: 0.4, bottom: 0.6 },
}

const licenceLooks: Readonly<Record<SideTone, BarLook>> = {
  blocked: { name: 'Missing, denied or expired', colour: '--error', top: 0, bottom: 1 },
  open: { name: 'On its way', colour: '--warning', top: 0.3, bottom: 1 },
  done: { name: 'Approved or signed', colour: '--done', top: 0.6, bottom: 1 },
  idle: { name: 'Not needed', colour: '--text-dim', top: 0.8, bottom: 1 },
}

const gravity: readonly SideTone[] = ['blocked', 'open', 'done', 'idle']

/** What the two sides of a cue together mean for delivery. */
export function graverTone(sync: SideState, master: SideState): SideTone {
  const tones = [sideTone(sync), sideTone(master)]
  return gravity.find((tone) => tones.includes(tone)) ?? 'idle'
}

/** How a cue is drawn; `use` says how far its sides are cleared. */
export function barLook(by: OverviewColour, cue: Cue, use: CueUse | undefined): BarLook {
  if (by === 'type') return typeLooks[cue.type]
  if (by === 'diegesis') return diegesisLooks[cue.diegesis]
  return licenceLooks[use ? graverTone(use.sync.status, use.master.status) : 'idle']
}

/** Every look of a choice, for the legend. */
export function looksOf(by: OverviewColour): readonly BarLook[] {
  if (by === 'type') return cueTypes.map((type) => typeLooks[type])
  if (by === 'diegesis') return diegeses.map((diegesis) => diegesisLooks[diegesis])
  return gravity.map((tone) => licenceLooks[tone])
}
