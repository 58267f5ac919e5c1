import { mix, ramp } from '../ease.ts'
import { drawLayer } from '../picture/layer.ts'
import { skyline } from '../picture/skyline.ts'
import { arcPoints, drawStroke, fillPolygon } from '../picture/strokes.ts'
import {
  between,
  box,
  type Colour,
  colour,
  dimmed,
  disc,
  glow,
  gradient,
  type Surface,
} from '../picture/surface.ts'
import { cloudNoise, scatter, smoothNoise } from '../random.ts'
import { type Painter, STAGE_HEIGHT, STAGE_WIDTH } from './painter.ts'

const SUN_X = 610
const LAMP = colour('#ffb75e')
const ROOF = 322

function distantCity(
  seed: number,
  height: number,
  wall: string,
  foot: string,
  wide: readonly [number, number],
) {
  return skyline({
    seed,
    width: 1010,
    height,
    buildingWidth: wide,
    buildingHeight: [height * 0.22, height - 14],
    wall: colour(wall),
    foot: colour(foot),
    windows: [colour('#ffd9a0')],
    window: [2, 2, 6, 7],
    litShare: seed === 63 ? 0.05 : 0,
  })
}

/** Two people on a roof watch the sun come up; the lanterns on their string go out one by one. */
export function rooftopScene(): Painter {
  const far = distantCity(61, 140, '#a7708a', '#f0b08f', [20, 52])
  const near = distantCity(63, 120, '#5f4468', '#a86a7c', [44, 96])
  const clouds = cloudStreaks()
  return (target, frame) => {
    const seconds = frame / 24
    const day = ramp(-40, 330, frame)
    drawSky(target, day)
    addClouds(target, clouds, seconds, day)
    drawSun(target, day)
    drawLayer(target, far, -12 - seconds * 0.6, 178, mix(0.55, 1, day))
    glow(target, SUN_X, 300, 420, colour('#ffb27a'), 0.12 + 0.22 * day, 0.22)
    drawLayer(target, near, -14 - seconds * 1.4, 212, mix(0.42, 0.85, day))
    drawBirds(target, seconds)
    drawRoof(target, day)
    drawPair(target, seconds, day)
    drawLanternString(target, seconds, frame)
  }
}

function drawSky(target: Surface, day: number): void {
  const stop = (place: number, night: string, dawn: string) =>
    [place, between(colour(night), colour(dawn), day)] as const
  gradient(target, [
    stop(0, '#141b3e', '#4a6fa8'),
    stop(0.32, '#2c2c5e', '#9a9cc4'),
    stop(0.55, '#6a4470', '#f2b9a0'),
    stop(0.74, '#c4705f', '#ffd08a'),
    stop(1, '#d98a5a', '#ffe0a8'),
  ])
}

function cloudStreaks(): Float32Array {
  const made = new Float32Array(1120 * 210)
  for (let y = 0; y < 210; y++) {
    const edge = ramp(0, 30, y) * ramp(210, 130, y)
    for (let x = 0; x < 1120; x++)
      made[y * 1120 + x] = ramp(0.5, 0.82, cloudNoise(x / 210, y / 22, 31)) * edge
  }
  return made
}

/** Clouds catch the light from below: rose and gold. */
function addClouds(target: Surface, clouds: Float32Array, seconds: number, day: number): void {
  const shift = seconds * 4
  const whole = Math.floor(shift)
  const part = shift - whole
  const paint = between(colour('#b25f73'), colour('#ffd9b0'), day)
  for (let y = 0; y < 210; y++) {
    for (let x = 0; x < STAGE_WIDTH; x++) {
      const at = y * 1120 + x + whole
      const thick = mix(clouds[at] as number, clouds[at + 1] as number, part) * 0.5
      if (thick <= 0.001) continue
      const i = (y * STAGE_WIDTH + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        target.light[i + channel] = mix(target.light[i + channel] as number, paint[channel] as number, thick)
      }
    }
  }
}

function drawSun(target: Surface, day: number): void {
  const y = mix(318, 216, day)
  glow(target, SUN_X, y, 330, colour('#ffc07a'), 0.28 * day + 0.08)
  glow(target, SUN_X, y, 110, colour('#ffdba0'), 0.42 * day + 0.1)
  disc(target, SUN_X, y, 31, colour('#fff0c8', 1.25), 1, 1.6)
}

/** A few birds, each two strokes that beat. */
function drawBirds(target: Surface, seconds: number): void {
  for (let bird = 0; bird < 7; bird++) {
    const x = ((seconds * (21 + 2 * scatter(bird, 3)) + scatter(bird, 1) * 150 + 60) % 1100) - 40
    const y = 92 + scatter(bird, 2) * 62 - seconds * 1.6 + 4 * smoothNoise(seconds * 0.6, bird)
    const size = 4 + 2.6 * scatter(bird, 4)
    const beat = Math.sin(seconds * (8 + 2 * scatter(bird, 5)) + bird * 2) * 0.6
    const tip = y - size * (0.25 + beat * 0.5)
    for (const side of [-1, 1])
      drawStroke(target, [x, y, x + side * size, tip], 1.2, [0.03, 0.02, 0.04], 0.85)
  }
}

