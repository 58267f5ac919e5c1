import { afterKey, type StreamState } from '../editStream.ts'

/** One press of a stream: what is pressed, and the state after it. */
export type Press = { readonly key: string; readonly after: StreamState }

const nudges = ['Period', 'Comma', 'Shift+Period', 'Shift+Comma']
const tags = [
  ...[2, 3, 5, 6, 7, 8].map((digit) => `Digit${digit}`),
  ...[1, 2, 3, 4, 5].map((digit) => `Shift+Digit${digit}`),
]
const farthest = 200

/** A change that can be taken back by one undo: a nudge may be undone together with the one before it, a tag may not. */
type Step = { readonly before: StreamState; readonly after: StreamState; readonly isTag: boolean }

/** Presses each of which makes one change: nudges, tags, and if so wished now and then undo and redo of tags. */
export function tortureKeys(
  start: StreamState,
  count: number,
  random: () => number,
  hasUndo: boolean,
): readonly Press[] {
  const presses: Press[] = []
  let state = start
  let undo: Step[] = []
  let redo: Step[] = []
  const pick = (keys: readonly string[]) => keys[Math.floor(random() * keys.length)] ?? ''
  const press = (key: string, after: StreamState) => {
    presses.push({ key, after })
    state = after
  }
  while (presses.length < count) {
    const kind = hasUndo ? random() : 1
    const last = undo.at(-1)
    const next = redo.at(-1)
    if (kind < 0.2 && last?.isTag) {
      undo = undo.slice(0, -1)
      redo = [...redo, last]
      press('Control+z', last.before)
    } else if (kind < 0.35 && next) {
      redo = redo.slice(0, -1)
      undo = [...undo, next]
      press('Control+Shift+z', next.after)
    } else {
      const isTag = random() < 0.6
      const key = pick(isTag ? tags : nudges)
      const after = afterKey(state, key)
      if (isSame(state, after) || Math.abs(after.moved) > farthest) continue
      undo = [...undo, { before: state, after, isTag }]
      redo = []
      press(key, after)
    }
  }
  return presses
}

/** Whether two states are one. */
export function isSame(a: StreamState, b: StreamState): boolean {
  return a.moved === b.moved && a.type === b.type && a.diegesis === b.diegesis
}
