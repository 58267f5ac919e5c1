import { nominalRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { shuttledSpeed } from '../player/shuttle.ts'
import type { ShuttleKey } from '../player/shuttleKeys.ts'
import type { Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import type { Command, HeldKey } from './command.ts'
import { cueEdges, cueStarts } from './cuePlaces.ts'
import { hop } from './hops.ts'
import { isInStretch, leaveStretch, loopCue, loopHead, loopTail, playAround } from './stretches.ts'

function shuttle(direction: 1 | -1): Command['run'] {
  return ({ playhead }) => playhead.play(shuttledSpeed(playhead.state.value.speed, direction))
}

function held(key: ShuttleKey): HeldKey {
  return {
    press: ({ shuttle }) => shuttle.press(key),
    release: ({ shuttle }) => shuttle.release(key),
  }
}

function bigStep({ settings, work }: Session): number {
  const rate = work.value?.documents.document.production.rate
  if (settings.value.bigStep === '1 second' && rate) return nominalRate(rate)
  return settings.value.bigStep === '5 frames' ? 5 : 10
}

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function hasSomethingToEnd(session: Session): boolean {
  return session.holds.isHolding.value || isInStretch(session)
}

function endSomething(session: Session): void {
  if (session.holds.isHolding.value) session.holds.drop()
  else leaveStretch(session)
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
    run: ({ playhead }) => playhead.play(playhead.state.value.speed === 0 ? 1 : 0),
  },
  {
    id: 'transport.backward',
    label: 'Play backwards, faster',
    group,
    keys: ['KeyJ'],
    when: hasWork,
    run: shuttle(-1),
    hold: held('backwards'),
  },
  {
    id: 'transport.pause',
    label: 'Pause; held down, J and L creep, tapped they step',
    group,
    keys: ['KeyK'],
    when: hasWork,
    run: ({ playhead }) => playhead.play(0),
    hold: held('stop'),
  },
  {
    id: 'transport.forward',
    label: 'Play forwards, faster',
    group,
    keys: ['KeyL'],
    when: hasWork,
    run: shuttle(1),
    hold: held('forwards'),
  },
  {
    id: 'transport.slowBackward',
    label: 'Play backwards at half speed',
    group,
    keys: ['Shift+KeyJ'],
    when: hasWork,
    run: ({ playhead }) => playhead.play(-0.5),
  },
  {
    id: 'transport.slowForward',
    label: 'Play at half speed',
    group,
    keys: ['Shift+KeyL'],
    when: hasWork,
    run: ({ playhead }) => playhead.play(0.5),
  },
  {
    id: 'transport.around',
    label: 'Play around the playhead, or the edge that is nudged',
    group,
    keys: ['Slash'],
    when: hasWork,
    run: playAround,
  },
  {
    id: 'transport.loop',
    label: 'Play the selected cue in a loop',
    group,
    keys: ['$mod+l'],
    when: hasWork,
    run: loopCue,
  },
  {
    id: 'transport.loopHead',
    label: 'Play the head of the selected cue in a loop, around its in',
    group,
    keys: ['$mod+Shift+l'],
    when: hasWork,
    run: loopHead,
  },
  {
    id: 'transport.loopTail',
    label: 'Play the tail of the selected cue in a loop, around its out',
    group,
    keys: ['Alt+KeyL'],
    when: hasWork,
    run: loopTail,
  },
  {
    id: 'transport.endLoop',
    label: 'End the loop or the playing around; drop what a held key marks',
    group,
    keys: ['Escape'],
    when: hasSomethingToEnd,
    run: endSomething,
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
