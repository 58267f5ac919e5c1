import { clamp, mix, ramp } from '../ease.ts'
import { drawStroke, fillPolygon } from '../picture/strokes.ts'
import { type Colour, colour, dimmed, disc, glow, type Surface } from '../picture/surface.ts'
import { scatter, smoothNoise } from '../random.ts'
import { type Painter, STAGE_HEIGHT, STAGE_WIDTH } from './painter.ts'
import { drawRain } from './rain.ts'

/** Metres, except the first three, which are pixels. The camera looks along z at the middle of the street. */
const FOCAL = 430
const VANISH_X = 470
const HORIZON = 196
const EYE = 1.55
const WALL = 7.5
const LAMP_STEP = 11
const LAMP_X = 5
const LAMP_Y = 4.1
const SPEED = 0.38

const AMBER = colour('#ffae56')
const FOG = colour('#33405f')
const SKY = colour('#1b2444')
const WINDOWS = [colour('#ffbf70'), colour('#ff9f4a'), colour('#ffd9a6'), colour('#79b6d6')] as const
const SHOPS = [colour('#ff6a4d'), colour('#45c3bd'), colour('#ffb347'), colour('#d7679b')] as const

/** One place on a street front, answered into `seen`. */
const seen: [number, number, number] = [0, 0, 0]

/** A street of lanterns in the rain; someone walks ahead under a red umbrella. */
export function streetScene(): Painter {
  return (target, frame) => {
    const seconds = frame / 24
    const travelled = seconds * SPEED
    drawFronts(target, travelled)
    drawGround(target, travelled, seconds)
    drawLamps(target, travelled, seconds)
    drawWalker(target, seconds)
    drawRain(target, seconds, 90, 0.05)
  }
}

function drawFronts(target: Surface, travelled: number): void {
  const last = Math.ceil(HORIZON + (EYE * FOCAL) / 6)
  for (let x = 0; x < STAGE_WIDTH; x++) {
    const slope = (x + 0.5 - VANISH_X) / FOCAL
    const z = WALL / Math.max(0.006, Math.abs(slope))
    const bottom = Math.min(last + 400, HORIZON + (EYE * FOCAL) / z, STAGE_HEIGHT)
    for (let y = 0; y < bottom; y++) {
      const height = EYE - ((y + 0.5 - HORIZON) / FOCAL) * z
      lookAtFront(z, height, travelled, slope < 0 ? 0 : 1, z / FOCAL)
      const i = (y * STAGE_WIDTH + x) * 3
      target.light[i] = seen[0]
      target.light[i + 1] = seen[1]
      target.light[i + 2] = seen[2]
    }
  }
}

/** What is seen at distance z and a height on one side; `blur` in metres softens edges. */
function lookAtFront(z: number, height: number, travelled: number, side: number, blur: number): void {
  const along = z + travelled
  const house = Math.floor(along / 9 + side * 0.4)
  const roof = 8 + 9 * scatter(house, side + 3)
  const fog = 1 - Math.exp(-z / 46)
  const sky = ramp(roof - blur, roof + blur, height)
  const tone = 0.5 + 0.6 * scatter(house, side + 9)
  const lamp = lampLight(along, height)
  seen[0] = 0.012 * tone + AMBER[0] * lamp * tone
  seen[1] = 0.013 * tone + AMBER[1] * lamp * tone
  seen[2] = 0.022 * tone + AMBER[2] * lamp * tone
  if (height > 3.4) addWindow(along, height, house, side, blur)
  else addShop(along, height, house, side, blur)
  for (let channel = 0; channel < 3; channel++) {
    const misty = mix(seen[channel] as number, (FOG[channel] as number) * 0.75, fog)
    const above = mix((SKY[channel] as number) * 0.5, (FOG[channel] as number) * 0.8, clamp(0, 1, fog * 1.1))
    seen[channel] = mix(misty, above, sky)
  }
}

/** The light that the two nearest lanterns throw on a wall. */
function lampLight(along: number, height: number): number {
  const off = along - Math.round(along / LAMP_STEP) * LAMP_STEP
  const up = (height - LAMP_Y) * 0.8
  return 0.42 / (3.2 + off * off + up * up)
}

