import { nominalRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import type { Command } from './command.ts'
import { cueEdges, cueStarts } from './cuePlaces.ts'

const fastest = 8

/** The next speed when J (`direction` −1) or L (+1) is pressed once more: 1, 2, 4, 8 times, and back through 1. */
export function shuttledSpeed(speed: number, direction: 1 | -1): number {
  if (Math.sign(speed) !== direction) return direction
  return direction * Math.min(fastest, Math.max(1, Math.abs(speed)) * 2)
}

function shuttle(direction: 1 | -1): Command['run'] {
  return ({ transport }) => transport.play(shuttledSpeed(transport.state.value.speed, direction))
}

function bigStep({ settings, work }: Session): number {
  const rate = work.value?.documents.document.production.rate
  if (settings.value.bigStep === '1 second' && rate) return nominalRate(rate)
  return settings.value.bigStep === '5 frames' ? 5 : 10
}

/** Goes to the nearest of some axis frames before (−1) or after (+1) the playhead. */
function hop(session: Session, stops: readonly number[], direction: 1 | -1): void {
  const at = session.timeline.playhead
  const next = direction > 0 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at)
  if (next !== undefined) session.playhead.goToAxisFrame(frames(next))
}

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function goToEnd(session: Session, end: 'first' | 'last'): void {
  const { reels } = session.timeline.axis.value
  const entry = end === 'first' ? reels[0] : reels.at(-1)
  if (!entry) return
  const { start, end: after } = entry.reel.programme
  const frame = end === 'first' ? start : frames(after - 1)
  const at = axisFrame(session.timeline.axis.value, { reel: entry.reel.id, frame })
  if (at !== null) session.playhead.goToAxisFrame(at)
}

const group = 'Transport'

/** Playing and moving. */
export const transportCommands: readonly Command[] = [
  {
    id: 'transport.playPause',
    label: 'Play or pause',
    group,
    keys: ['Space'],
    when: hasWork,
    run: ({ transport }) => transport.play(transport.state.value.speed === 0 ? 1 : 0),
  },
  {
    id: 'transport.backward',
    label: 'Play backwards, faster',
    group,
    keys: ['KeyJ'],
    when: hasWork,
    run: shuttle(-1),
  },
  {
    id: 'transport.pause',
    label: 'Pause',
    group,
    keys: ['KeyK'],
    when: hasWork,
    run: ({ transport }) => transport.play(0),
  },
  {
    id: 'transport.forward',
    label: 'Play forwards, faster',
    group,
    keys: ['KeyL'],
    when: hasWork,
    run: shuttle(1),
  },
  {
    id: 'transport.slowBackward',
    label: 'Play backwards at half speed',
    group,
    keys: ['Shift+KeyJ'],
    when: hasWork,
    run: ({ transport }) => transport.play(-0.5),
  },
  {
    id: 'transport.slowForward',
    label: 'Play at half speed',
    group,
    keys: ['Shift+KeyL'],
    when: hasWork,
    run: ({ transport }) => transport.play(0.5),
  },
  {
    id: 'transport.frameBack',
    label: 'One frame back',
    group,
    keys: ['ArrowLeft'],
    repeats: true,
    when: hasWork,
    run: ({ playhead }) => playhead.step(-1),
  },
  {
    id: 'transport.frameForward',
    label: 'One frame on',
    group,
    keys: ['ArrowRight'],
    repeats: true,
    when: hasWork,
    run: ({ playhead }) => playhead.step(1),
  },
  {
    id: 'transport.stepBack',
    label: 'A bigger step back',
    group,
    keys: ['Shift+ArrowLeft'],
    repeats: true,
    when: hasWork,
    run: (session) => session.playhead.step(-bigStep(session)),
  },
  {
    id: 'transport.stepForward',
    label: 'A bigger step on',
    group,
    keys: ['Shift+ArrowRight'],
    repeats: true,
    when: hasWork,
    run: (session) => session.playhead.step(bigStep(session)),
  },
  {
    id: 'transport.previousEdge',
    label: 'Go to the previous cue edge',
    group,
    keys: ['ArrowUp'],
    repeats: true,
    when: hasWork,
    run: (session) => hop(session, cueEdges(session), -1),
  },
  {
    id: 'transport.nextEdge',
    label: 'Go to the next cue edge',
    group,
    keys: ['ArrowDown'],
    repeats: true,
    when: hasWork,
    run: (session) => hop(session, cueEdges(session), 1),
  },
  {
    id: 'transport.previousCue',
    label: 'Go to the previous cue',
    group,
    keys: ['Shift+ArrowUp'],
    repeats: true,
    when: hasWork,
    run: (session) => hop(session, cueStarts(session), -1),
  },
  {
    id: 'transport.nextCue',
    label: 'Go to the next cue',
    group,
    keys: ['Shift+ArrowDown'],
    repeats: true,
    when: hasWork,
    run: (session) => hop(session, cueStarts(session), 1),
  },
  {
    id: 'transport.first',
    label: 'Go to the first frame of action',
    group,
    keys: ['Home'],
    when: hasWork,
    run: (session) => goToEnd(session, 'first'),
  },
  {
    id: 'transport.last',
    label: 'Go to the last frame of action',
    group,
    keys: ['End'],
    when: hasWork,
    run: (session) => goToEnd(session, 'last'),
  },
  {
    id: 'transport.goTo',
    label: 'Go to a timecode…',
    group,
    keys: [
      '$mod+g',
      'NumpadAdd',
      'NumpadSubtract',
      ...Array.from({ length: 10 }, (_, digit) => `Numpad${digit}`),
    ],
    when: hasWork,
    run: ({ moment }, key = '') =>
      moment.patch({ dialog: 'timecode', typed: /^[0-9+-]$/.test(key) ? key : '' }),
  },
]
