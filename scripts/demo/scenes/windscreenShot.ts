import { clamp, mix, ramp } from '../ease.ts'
import { drawLayer, type Layer } from '../picture/layer.ts'
import { skyline } from '../picture/skyline.ts'
import { arcPoints, drawStroke, fillPolygon } from '../picture/strokes.ts'
import { type Colour, colour, dimmed, glow, gradient, type Surface } from '../picture/surface.ts'
import { smoothNoise } from '../random.ts'
import { type Painter, STAGE_HEIGHT, STAGE_WIDTH } from './painter.ts'

/** Pixels for the first three, metres and metres a second for the rest. */
const FOCAL = 420
const VANISH_X = 500
const HORIZON = 182
const EYE = 1.25
const SPEED = 17
const LAMP_STEP = 17
const MAGENTA = colour('#c2477e')
const TEAL = colour('#3fc0c4')
const SODIUM = colour('#ff9d4d')

/** The road at night through the windscreen. */
export function windscreenShot(): Painter {
  const city = skyline({
    seed: 7,
    width: 1000,
    height: 110,
    buildingWidth: [16, 46],
    buildingHeight: [14, 100],
    wall: colour('#1a1438'),
    foot: colour('#4a2450'),
    windows: [colour('#ff9fc0'), colour('#8fe0e6'), colour('#ffd08f')],
    window: [2, 2, 4, 5],
    litShare: 0.22,
  })
  return (target, frame) => {
    const seconds = frame / 24
    const travelled = seconds * SPEED
    drawSky(target, city, seconds)
    drawRoad(target, travelled)
    drawRoadside(target, travelled)
    drawTraffic(target, seconds)
    drawCabin(target, travelled, seconds)
  }
}

function drawSky(target: Surface, city: Layer, seconds: number): void {
  gradient(target, [
    [0, colour('#07081c')],
    [0.22, colour('#1a1240')],
    [0.4, colour('#5a2658')],
    [0.447, colour('#b2537a')],
    [0.448, colour('#14101f')],
    [1, colour('#06060c')],
  ])
  glow(target, VANISH_X, HORIZON, 260, MAGENTA, 0.34, 0.35)
  drawLayer(target, city, -20 + Math.sin(seconds * 0.21) * 8, HORIZON - 110)
  glow(target, VANISH_X, HORIZON, 190, SODIUM, 0.2, 0.22)
}

/** Asphalt with a dashed middle, solid edges, and the sky's glow on it. */
function drawRoad(target: Surface, travelled: number): void {
  for (let y = HORIZON + 2; y < STAGE_HEIGHT; y++) {
    const depth = (EYE * FOCAL) / (y + 0.5 - HORIZON)
    const pixel = depth / FOCAL
    const haze = Math.exp(-depth / 55)
    const dash = dashCover(depth, travelled)
    const sheen = ramp(60, 6, depth)
    for (let x = 0; x < STAGE_WIDTH; x++) {
      const across = ((x + 0.5 - VANISH_X) / FOCAL) * depth
      const middle = lineCover(across - 1.9, 0.08, pixel) * dash
      const edges = lineCover(across + 1.75, 0.07, pixel) + lineCover(across - 5.4, 0.07, pixel)
      const paint = (middle * 0.75 + edges * 0.4) * haze
      const verge = ramp(5.6, 8, Math.abs(across - 1.8))
      const i = (y * STAGE_WIDTH + x) * 3
      const ground = mix(0.022, 0.007, sheen) * (1 - 0.6 * verge)
      const warm = haze * (1 - verge) * 0.02 * Math.exp(-(across * across) / 9)
      target.light[i] = mix(0.15, ground + paint + warm, haze) * (0.2 + 0.8 * haze) + 0.004
      target.light[i + 1] = mix(0.045, ground + paint * 0.93 + warm * 0.8, haze) * (0.2 + 0.8 * haze) + 0.003
      target.light[i + 2] =
        mix(0.11, ground * 1.4 + paint * 0.84 + warm * 0.6, haze) * (0.2 + 0.8 * haze) + 0.006
    }
  }
}

function lineCover(off: number, half: number, pixel: number): number {
  return clamp(0, 1, (half - Math.abs(off)) / pixel + 0.5) * Math.min(1, (2 * half) / pixel)
}

/** Dashes of 3 m every 9 m, smeared over the time a shutter is open and over a pixel's depth. */
function dashCover(depth: number, travelled: number): number {
  const smear = 0.35 + (depth * depth) / (EYE * FOCAL) / 2
  const place = (((depth + travelled) % 9) + 9) % 9
  const inside = Math.min(place + smear, 3) - Math.max(place - smear, 0)
  const next = Math.min(place + smear, 12) - Math.max(place - smear, 9)
  return clamp(0, 1, (Math.max(0, inside) + Math.max(0, next)) / (2 * smear))
}

