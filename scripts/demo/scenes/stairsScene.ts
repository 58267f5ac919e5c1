import { clamp, mix, ramp } from '../ease.ts'
import { type Colour, colour, glow, type Surface } from '../picture/surface.ts'
import { smoothNoise } from '../random.ts'
import { type Painter, STAGE_HEIGHT, STAGE_WIDTH } from './painter.ts'

const STEPS = 22
const RATIO = Math.log(0.56)
const TURN = Math.PI * 2
const COLD = colour('#2f5a60')
const DEEP = colour('#0a1a20')
const BRASS = colour('#b98f4a')
const LAMP = colour('#ffd08a')

/** Looking down a spiral stairwell while a lamp comes up the steps. */
export function stairsScene(): Painter {
  return (target, frame) => {
    const seconds = frame / 24
    const centreX = 500 + 10 * Math.sin(seconds * 0.31)
    const centreY = 212 + 6 * Math.cos(seconds * 0.27)
    const spin = seconds * 0.045
    const lampAt = 2.75 - seconds * 0.118
    for (let y = 0; y < STAGE_HEIGHT; y++) {
      for (let x = 0; x < STAGE_WIDTH; x++) {
        paintStair(
          target,
          (y * STAGE_WIDTH + x) * 3,
          (x + 0.5 - centreX) * 0.9,
          y + 0.5 - centreY,
          spin,
          lampAt,
        )
      }
    }
    drawLantern(target, centreX, centreY, spin, lampAt, seconds)
    glow(target, centreX, centreY, 30, colour('#bfe3d0'), 0.16)
  }
}

/** The spiral: how many turns down a place is, counted along the stairs. */
function paintStair(target: Surface, i: number, dx: number, dy: number, spin: number, lampAt: number): void {
  const radius = Math.hypot(dx, dy) + 0.001
  const angle = Math.atan2(dy, dx) / TURN + 0.5 + spin
  const down = Math.log(radius / 520) / RATIO
  const turns = down - angle
  const flight = Math.floor(turns)
  const across = turns - flight
  const depth = Math.max(0, flight + angle + 0.4)
  const fade = Math.exp(-depth * 0.42)
  const soft = clamp(0.004, 0.3, 2.2 / radius / -RATIO)
  const tread = shadeTread(angle, across, radius, soft)
  const rail = ramp(0.735 - soft, 0.745, across) * ramp(0.785 + soft, 0.775, across)
  const shadow = ramp(0.79, 1, across)
  const away = depth - lampAt
  const lit = Math.exp(-away * away * 30) * 1.5 + Math.exp(-away * away * 3.2) * 0.22
  const stone = across < 0.74 ? tread : mix(0.03, 0.22, shadow * shadow)
  for (let channel = 0; channel < 3; channel++) {
    const cold =
      mix(DEEP[channel] as number, COLD[channel] as number, stone) * (0.2 + 0.8 * fade) * stone * 1.3
    const warm = (LAMP[channel] as number) * lit * stone * 0.55
    const metal = rail * (BRASS[channel] as number) * (0.3 * fade + lit * 0.5)
    target.light[i + channel] = 0.003 + cold * (1 - rail) + warm * (1 - rail * 0.6) + metal
  }
}

/** Each step is lighter at its front edge and drops into shadow at the next. */
function shadeTread(angle: number, across: number, radius: number, soft: number): number {
  const along = angle * STEPS
  const within = along - Math.floor(along)
  const blur = clamp(0.02, 0.5, (STEPS / (TURN * radius)) * 1.2)
  const flat = mix(0.42, 0.78, within)
  const riser = ramp(blur, 0, within) + ramp(1 - blur, 1, within)
  const edge = ramp(0.06 + soft, 0, across) * 0.5
  return clamp(0, 1, mix(flat, 0.12, Math.min(1, riser)) * (0.55 + 0.6 * across) - edge)
}

/** The lamp itself, carried up the middle of the steps. */
function drawLantern(
  target: Surface,
  centreX: number,
  centreY: number,
  spin: number,
  lampAt: number,
  seconds: number,
): void {
  const flight = Math.floor(lampAt - 0.4)
  const angle = lampAt - 0.4 - flight
  const radius = 520 * Math.exp(RATIO * (flight + 0.38 + angle))
  const turn = (angle - 0.5 - spin) * TURN
  const x = centreX + (radius * Math.cos(turn)) / 0.9
  const y = centreY + radius * Math.sin(turn)
  const size = radius / 150
  const waver = 0.9 + 0.2 * (smoothNoise(seconds * 6, 12) - 0.5)
  const core: Colour = colour('#fff1cf')
  glow(target, x, y, 60 * size + 12, LAMP, 0.32 * waver)
  glow(target, x, y, 8 * size + 2.4, core, 1.4 * waver)
}
