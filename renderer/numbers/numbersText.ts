import type { ProductionDocument } from '../../shared/model/document.ts'
import { durationText, exactSecondsText } from '../../shared/sheet/duration.ts'
import { type MusicNumbers, partOf } from '../../shared/sheet/musicNumbers.ts'
import { numberAxes } from '../../shared/sheet/numberAxes.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { axisNames, barName } from './barNames.ts'

/** The numbers as lines of cells between tabs, for an e-mail or a spreadsheet. */
export function numbersText(production: ProductionDocument['production'], numbers: MusicNumbers): string {
  const { rate } = production
  const { totals } = numbers
  const title = [production.title, production.episodeNumber, production.episodeTitle]
    .filter(Boolean)
    .join(' ')
  const lines = [
    [title || 'Untitled production'],
    [],
    ['', 'Reported', 'Real seconds', 'Part of the show'],
    ['Music total', durationText(totals.musicSeconds), exactSecondsText(numbers.musicFrames, rate), ''],
    [
      'Coverage',
      durationText(totals.coverageSeconds),
      exactSecondsText(numbers.coverageFrames, rate),
      partText(totals.coverageSeconds, totals.showSeconds),
    ],
    ['Show', durationText(totals.showSeconds), exactSecondsText(numbers.showFrames, rate), ''],
    ['Cues', String(numbers.cues)],
  ]
  for (const axis of numberAxes) {
    lines.push([], [axisNames[axis], 'Reported', 'Real seconds', 'Part of the music', 'Cues'])
    for (const bar of numbers.bars[axis]) {
      const part = partText(bar.reported, totals.musicSeconds * 1000)
      const { real } = bar
      lines.push([
        barName(axis, bar),
        thousandthsText(bar.reported),
        realText(real, rate),
        part,
        String(bar.cues),
      ])
    }
  }
  return lines.map((cells) => cells.map(asCell).join('\t')).join('\n')
}

/** Thousandths of seconds as `MM:SS`, half up. */
export function thousandthsText(thousandths: number): string {
  return durationText(Math.floor((thousandths + 500) / 1000))
}

/** Thousandths of frames as real seconds with three decimals. */
export function realText(thousandths: number, rate: FrameRate): string {
  return exactSecondsText(frames(Math.round(thousandths / 1000)), rate)
}

/** A part of a whole in percent with one decimal; a dash of nothing. */
export function partText(amount: number, whole: number): string {
  const part = partOf(amount, whole)
  return part === null ? '–' : percentText(Math.round(part / 10) * 10)
}

/** A cell holds neither tabs nor line ends. */
function asCell(text: string): string {
  return text.replace(/\s+/g, ' ')
}