function addWindow(along: number, height: number, house: number, side: number, blur: number): void {
  const column = Math.floor(along / 2.25)
  const floor = Math.floor((height - 3.4) / 3.1)
  const inX = along - (column + 0.5) * 2.25
  const inY = height - 3.4 - (floor + 0.5) * 3.1
  const edge = 0.05 + blur
  const pane = ramp(0.56 + edge, 0.56 - edge, Math.abs(inX)) * ramp(0.95 + edge, 0.95 - edge, Math.abs(inY))
  const cross = 1 - 0.55 * ramp(0.07 + blur, 0.02, Math.abs(inX))
  const key = column * 31 + floor * 7 + house * 101
  if (scatter(key, side + 21) > 0.26) {
    seen[2] += pane * 0.006
    return
  }
  const paint = WINDOWS[Math.floor(scatter(key, side + 5) * WINDOWS.length)] ?? AMBER
  const strength = pane * cross * mix(0.1, 0.5, scatter(key, side + 8))
  for (let channel = 0; channel < 3; channel++)
    seen[channel] = (seen[channel] as number) + (paint[channel] as number) * strength
}

function addShop(along: number, height: number, house: number, side: number, blur: number): void {
  if (scatter(house, side + 31) > 0.55) return
  const paint = SHOPS[Math.floor(scatter(house, side + 33) * SHOPS.length)] ?? AMBER
  const middle = (house - side * 0.4 + 0.5) * 9
  const edge = 0.08 + blur
  const wide = ramp(3.1 + edge, 3.1 - edge, Math.abs(along - middle))
  const pane = wide * ramp(0.55 - edge, 0.55 + edge, height) * ramp(2.5 + edge, 2.5 - edge, height)
  const sign = wide * ramp(2.72 - edge, 2.72 + edge, height) * ramp(2.95 + edge, 2.95 - edge, height)
  const strength = pane * 0.2 * (0.6 + 0.4 * smoothNoise(along * 1.3, height * 2)) + sign * 0.7
  for (let channel = 0; channel < 3; channel++)
    seen[channel] = (seen[channel] as number) + (paint[channel] as number) * strength
}

/** Wet ground: each place shows the front above it upside down, stretched and stirred. */
function drawGround(target: Surface, travelled: number, seconds: number): void {
  for (let y = HORIZON + 1; y < STAGE_HEIGHT; y++) {
    const depth = (EYE * FOCAL) / (y + 0.5 - HORIZON)
    const stir = (smoothNoise(y * 0.5, seconds * 0.8) - 0.5) * 0.6
    for (let x = 0; x < STAGE_WIDTH; x++) {
      const slope = (x + 0.5 - VANISH_X) / FOCAL
      if (WALL / Math.max(0.006, Math.abs(slope)) < depth) continue
      const across = slope * depth
      const patch = smoothNoise(across * 1.4, (depth + travelled) * 0.5, 3)
      const bend = slope + (stir * (patch - 0.5)) / (6 + depth)
      const z = WALL / Math.max(0.006, Math.abs(bend))
      const height = ((y + 0.5 - HORIZON) / FOCAL) * z - EYE
      lookAtFront(z, height, travelled, bend < 0 ? 0 : 1, z / FOCAL + 0.5 + 1.5 * patch)
      const shine = mix(0.3, 0.8, patch) * mix(1, 0.55, ramp(20, 2, depth))
      const kerb = Math.abs(across) > 4.3 ? 0.75 : 1
      const i = (y * STAGE_WIDTH + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        target.light[i + channel] = 0.004 + (seen[channel] as number) * shine * kerb
      }
    }
  }
}

function drawLamps(target: Surface, travelled: number, seconds: number): void {
  const first = Math.ceil((travelled + 3.2) / LAMP_STEP)
  for (let lamp = first + 7; lamp >= first; lamp--) {
    const z = lamp * LAMP_STEP - travelled
    const near = Math.exp(-z / 60)
    for (const side of [-1, 1]) drawLamp(target, z, side * LAMP_X, near, lampWaver(seconds, lamp * 2 + side))
  }
}

