import { arcPoints, type Stroke } from './strokes.ts'

/**
 * A thin geometric alphabet of capitals. Each glyph is its width and its strokes on a body 100 units high:
 * M x y moves, L x y draws to, A cx cy rx ry from to draws an arc (degrees, clockwise from the right).
 */
const GLYPHS: Readonly<Record<string, readonly [number, string]>> = {
  A: [80, 'M0 100 L40 0 L80 100 M14 66 L66 66'],
  B: [60, 'M0 0 L0 100 L33 100 A33 73 27 27 90 -90 L0 46 M33 46 L30 46 A30 23 23 23 90 -90 L0 0'],
  C: [84, 'A50 50 50 50 -46 -314'],
  D: [76, 'M0 0 L0 100 L26 100 A26 50 50 50 90 -90 L0 0'],
  E: [54, 'M54 0 L0 0 L0 100 L54 100 M0 49 L47 49'],
  F: [52, 'M52 0 L0 0 L0 100 M0 50 L44 50'],
  G: [96, 'A50 50 50 50 -46 -360 L60 50'],
  H: [70, 'M0 0 L0 100 M70 0 L70 100 M0 49 L70 49'],
  I: [0, 'M0 0 L0 100'],
  J: [40, 'M40 0 L40 78 A19 78 21 22 0 150'],
  K: [64, 'M0 0 L0 100 M60 0 L0 62 M22 40 L64 100'],
  L: [50, 'M0 0 L0 100 L50 100'],
  M: [88, 'M0 100 L0 0 L44 72 L88 0 L88 100'],
  N: [74, 'M0 100 L0 0 L74 100 L74 0'],
  O: [100, 'A50 50 50 50 0 360'],
  P: [60, 'M0 100 L0 0 L32 0 A32 28 28 28 -90 90 L0 56'],
  Q: [100, 'A50 50 50 50 0 360 M62 70 L96 104'],
  R: [62, 'M0 100 L0 0 L32 0 A32 27 27 27 -90 90 L0 54 M32 54 L62 100'],
  S: [58, 'A29 26 26 26 -30 -270 L29 52 A29 76 28 24 -90 150'],
  T: [68, 'M0 0 L68 0 M34 0 L34 100'],
  U: [70, 'M0 0 L0 65 A35 65 35 35 180 0 L70 0'],
  V: [76, 'M0 0 L38 100 L76 0'],
  W: [112, 'M0 0 L29 100 L56 14 L83 100 L112 0'],
  X: [70, 'M0 0 L70 100 M70 0 L0 100'],
  Y: [70, 'M0 0 L35 50 L70 0 M35 50 L35 100'],
  Z: [66, 'M0 0 L66 0 L0 100 L66 100'],
  '0': [62, 'A31 50 31 50 0 360'],
  '1': [62, 'M12 18 L34 0 L34 100'],
  '2': [62, 'A31 29 29 29 -170 20 L2 100 L62 100'],
  '3': [62, 'M4 0 L58 0 L28 38 A29 68 30 32 -80 150'],
  '4': [62, 'M46 100 L46 0 L0 72 L62 72'],
  '5': [62, 'M56 0 L12 0 L6 46 A29 67 31 33 -130 145'],
  '6': [62, 'M46 0 L6 52 M31 68 A31 69 29 31 0 360 M6 52 A31 69 29 31 205 180'],
  '7': [62, 'M0 0 L60 0 L20 100'],
  '8': [62, 'A31 25 25 25 0 360 A31 75 30 25 0 360'],
  '9': [62, 'A31 31 29 31 0 360 M56 48 L16 100'],
  '.': [4, 'M2 98 L2 100'],
  ',': [8, 'M6 94 L0 112'],
  ':': [6, 'M3 28 L3 32 M3 82 L3 86'],
  ';': [8, 'M4 28 L4 32 M5 80 L0 100'],
  "'": [2, 'M1 0 L1 24'],
  '"': [18, 'M0 0 L0 24 M18 0 L18 24'],
  '-': [34, 'M0 54 L34 54'],
  '/': [40, 'M40 -6 L0 106'],
  '(': [18, 'A60 50 60 66 220 140'],
  ')': [18, 'A-42 50 60 66 -40 40'],
  '&': [76, 'M76 100 L20 34 A32 21 22 21 150 395 L14 58 A28 76 27 24 -125 -270 L28 100 A32 62 40 38 90 10'],
}

const SPACE = 44

interface Glyph {
  readonly width: number
  readonly strokes: readonly Stroke[]
}

const drawn = new Map<string, Glyph>()

/** The strokes of one character and its width, in units of a 100-unit body; unknown ones are a space. */
export function glyph(character: string): Glyph {
  const known = drawn.get(character)
  if (known !== undefined) return known
  const [width, path] = GLYPHS[character] ?? [SPACE, '']
  const made = { width, strokes: strokesOf(path) }
  drawn.set(character, made)
  return made
}

function strokesOf(path: string): Stroke[] {
  const strokes: Stroke[] = []
  let pen: readonly [number, number] | null = null
  for (const [, letter = '', rest = ''] of path.matchAll(/([MLA])([^MLA]*)/g)) {
    const numbers = rest.trim().split(/\s+/).map(Number)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    const points = letter === 'A' ? arcPoints(a, b, c, d, e, f) : [a, b]
    const joins = letter === 'L' || (letter === 'A' && pen !== null && near(pen, points))
    if (!joins) pen = null
    for (let i = 0; i < points.length; i += 2) {
      const next: readonly [number, number] = [points[i] as number, points[i + 1] as number]
      if (pen !== null) strokes.push([pen[0], pen[1], next[0], next[1]])
      pen = next
    }
  }
  return strokes
}

/** An arc goes on from the pen only if it begins about where the pen stands. */
function near(pen: readonly [number, number], points: readonly number[]): boolean {
  return Math.hypot(pen[0] - (points[0] ?? 0), pen[1] - (points[1] ?? 0)) < 8
}
