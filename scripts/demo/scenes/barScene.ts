import { mix, ramp } from '../ease.ts'
import { bokeh } from '../picture/bokeh.ts'
import { defocused } from '../picture/boxBlur.ts'
import { blurred, lettering, placeCentred } from '../picture/lettering.ts'
import { arcPoints, drawStroke, fillPolygon } from '../picture/strokes.ts'
import {
  box,
  type Colour,
  colour,
  dimmed,
  disc,
  glow,
  gradient,
  type Surface,
  surface,
} from '../picture/surface.ts'
import { scatter, smoothNoise } from '../random.ts'
import { type Painter, STAGE_HEIGHT, STAGE_WIDTH } from './painter.ts'
import { drawTableRadio } from './tableRadio.ts'

const AMBER = colour('#ffb35a')
const PINK = colour('#ff5f7e')
const TEAL = colour('#4fd0d8')
const BOTTLES = ['#c9772b', '#3f7a4a', '#8c2f2a', '#d9b46a', '#2d5f78', '#a5552a'] as const
const LAMPS = [352, 520, 690] as const
const WINDOW_RIGHT = 262
const SWITCHED_OFF = 400

/** Two people at the counter of a bar, a window on the rain, and the radio close to us. */
export function barScene(): Painter {
  const room = defocused(bareRoom(), 3)
  const neon = ['Sparrow', 'Bar'].map((text) => {
    const letters = lettering(text, { size: text === 'Bar' ? 30 : 25, weight: 3, spacing: 34 })
    return { letters, halo: blurred(letters, 5) }
  })
  return (target, frame) => {
    const seconds = frame / 24
    target.light.set(room.light)
    drawWindow(target, seconds)
    drawNeon(target, neon, seconds)
    for (const lamp of LAMPS) drawPendant(target, lamp, 0.96 + 0.05 * (smoothNoise(seconds * 2, lamp) - 0.5))
    drawGuests(target, seconds)
    drawCounter(target)
    const on =
      frame < SWITCHED_OFF ? 0.88 + 0.24 * smoothNoise(seconds * 6, 2) : Math.exp(-(frame - SWITCHED_OFF) / 2)
    drawTableRadio(target, 736, 388, on, frame < SWITCHED_OFF ? Math.sin(seconds * 0.4) * 0.01 : 0)
  }
}

/** The room with its shelves, sharp; it is used out of focus. */
function bareRoom(): Surface {
  const room = surface(STAGE_WIDTH, STAGE_HEIGHT)
  gradient(room, [
    [0, colour('#241207')],
    [0.5, colour('#4a2713')],
    [1, colour('#1d0e08')],
  ])
  for (let shelf = 0; shelf < 3; shelf++) drawShelf(room, shelf, 118 + shelf * 70)
  box(room, 0, 0, WINDOW_RIGHT, 300, colour('#0c1730'))
  return room
}

function drawShelf(room: Surface, shelf: number, y: number): void {
  glow(room, 560, y - 26, 330, AMBER, 0.16, 0.14)
  let x = 300
  for (let bottle = 0; x < STAGE_WIDTH; bottle++) {
    const wide = 10 + Math.floor(scatter(bottle, shelf) * 9)
    const tall = 34 + Math.floor(scatter(bottle, shelf + 40) * 20)
    const glass = colour(BOTTLES[Math.floor(scatter(bottle, shelf + 80) * BOTTLES.length)] ?? '#c9772b')
    box(room, x, y - tall * 0.68, x + wide, y, dimmed(glass, 0.62))
    box(room, x + wide * 0.34, y - tall, x + wide * 0.66, y - tall * 0.6, dimmed(glass, 0.5))
    box(room, x + wide * 0.16, y - tall * 0.62, x + wide * 0.32, y - 4, dimmed(glass, 1.6))
    x += wide + 4 + Math.floor(scatter(bottle, shelf + 120) * 9)
  }
  box(room, 290, y, STAGE_WIDTH, y + 5, colour('#6d3f1f'))
}

/** Street lights out of focus behind wet glass. */
function drawWindow(target: Surface, seconds: number): void {
  const lights = ['#6fa0ff', '#ffb45e', '#79c7ff', '#ff8a5e', '#5f7fe0'] as const
  for (let i = 0; i < 15; i++) {
    const drift = i % 3 === 0 ? ((seconds * 9 + i * 31) % 330) - 30 : 14 + scatter(i, 7) * 226
    const y = 150 + scatter(i, 8) * 120
    const radius = 9 + scatter(i, 9) * 13
    const edge = ramp(-30, 10, drift) * ramp(WINDOW_RIGHT - 4, WINDOW_RIGHT - 44, drift)
    bokeh(target, drift, y, radius, colour(lights[i % lights.length] ?? '#6fa0ff'), 0.2 * edge)
  }
  for (let i = 0; i < 60; i++) drawDroplet(target, i, seconds)
  box(target, WINDOW_RIGHT - 8, 0, WINDOW_RIGHT + 10, 310, colour('#170b06'))
  box(target, WINDOW_RIGHT + 9, 0, WINDOW_RIGHT + 10.5, 310, colour('#7a4a24'), 0.5)
  box(target, 126, 0, 132, 310, colour('#100906'))
}

