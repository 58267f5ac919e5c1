import { drawStroke } from '../picture/strokes.ts'
import { colour, type Surface } from '../picture/surface.ts'
import { scatter } from '../random.ts'

const DROP = colour('#a9bbd6')

/** Slanting streaks of rain, each falling again and again at its own place and pace. */
export function drawRain(target: Surface, seconds: number, drops: number, gain: number): void {
  for (let drop = 0; drop < drops; drop++) {
    const near = scatter(drop, 1)
    const pace = 420 + 520 * near
    const length = 10 + 22 * near
    const path = target.height + 80
    const fallen = seconds * pace + scatter(drop, 2) * path
    const round = Math.floor(fallen / path)
    const y = fallen - round * path - 40
    const x = scatter(drop, 100 + round) * (target.width + 60) - 30 + y * 0.08
    drawStroke(
      target,
      [x, y, x + length * 0.08, y + length],
      0.8 + near * 0.7,
      DROP,
      gain * (0.5 + near),
      true,
    )
  }
}
