import { swell } from '../ease.ts'
import { bokeh } from '../picture/bokeh.ts'
import { lettering, placeCentred } from '../picture/lettering.ts'
import { colour, glow, gradient, type Surface } from '../picture/surface.ts'
import { scatter, smoothNoise } from '../random.ts'
import { type Painter, STAGE_WIDTH } from './painter.ts'

const LIGHTS = ['#ffb45e', '#ff8a6a', '#6fa0ff', '#5fd0cc', '#ffd9a0', '#c96aa0'] as const
const INK = colour('#f3ead8')
const FAINT = colour('#b9a98f')

/** A role and a name, or a line that stands alone. */
type Line = readonly [role: string, name: string]

interface Card {
  readonly in: number
  readonly out: number
  readonly lines: readonly Line[]
}

/** Frames of the scene; the names of the music are those of the plan. */
const CARDS: readonly Card[] = [
  {
    in: 14,
    out: 104,
    lines: [
      ['Written and directed by', 'Tove Arden'],
      ['Produced by', 'Wick & Tallow Pictures'],
    ],
  },
  {
    in: 104,
    out: 194,
    lines: [
      ['Original music', 'Ines Halloran'],
      ['Music editor', 'Caspar Nyman'],
    ],
  },
  {
    in: 194,
    out: 310,
    lines: [
      ['Turn It Up, Marlene', 'The Velvet Switchboard'],
      ['Waltz for a Wet Umbrella', 'Otto Brandvik'],
      ['Carry the Lantern Home', 'Ruth Adeyemi'],
    ],
  },
  { in: 310, out: 394, lines: [['For everyone who', 'left a light on']] },
]

/** Lights of the city far out of focus, and the names. */
export function creditsScene(): Painter {
  return (target, frame) => {
    const seconds = frame / 24
    const shown = swell(-6, 406, 30, 22, frame)
    gradient(target, [
      [0, colour('#0a0f24', shown)],
      [0.6, colour('#151a3a', shown)],
      [1, colour('#2a1f3c', shown)],
    ])
    drawLights(target, seconds, shown)
    for (const card of CARDS) drawCard(target, card, swell(card.in, card.out, 16, 16, frame))
  }
}

function drawLights(target: Surface, seconds: number, shown: number): void {
  glow(target, 480, 420, 480, colour('#ff9a5e'), 0.08 * shown, 0.4)
  for (let light = 0; light < 34; light++) {
    const depth = scatter(light, 1)
    const radius = 10 + 26 * depth
    const span = STAGE_WIDTH + 160
    const x = ((scatter(light, 2) * span + seconds * (3 + 9 * depth)) % span) - 80
    const y = 150 + 250 * Math.sqrt(scatter(light, 3)) + 5 * Math.sin(seconds * 0.3 + light)
    const centre = Math.exp(-(((x - 480) / 300) ** 2) - ((y - 210) / 110) ** 2)
    const pulse = 0.75 + 0.5 * (smoothNoise(seconds * 0.6, light * 13) - 0.5)
    const paint = colour(LIGHTS[light % LIGHTS.length] ?? '#ffb45e')
    bokeh(target, x, y, radius, paint, (0.17 - 0.09 * depth) * pulse * shown * (1 - 0.72 * centre))
  }
}

function drawCard(target: Surface, card: Card, shown: number): void {
  if (shown <= 0) return
  const step = 74
  const top = 196 - (card.lines.length * step) / 2
  card.lines.forEach(([role, name], index) => {
    const y = top + index * step
    placeCentred(target, lettering(role, { size: 10, weight: 1.25, spacing: 80 }), 480, y, FAINT, shown)
    placeCentred(target, lettering(name, { size: 19, weight: 1.9, spacing: 52 }), 480, y + 23, INK, shown)
  })
}