function drawRoof(target: Surface, day: number): void {
  const dark: Colour = [0.008, 0.006, 0.011]
  const rim = dimmed(colour('#ffb98a'), 0.25 + 0.5 * day)
  box(target, 0, ROOF, STAGE_WIDTH, STAGE_HEIGHT, dark)
  box(target, 0, ROOF - 1.5, STAGE_WIDTH, ROOF + 0.5, rim, 0.8)
  drawTank(target, 142, dark, rim)
  box(target, 842, 268, 894, ROOF, dark)
  box(target, 836, 262, 900, 269, dark)
  box(target, 836, 261, 900, 262.4, rim, 0.7)
  drawStroke(target, [776, ROOF, 776, 196], 2, dark)
  for (let rung = 0; rung < 5; rung++) {
    drawStroke(target, [758 + rung * 2, 202 + rung * 9, 794 - rung * 2, 202 + rung * 9], 1.4, dark)
  }
}

function drawTank(target: Surface, x: number, dark: Colour, rim: Colour): void {
  for (const leg of [-38, -13, 13, 38]) drawStroke(target, [x + leg * 0.86, 238, x + leg, ROOF], 3.4, dark)
  drawStroke(target, [x - 38, 300, x + 36, 252], 1.6, dark)
  drawStroke(target, [x + 38, 300, x - 36, 252], 1.6, dark)
  box(target, x - 44, 150, x + 44, 240, dark)
  fillPolygon(target, [x - 52, 152, x, 112, x + 52, 152], dark)
  drawStroke(target, [x + 44, 154, x + 44, 240], 1.6, rim, 0.8)
  drawStroke(target, [x, 112, x + 52, 152], 1.4, rim, 0.8)
  for (const hoop of [172, 198, 224]) drawStroke(target, [x + 12, hoop, x + 44, hoop], 1.1, rim, 0.35)
}

/** Sitting on the parapet, backs to us, one with her head on the other's shoulder towards the end. */
function drawPair(target: Surface, seconds: number, day: number): void {
  const dark: Colour = [0.006, 0.004, 0.008]
  const rim = dimmed(colour('#ffcf9a'), 0.25 + 0.6 * day)
  const rest = ramp(9, 12, seconds)
  const sway = (smoothNoise(seconds * 0.7, 8) - 0.5) * 3
  for (const [paint, shift] of [
    [rim, 1.5],
    [dark, 0],
  ] as const) {
    drawSitter(target, 452 + shift, 252 + sway * 0.2, rest * 7, paint)
    drawSitter(target, 506 + shift, 244 - sway * 0.2, -rest * 2, paint)
    fillPolygon(target, arcPoints(506 + shift - rest * 2, 233 - sway * 0.2, 26, 4.4, 0, 360), paint)
    box(target, 493 + shift - rest * 2, 218 - sway * 0.2, 519 + shift - rest * 2, 233, paint)
  }
}

function drawSitter(target: Surface, x: number, y: number, lean: number, paint: Colour): void {
  disc(target, x + lean, y, 14, paint)
  box(target, x - 5 + lean * 0.8, y + 10, x + 5 + lean * 0.8, y + 24, paint)
  const back = [...arcPoints(x + lean * 0.5, y + 44, 27, 25, 180, 360), x + 31, ROOF + 4, x - 31, ROOF + 4]
  fillPolygon(target, back, paint)
}

function drawLanternString(target: Surface, seconds: number, frame: number): void {
  const ends = [
    [142, 118],
    [480, 190],
    [776, 198],
  ] as const
  const sag = (t: number) => {
    const swing = Math.sin(seconds * 0.9 + t * 5) * 1.6
    const [a, m, b] = ends
    const y = (1 - t) * (1 - t) * a[1] + 2 * t * (1 - t) * (m[1] - 4) + t * t * b[1] + swing
    return [mix(a[0], b[0], t), y] as const
  }
  for (let i = 0; i < 60; i++)
    drawStroke(target, [...sag(i / 60), ...sag((i + 1) / 60)], 1.1, [0.02, 0.014, 0.02])
  for (let lamp = 1; lamp <= 10; lamp++) {
    const [x, y] = sag(lamp / 11)
    const out = 70 + scatter(lamp, 6) * 190
    const lit = ramp(out + 14, out, frame)
    fillPolygon(
      target,
      [x - 4, y + 3, x + 4, y + 3, x + 6, y + 9, x + 4, y + 17, x - 4, y + 17, x - 6, y + 9],
      mixLamp(lit),
    )
    glow(target, x, y + 10, 26, LAMP, 0.24 * lit)
    glow(target, x, y + 10, 6, colour('#fff0cf'), 0.8 * lit)
  }
}

function mixLamp(lit: number): Colour {
  return between([0.05, 0.03, 0.03], colour('#ffcb7a'), lit)
}
