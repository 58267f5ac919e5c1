/** What of one cue the keys of a stream change. */
export type StreamState = {
  /** Frames by which the cue was moved. */
  readonly moved: number
  readonly type: string
  readonly diegesis: string
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const nudges: Readonly<Record<string, number>> = {
  Period: 1,
  Comma: -1,
  'Shift+Period': 10,
  'Shift+Comma': -10,
}
const types: Readonly<Record<string, string>> = {
  Digit2: 'Song',
  Digit3: 'Needle drop',
  Digit5: 'Library',
  Digit6: 'Theme',
  Digit7: 'Logo',
  Digit8: 'Other',
}
const diegeses: Readonly<Record<string, string>> = {
  'Shift+Digit1': 'Non-diegetic',
  'Shift+Digit2': 'Diegetic',
  'Shift+Digit3': 'Trans-diegetic',
  'Shift+Digit4': 'Meta-diegetic',
  'Shift+Digit5': 'Not decided',
}
const keys = [...Object.keys(nudges), ...Object.keys(types), ...Object.keys(diegeses)]

/** The state after a key. */
export function afterKey(state: StreamState, key: string): StreamState {
  return {
    moved: state.moved + (nudges[key] ?? 0),
    type: types[key] ?? state.type,
    diegesis: diegeses[key] ?? state.diegesis,
  }
}

/** Keys each of which changes something, and the states before, between and after them. */
export function editStream(
  start: StreamState,
  count: number,
  random: () => number,
): { readonly keys: readonly string[]; readonly states: readonly StreamState[] } {
  const pressed: string[] = []
  const states = [start]
  let state = start
  while (pressed.length < count) {
    const key = keys[Math.floor(random() * keys.length)] ?? ''
    const next = afterKey(state, key)
    const isSame = next.moved === state.moved && next.type === state.type && next.diegesis === state.diegesis
    if (isSame || Math.abs(next.moved) > 200) continue
    pressed.push(key)
    states.push(next)
    state = next
  }
  return { keys: pressed, states }
}