/** Every sixth drop runs down the pane; the others stay. */
function drawDroplet(target: Surface, drop: number, seconds: number): void {
  const x = 4 + scatter(drop, 11) * (WINDOW_RIGHT - 18)
  const runs = drop % 6 === 0
  const start = scatter(drop, 12) * 290
  const y = runs ? (start + seconds * (10 + 16 * scatter(drop, 14))) % 300 : start
  const size = 1 + scatter(drop, 13) * 1.3
  disc(target, x, y, size, colour('#8fb0e8'), 0.32, 1.2)
  if (runs) drawStroke(target, [x, Math.max(0, y - 34), x, y], 1.1, colour('#8fb0e8'), 0.14)
}

function drawNeon(
  target: Surface,
  neon: readonly { letters: Parameters<typeof placeCentred>[1]; halo: Parameters<typeof placeCentred>[1] }[],
  seconds: number,
): void {
  const stutter = smoothNoise(seconds * 9, 77) > 0.86 ? 0.35 : 1
  neon.forEach(({ letters, halo }, index) => {
    const paint = index === 0 ? PINK : TEAL
    const y = 44 + index * 44
    const gain = index === 1 ? stutter : 1
    placeCentred(target, halo, 126, y - 15, paint, 1.5 * gain, true)
    placeCentred(target, letters, 126, y, dimmed(paint, 0.7), gain, true)
    placeCentred(target, letters, 126, y, [0.35, 0.35, 0.35], gain, true)
    glow(target, 126, y + 14, 130, paint, 0.06 * gain, 0.6)
  })
}

function drawPendant(target: Surface, x: number, waver: number): void {
  drawStroke(target, [x, 0, x, 44], 1.6, colour('#0d0704'))
  glow(target, x, 74, 120, AMBER, 0.17 * waver)
  glow(target, x, 66, 26, AMBER, 0.75 * waver, 0.8)
  glow(target, x, 64, 9, colour('#fff0cf'), 1.6 * waver)
  fillPolygon(target, [x - 5, 42, x + 5, 42, x + 24, 62, x - 24, 62], colour('#150b06'))
}

/** Heads and shoulders against the light, leaning a little as they talk. */
function drawGuests(target: Surface, seconds: number): void {
  const lean = (seed: number) => (smoothNoise(seconds * 0.8, seed) - 0.5) * 9
  drawGuest(target, 372 + lean(5), 214 + lean(6) * 0.3, 1, false)
  drawGuest(target, 520 + lean(15), 206 + lean(16) * 0.3, -1, true)
}

function drawGuest(target: Surface, x: number, y: number, facing: number, hat: boolean): void {
  const dark: Colour = [0.005, 0.003, 0.003]
  const rim = dimmed(AMBER, 0.3)
  const shoulders = [
    ...arcPoints(x - 6 * facing, y + 84, 62, 52, 180, 360),
    x + 62 - 6 * facing,
    y + 140,
    x - 62 - 6 * facing,
    y + 140,
  ]
  fillPolygon(
    target,
    shoulders.map((value, i) => (i % 2 === 0 ? value : value - 1.6)),
    rim,
  )
  fillPolygon(target, shoulders, dark)
  box(target, x - 10 - 3 * facing, y + 16, x + 9 - 3 * facing, y + 44, dark)
  fillPolygon(target, arcPoints(x, y - 1.5, 22, 27, 0, 360), rim)
  fillPolygon(target, arcPoints(x, y, 22, 27, 0, 360), dark)
  fillPolygon(target, [x + 20 * facing, y - 4, x + 27 * facing, y + 6, x + 19 * facing, y + 9], dark)
  if (hat) {
    fillPolygon(target, arcPoints(x - 2 * facing, y - 17, 36, 6, 0, 360), dark)
    fillPolygon(target, [x - 23, y - 17, x - 19, y - 38, x + 18, y - 38, x + 22, y - 17], dark)
  } else {
    disc(target, x - 17 * facing, y - 14, 13, dark)
    disc(target, x - 4 * facing, y - 14, 20, dark)
  }
}

function drawCounter(target: Surface): void {
  for (let y = 316; y < STAGE_HEIGHT; y++) {
    const depth = (y - 316) / (STAGE_HEIGHT - 316)
    const paint: Colour = [mix(0.055, 0.012, depth), mix(0.026, 0.006, depth), mix(0.012, 0.004, depth)]
    box(target, 0, y, STAGE_WIDTH, y + 1, paint)
  }
  box(target, 0, 315, STAGE_WIDTH, 317, colour('#c98645'), 0.55)
  for (const lamp of LAMPS) glow(target, lamp, 336, 46, AMBER, 0.12, 0.34)
  for (const x of [440, 586]) drawGlass(target, x)
}

function drawGlass(target: Surface, x: number): void {
  box(target, x - 11, 296, x + 11, 340, colour('#ffcf8f'), 0.1)
  fillPolygon(target, [x - 10, 318, x + 10, 318, x + 9, 339, x - 9, 339], colour('#d9822f'), 0.75)
  drawStroke(target, [x - 11, 294, x - 10, 340], 1.2, colour('#ffe2b8'), 0.5)
  drawStroke(target, [x + 11, 294, x + 10, 340], 1.2, colour('#ffe2b8'), 0.35)
  glow(target, x, 330, 14, AMBER, 0.25)
}
