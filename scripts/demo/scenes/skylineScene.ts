import { ramp, swell } from '../ease.ts'
import { drawLayer, type Layer, layer } from '../picture/layer.ts'
import { lettering, placeCentred } from '../picture/lettering.ts'
import { type SkylineStyle, skyline } from '../picture/skyline.ts'
import { type Colour, colour, disc, glow, gradient, type Surface } from '../picture/surface.ts'
import { cloudNoise, smoothNoise } from '../random.ts'
import { type Painter, STAGE_HEIGHT, STAGE_WIDTH } from './painter.ts'

const MOON_X = 862
const MOON_Y = 84
const WARM = [colour('#ffc46b'), colour('#ffb055'), colour('#ffd9a0'), colour('#9fc4ff')] as const

const ROWS: readonly { readonly style: SkylineStyle; readonly speed: number }[] = [
  {
    speed: 2,
    style: {
      seed: 11,
      width: 1040,
      height: 210,
      buildingWidth: [18, 44],
      buildingHeight: [40, 196],
      wall: colour('#2a3262'),
      foot: colour('#5d4a70'),
      windows: WARM,
      window: [1, 1, 3, 4],
      litShare: 0,
    },
  },
  {
    speed: 5,
    style: {
      seed: 23,
      width: 1120,
      height: 190,
      buildingWidth: [34, 78],
      buildingHeight: [50, 176],
      wall: colour('#171d42'),
      foot: colour('#3a335c'),
      windows: WARM,
      window: [2, 3, 5, 6],
      litShare: 0.16,
    },
  },
  {
    speed: 11,
    style: {
      seed: 42,
      width: 1260,
      height: 170,
      buildingWidth: [70, 150],
      buildingHeight: [30, 150],
      wall: colour('#0a0d22'),
      foot: colour('#10122c'),
      windows: WARM,
      window: [4, 6, 8, 9],
      litShare: 0.2,
    },
  },
]

/** A bank of thin cloud, brighter where it is thicker. */
function cloudBank(width: number, height: number): Layer {
  const made = layer(width, height)
  for (let y = 0; y < height; y++) {
    const edge = ramp(0, 50, y) * ramp(height, height - 70, y)
    for (let x = 0; x < width; x++) {
      const thick = ramp(0.46, 0.86, cloudNoise(x / 190, y / 34, 5)) * edge
      const i = y * width + x
      made.cover[i] = thick * 0.42
      made.picture.light[i * 3] = thick * 0.021
      made.picture.light[i * 3 + 1] = thick * 0.024
      made.picture.light[i * 3 + 2] = thick * 0.05
    }
  }
  return made
}

/** The city under the moon, moving past slowly, with the titles of the film. */
export function skylineScene(): Painter {
  const rows = ROWS.map(({ style, speed }) => ({ made: skyline(style), speed, height: style.height }))
  const clouds = cloudBank(1240, 240)
  const peaks = rows.slice(0, 1).flatMap((row) => peaksOf(row.made))
  return (target, frame) => {
    const seconds = frame / 24
    drawSky(target)
    drawMoon(target)
    drawLayer(target, clouds, -40 - seconds * 5, 20)
    rows.forEach((row, index) => {
      drawLayer(target, row.made, -8 - seconds * row.speed, STAGE_HEIGHT - row.height)
      if (index === 0)
        drawBeacons(
          target,
          peaks.map(([x, y]) => [x - 8 - seconds * row.speed, y + STAGE_HEIGHT - row.height]),
          seconds,
        )
      if (index < 2)
        drawHaze(target, index === 0 ? colour('#7a4f74') : colour('#3f3a6c'), 0.16 - index * 0.06)
    })
    drawTitles(target, frame)
  }
}

function drawSky(target: Surface): void {
  gradient(target, [
    [0, colour('#080c22')],
    [0.35, colour('#141c46')],
    [0.62, colour('#3a3467')],
    [0.85, colour('#8d5873')],
    [1, colour('#b57a72')],
  ])
}

