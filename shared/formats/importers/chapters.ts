import { refuse } from '../../result.ts'
import { takenClock } from './clockTimes.ts'
import {
  counted,
  type FoundMarker,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'

const label = 'Chapters (ffmpeg metadata)'

/** Chapters in ffmpeg's metadata form as cues. */
export const chapterCues = markerImporter({
  id: 'chapters',
  label,
  extensions: ['txt', 'ffmeta'],
  recognises: (text) => /^\uFEFF?;FFMETADATA\d/.test(text),
  readMarkers: (text, assumed) => {
    if (!/^\uFEFF?;FFMETADATA\d/.test(text))
      return refuse(notThisFormat(label, ';FFMETADATA1 on the first line', text))
    const clock = takenClock(assumed)
    const [head = '', ...blocks] = linesOf(text)
      .join('\n')
      .split(/\n\[CHAPTER\]\n/i)
    const found = blocks.map((block): FoundMarker => {
      const [num, den] = /^TIMEBASE=(\d{1,9})\/(\d{1,12})$/m.exec(block)?.slice(1).map(Number) ?? [1, 1e9]
      const at = (key: string) => {
        const ticks = new RegExp(`^${key}=(-?\\d{1,18})$`, 'm').exec(block)?.[1]
        if (ticks === undefined || !num || !den) return Number.NaN
        return Math.round((Number(ticks) * num * clock.rate.num) / (den * clock.rate.den))
      }
      const from = at('START')
      const to = at('END')
      const length = Number.isNaN(to) ? 0 : Math.max(0, to - from)
      return { frame: clock.start + from, length, name: field(block, 'title'), note: '', colour: null }
    })
    const isSound = ({ frame }: FoundMarker) => Number.isFinite(frame)
    const lost = found.filter((marker) => !isSound(marker)).length
    const said = lost > 0 ? [`${counted(lost, 'chapter')} without a start left out.`] : []
    const whole = { title: field(head, 'title'), rate: clock.rate, start: clock.start, length: null }
    return listOfFound(label, whole, found.filter(isSound), [...clock.notes, ...said])
  },
})

function field(block: string, key: string): string {
  const value =
    block
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1) ?? ''
  return value.replace(/\\(.)/g, '$1')
}
