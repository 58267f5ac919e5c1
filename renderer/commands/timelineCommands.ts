import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { contains } from '../../shared/time/frameRange.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import type { Session } from '../store/session.ts'
import { type OverviewColour, overviewColourNames } from '../timeline/overviewColours.ts'
import { type RulerUnits, rulerUnitNames } from '../timeline/rulerUnits.ts'
import { resetGain, toggleAutoGain, turnGain } from '../timeline/turnGain.ts'
import { deepestZoom, keyAnchor } from '../timeline/viewport.ts'
import type { Command } from './command.ts'
import { cueExtent } from './cuePlaces.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

const group = 'View'

/** Shows the cue under the playhead from in to out: of several, one that is selected, else the one that began last. */
function fitCueHere(session: Session): void {
  const { work, timeline, moment } = session
  const document = work.value?.documents.document
  if (!document) return
  const { playhead, axis } = timeline
  const here = recordsOf(document, 'cues').flatMap((cue) => {
    const { start, end } = cueExtent(axis.value, cue)
    if (start === null || end === null || !contains({ start, end }, playhead)) return []
    return [{ id: cue.id, start, end }]
  })
  const chosen =
    here.find(({ id }) => moment.value.selection.includes(id)) ??
    here.toSorted((a, b) => b.start - a.start)[0]
  if (chosen) timeline.fitTo(chosen)
  else session.say('There is no cue under the playhead.')
}

function showFrames({ timeline }: Session): void {
  const view = timeline.view.value
  const anchor = keyAnchor(view, timeline.playhead)
  timeline.zoomAt(anchor, deepestZoom / view.pixelsPerFrame)
}

const followNames: Readonly<Record<Settings['follow'], string>> = {
  off: 'The view stays where it is while playing.',
  page: 'The view turns pages while playing.',
  centred: 'The view keeps the playhead in the middle while playing.',
}

/** The value after this one, the first after the last. */
function after<Value extends string>(names: Readonly<Record<Value, string>>, value: Value): Value {
  const values = Object.keys(names) as Value[]
  return values[(values.indexOf(value) + 1) % values.length] ?? value
}

function changeFollow(session: Session): void {
  const follow = after(followNames, session.settings.value.follow)
  void keepSettings(session, { follow })
  session.say(followNames[follow])
}

function changeUnits(session: Session): void {
  const rulerUnits = after(rulerUnitNames, session.settings.value.rulerUnits)
  void keepSettings(session, { rulerUnits })
  session.say(`The ruler counts in ${rulerUnitNames[rulerUnits].toLowerCase()}.`)
}

type MoveWords = readonly [id: string, label: string, keys: string, run: (session: Session) => void]

const moves: readonly Command[] = (
  [
    ['view.pageEarlier', 'Look a window earlier', 'PageUp', ({ timeline }) => timeline.page(-1)],
    ['view.pageLater', 'Look a window later', 'PageDown', ({ timeline }) => timeline.page(1)],
    ['view.panEarlier', 'Look a little earlier', 'Shift+PageUp', ({ timeline }) => timeline.page(-0.1)],
    ['view.panLater', 'Look a little later', 'Shift+PageDown', ({ timeline }) => timeline.page(0.1)],
    ['view.back', 'Back to the view before', 'Alt+BracketLeft', ({ timeline }) => timeline.back()],
    ['view.forth', 'Forth to the view after', 'Alt+BracketRight', ({ timeline }) => timeline.forth()],
    ['view.taller', 'Draw the sound taller', 'Alt+ArrowUp', (session) => turnGain(session, 1)],
    ['view.flatter', 'Draw the sound flatter', 'Alt+ArrowDown', (session) => turnGain(session, -1)],
  ] satisfies readonly MoveWords[]
).map(([id, label, keys, run]) => ({ id, label, group, keys: [keys], repeats: true, when: hasWork, run }))

const units: readonly Command[] = (Object.keys(rulerUnitNames) as RulerUnits[]).map((rulerUnits) => ({
  id: `view.ruler.${rulerUnits}`,
  label: `Ruler: ${rulerUnitNames[rulerUnits].toLowerCase()}`,
  group,
  keys: [],
  when: hasWork,
  run: (session) => void keepSettings(session, { rulerUnits }),
}))

const colours: readonly Command[] = (Object.keys(overviewColourNames) as OverviewColour[]).map(
  (overviewColour) => ({
    id: `view.overview.${overviewColour}`,
    label: `Colour the overview by ${overviewColourNames[overviewColour].toLowerCase()}`,
    group,
    keys: [],
    when: hasWork,
    run: (session) => void keepSettings(session, { overviewColour }),
  }),
)

/** Where the timeline looks, and how it draws what it shows. */
export const timelineCommands: readonly Command[] = [
  {
    id: 'view.fitCue',
    label: 'Show the cue under the playhead',
    group,
    keys: ['Alt+KeyZ'],
    when: hasWork,
    run: fitCueHere,
  },
  {
    id: 'view.singleFrames',
    label: 'Show single frames',
    group,
    keys: ['Shift+Equal'],
    when: hasWork,
    run: showFrames,
  },
  ...moves,
  {
    id: 'view.hand',
    label: 'Hand: drag the view while the key is down',
    group,
    keys: ['h'],
    when: hasWork,
    run: ({ timeline }) => timeline.hand.set(!timeline.hand.value),
    hold: {
      press: ({ timeline }) => timeline.hand.set(true),
      release: ({ timeline }) => timeline.hand.set(false),
    },
  },
  {
    id: 'view.trueHeight',
    label: 'Draw the sound as tall as it is',
    group,
    keys: ['Alt+Digit0'],
    when: hasWork,
    run: resetGain,
  },
  {
    id: 'view.autoGain',
    label: 'Draw the loudest sound in sight up to the top',
    group,
    keys: ['Alt+KeyA'],
    when: hasWork,
    run: toggleAutoGain,
  },
  {
    id: 'view.follow',
    label: 'Change how the view follows the playhead',
    group,
    keys: ['Alt+KeyF'],
    when: hasWork,
    run: changeFollow,
  },
  {
    id: 'view.ruler',
    label: 'Change what the ruler counts in',
    group,
    keys: ['Alt+KeyU'],
    when: hasWork,
    run: changeUnits,
  },
  ...units,
  ...colours,
]