function lampWaver(seconds: number, lamp: number): number {
  return 0.93 + 0.14 * (smoothNoise(seconds * 2.2, lamp * 17) - 0.5)
}

function drawLamp(target: Surface, z: number, lateral: number, near: number, waver: number): void {
  const scale = FOCAL / z
  const x = VANISH_X + lateral * scale
  const head = HORIZON + (EYE - LAMP_Y) * scale
  const foot = HORIZON + EYE * scale
  const post = dimmed(FOG, 0.12 + 0.5 * (1 - near))
  drawStroke(target, [x, head + 0.2 * scale, x, foot], Math.max(0.7, 0.11 * scale), post)
  const cage = 0.24 * scale
  const cap = [x - cage * 1.2, head - cage * 0.6, x, head - cage * 1.9, x + cage * 1.2, head - cage * 0.6]
  fillPolygon(target, cap, post)
  glow(target, x, head, 3.4 * scale, AMBER, 0.16 * near * waver)
  glow(target, x, head, 1.1 * scale, AMBER, 0.42 * near * waver)
  glow(target, x, head, 0.34 * scale, colour('#ffdca4'), 1.6 * near * waver, 1.3)
  const mirrored = HORIZON + (EYE + LAMP_Y * 0.62) * scale
  glow(target, x, mirrored, 0.5 * scale, AMBER, 0.2 * near * waver, 4.4)
  glow(target, x, foot, 1.3 * scale, AMBER, 0.07 * near * waver, 0.35)
}

function drawWalker(target: Surface, seconds: number): void {
  const scale = FOCAL / (8.6 + seconds * 0.12)
  const step = seconds * 1.75 * Math.PI
  const x = VANISH_X + (-0.35 + 0.02 * Math.sin(step)) * scale
  const foot = HORIZON + EYE * scale
  const up = (metres: number) => foot - (metres + 0.02 * Math.abs(Math.sin(step))) * scale
  const dark: Colour = [0.004, 0.004, 0.007]
  for (let i = 0; i < 5; i++)
    disc(target, x, foot + (0.15 + i * 0.24) * scale, 0.24 * scale, [0.003, 0.003, 0.005], 0.3, 0.3 * scale)
  for (const side of [-1, 1]) {
    const lift = Math.max(0, Math.sin(step + (side > 0 ? Math.PI : 0))) * 0.1
    drawStroke(
      target,
      [x + side * 0.09 * scale, up(0.85), x + side * 0.1 * scale, foot - lift * scale],
      0.13 * scale,
      dark,
    )
  }
  const coat = [
    x - 0.2 * scale,
    up(1.45),
    x + 0.2 * scale,
    up(1.45),
    x + 0.3 * scale,
    up(0.5),
    x - 0.3 * scale,
    up(0.5),
  ]
  fillPolygon(target, coat, dark)
  disc(target, x, up(1.6), 0.13 * scale, dark)
  drawUmbrella(target, x + 0.06 * scale, up(1.62), scale)
}

function drawUmbrella(target: Surface, x: number, rim: number, scale: number): void {
  const red = colour('#b3202a')
  const panels = 5
  const half = 0.72 * scale
  const tall = 0.5 * scale
  for (let panel = 0; panel < panels; panel++) {
    const points: number[] = []
    for (let i = 0; i <= 12; i++) {
      const lean = mix(-1, 1, (panel + (i < 6 ? 0 : 1)) / panels)
      const edge = i < 6 ? 1 - i / 6 : (i - 6) / 6
      points.push(
        x + half * Math.sin((lean * Math.PI) / 2) * Math.sin((edge * Math.PI) / 2),
        rim - tall * Math.cos((edge * Math.PI) / 2),
      )
    }
    fillPolygon(target, points, dimmed(red, [0.42, 0.62, 0.85, 1.15, 0.8][panel] ?? 1))
  }
  drawStroke(target, [x, rim - tall - 0.08 * scale, x, rim - tall], 0.04 * scale, red)
  glow(target, x + half * 0.3, rim - tall * 0.8, half * 0.5, colour('#ff8a5a'), 0.16, 0.4)
}