function drawRoadside(target: Surface, travelled: number): void {
  const first = Math.ceil((travelled + 3) / LAMP_STEP)
  for (let lamp = first + 8; lamp >= first; lamp--) {
    const z = lamp * LAMP_STEP - travelled
    const side = lamp % 2 === 0 ? 1 : -1
    const scale = FOCAL / z
    const foot = VANISH_X + (side > 0 ? 8.4 : -4.8) * scale
    const head = VANISH_X + (side > 0 ? 6.4 : -2.8) * scale
    const top = HORIZON - 5.6 * scale
    const near = Math.exp(-z / 90) * ramp(3, 9, z)
    const post = dimmed(MAGENTA, 0.03)
    drawStroke(target, [foot, HORIZON + EYE * scale, foot, top], Math.max(0.8, 0.14 * scale), post)
    drawStroke(target, [foot, top, head, top - 0.2 * scale], Math.max(0.7, 0.1 * scale), post)
    glow(target, head, top, 2.2 * scale, SODIUM, 0.34 * near, 0.8)
    glow(target, head, top, 0.36 * scale, colour('#ffe0b0'), 1.7 * near, 0.7)
    glow(target, head, HORIZON + EYE * scale, 3.4 * scale, SODIUM, 0.16 * near, 0.2)
    glow(target, head, HORIZON + EYE * 2.2 * scale, 0.5 * scale, SODIUM, 0.12 * near, 4)
  }
}

/** Headlights of cars coming the other way, and the tail lights of one far ahead. */
function drawTraffic(target: Surface, seconds: number): void {
  for (let car = 0; car < 4; car++) {
    const z = 150 - ((seconds * 36 + car * 47) % 150) + 4
    const scale = FOCAL / z
    const seen = Math.exp(-z / 90) * ramp(4, 9, z)
    for (const lamp of [3.2, 4.5]) {
      const x = VANISH_X + lamp * scale
      const y = HORIZON + 0.65 * scale
      glow(target, x, y, 1.1 * scale + 1, colour('#dfe9ff'), 0.4 * seen)
      glow(target, x, y, 0.2 * scale + 1, colour('#ffffff'), 1.6 * seen)
      glow(target, x, HORIZON + EYE * 1.5 * scale, 0.7 * scale, colour('#bcd0ff'), 0.16 * seen, 1.8)
    }
  }
  const gap = 34 + 5 * Math.sin(seconds * 0.5)
  for (const lamp of [-0.55, 0.65]) {
    const scale = FOCAL / gap
    glow(target, VANISH_X + lamp * scale, HORIZON + 0.6 * scale, 7, colour('#ff2f3c'), 0.9)
    glow(target, VANISH_X + lamp * scale, HORIZON + 1.9 * scale, 6, colour('#ff2f3c'), 0.16, 2.4)
  }
}

/** The dashboard, wheel and mirror, lit by their own dials and by each lamp that passes. */
function drawCabin(target: Surface, travelled: number, seconds: number): void {
  const dark: Colour = [0.0035, 0.003, 0.006]
  const pass = Math.exp(-(((travelled % LAMP_STEP) - 3) ** 2) / 10)
  const rim = dimmed(SODIUM, 0.06 + 0.28 * pass)
  const hood = [-10, 420, -10, 338, ...arcPoints(330, 372, 400, 52, 185, 355), 970, 360, 970, 420]
  fillPolygon(
    target,
    hood.map((value, i) => (i % 2 === 0 ? value : value - 1.8)),
    rim,
  )
  fillPolygon(target, hood, dark)
  fillPolygon(target, [424, -4, 596, -4, 590, 34, 430, 34], dark)
  drawStroke(target, [431, 35, 589, 35], 1.4, rim, 0.8)
  glow(target, 470, 17, 16, colour('#ff9d4d'), 0.12 + 0.12 * smoothNoise(seconds * 2, 3), 0.5)
  for (const [x, paint] of [
    [232, TEAL],
    [346, TEAL],
  ] as const) {
    fillPolygon(target, arcPoints(x, 398, 44, 44, 180, 360), dimmed(paint, 0.06))
    glow(target, x, 392, 40, paint, 0.16, 0.7)
    for (let tick = 0; tick <= 8; tick++) {
      const angle = Math.PI * (1.06 + (0.88 * tick) / 8)
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      drawStroke(target, [x + 34 * cos, 398 + 34 * sin, x + 39 * cos, 398 + 39 * sin], 1.4, paint, 0.8)
    }
  }
  const speed = Math.PI * (1.62 + 0.02 * Math.sin(seconds * 1.3))
  drawStroke(
    target,
    [232, 398, 232 + 34 * Math.cos(speed), 398 + 34 * Math.sin(speed)],
    1.8,
    colour('#ff6a45'),
  )
  drawWheel(target, dark, rim)
}

function drawWheel(target: Surface, dark: Colour, rim: Colour): void {
  const outer = arcPoints(290, 470, 208, 150, 190, 350, 60)
  for (let i = 0; i + 3 < outer.length; i += 2) {
    const [ax, ay, bx, by] = outer.slice(i, i + 4) as [number, number, number, number]
    drawStroke(target, [ax, ay - 1.5, bx, by - 1.5], 15, rim)
  }
  for (let i = 0; i + 3 < outer.length; i += 2) {
    const [ax, ay, bx, by] = outer.slice(i, i + 4) as [number, number, number, number]
    drawStroke(target, [ax, ay, bx, by], 15, dark)
  }
}
