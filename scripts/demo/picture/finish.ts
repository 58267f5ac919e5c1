import { clamp, ramp } from '../ease.ts'
import { scatter } from '../random.ts'
import type { Surface } from './surface.ts'

/** The table is indexed by the square root of the light, which keeps the darks fine; it ends at light 4. */
const STEPS = 4096
const screen = new Float32Array(STEPS + 1)
for (let i = 0; i <= STEPS; i++) screen[i] = 255 * rolledOff(4 * (i / STEPS) ** 2) ** (1 / 2.2)

/** Straight to about 0.6, then bending gently towards white. */
function rolledOff(light: number): number {
  return light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4))
}

const finishes = new Map<string, { readonly shade: Float32Array; readonly grain: Float32Array }>()

/** Darker corners, and a still grain of under one step that hides bands in gradients. */
function finishFor(width: number, height: number) {
  const key = `${width}x${height}`
  const known = finishes.get(key)
  if (known !== undefined) return known
  const shade = new Float32Array(width * height)
  const grain = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const away = Math.hypot((x / width - 0.5) * 1.05, (y / height - 0.5) * 0.8)
      shade[y * width + x] = 1 - 0.55 * ramp(0.22, 0.72, away)
      grain[y * width + x] = (scatter(x, y) + scatter(y + 77, x + 991)) * 0.9 - 0.4
    }
  }
  const made = { shade, grain }
  finishes.set(key, made)
  return made
}

/** Turns light into 8-bit red, green and blue and writes it at row `top` of a frame of the same width. */
export function developPicture(picture: Surface, gain: number, frame: Uint8Array, top: number): void {
  const { shade, grain } = finishFor(picture.width, picture.height)
  const start = top * picture.width * 3
  for (let i = 0; i < shade.length; i++) {
    const level = (shade[i] as number) * gain
    const noise = grain[i] as number
    for (let channel = 0; channel < 3; channel++) {
      const light = clamp(0, 4, (picture.light[i * 3 + channel] as number) * level)
      const step = Math.round(Math.sqrt(light) * (STEPS / 2))
      frame[start + i * 3 + channel] = clamp(0, 255, (screen[step] as number) + noise)
    }
  }
}