function drawMoon(target: Surface): void {
  glow(target, MOON_X, MOON_Y, 250, colour('#8ea4e8'), 0.1)
  glow(target, MOON_X, MOON_Y, 92, colour('#b9c8f5'), 0.2)
  disc(target, MOON_X, MOON_Y, 37, colour('#f2ead2', 0.86), 1, 1.6)
  for (let i = 0; i < 9; i++) {
    const angle = i * 2.4
    const away = 5 + 2.8 * i
    const x = MOON_X + Math.cos(angle) * away * 0.9
    const y = MOON_Y + Math.sin(angle) * away * 0.9
    disc(target, x, y, 5 + (i % 4) * 2.6, colour('#cfc9bd'), 0.2, 6)
  }
}

/** Lit mist lying between two rows of buildings. */
function drawHaze(target: Surface, paint: Colour, gain: number): void {
  for (let y = 200; y < STAGE_HEIGHT; y++) {
    const strength = gain * ramp(200, STAGE_HEIGHT, y)
    for (let i = y * STAGE_WIDTH * 3; i < (y + 1) * STAGE_WIDTH * 3; i += 3) {
      target.light[i] = (target.light[i] as number) + paint[0] * strength
      target.light[i + 1] = (target.light[i + 1] as number) + paint[1] * strength
      target.light[i + 2] = (target.light[i + 2] as number) + paint[2] * strength
    }
  }
}

/** The highest places of a row of buildings, one in each part of its width; x and y in pixels of the layer. */
function peaksOf(row: Layer): (readonly [number, number])[] {
  const { width, height } = row.picture
  const parts = [60, 330, 620, 900].map((from) => [from, Math.min(width, from + 230)] as const)
  return parts.map(([from, to]) => {
    for (let y = 0; y < height; y++) {
      for (let x = from; x < to; x++) if ((row.cover[y * width + x] as number) > 0) return [x, y] as const
    }
    return [from, height] as const
  })
}

/** Red lights on the highest roofs, slowly on and off. */
function drawBeacons(target: Surface, peaks: readonly (readonly [number, number])[], seconds: number): void {
  peaks.forEach(([x, y], index) => {
    const on = ramp(0.5, 0.8, Math.sin((seconds * 0.55 + index * 0.37) * Math.PI * 2) * 0.5 + 0.5)
    glow(target, x, y, 6, colour('#ff4a3d'), on * 0.5)
    glow(target, x, y, 1.8, colour('#ff9a8a'), on * 1.1)
  })
}

function drawTitles(target: Surface, frame: number): void {
  const small = { size: 13, weight: 1.5, spacing: 95 }
  const tiny = { size: 10, weight: 1.25, spacing: 110 }
  const ink = colour('#f3ead8')
  const card = (text: string, y: number, style: typeof small, from: number, to: number) =>
    placeCentred(target, lettering(text, style), 480, y, ink, swell(from, to, 22, 22, frame))
  card('Wick & Tallow Pictures presents', 128, small, 28, 116)
  drawMainTitle(target, swell(136, 300, 46, 30, frame), frame)
  card('Music by', 104, tiny, 316, 430)
  card('Ines Halloran', 128, small, 316, 430)
  card('Directed by', 168, tiny, 330, 430)
  card('Tove Arden', 192, small, 330, 430)
}

function drawMainTitle(target: Surface, shown: number, frame: number): void {
  if (shown <= 0) return
  const style = { size: 42, weight: 2.8, spacing: 46 }
  const breath = 0.94 + 0.06 * smoothNoise(frame / 9, 1)
  glow(target, 480, 150, 240, colour('#ffb765'), shown * 0.045, 0.3)
  placeCentred(target, lettering('Lantern Street', style), 480, 126, colour('#ffe6bd'), shown * breath)
  const half = 150 * ramp(150, 230, frame)
  for (let x = Math.round(480 - half); x < 480 + half; x++) {
    const i = (187 * STAGE_WIDTH + x) * 3
    for (let channel = 0; channel < 3; channel++) {
      const tint = [1, 0.72, 0.4][channel] ?? 1
      target.light[i + channel] = (target.light[i + channel] as number) + 0.5 * shown * tint
    }
  }
}
