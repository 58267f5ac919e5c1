import { type Result, refuse } from '../../result.ts'
import type { Assumed } from '../format.ts'
import { clockRange, clockSeconds, takenClock } from './clockTimes.ts'
import {
  counted,
  type FoundMarker,
  headOf,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
  type ReadMarkers,
} from './markerImporter.ts'

const arrow = /^\s*([\d:.,]+)\s+-->\s+([\d:.,]+)(?:\s.*)?$/

/** SubRip subtitles as cues: the first line of each is the name, the others are the note. */
export const srtCues = markerImporter({
  id: 'srt',
  label: 'Subtitles (SRT)',
  extensions: ['srt'],
  recognises: (text) =>
    !isWebVtt(text) &&
    linesOf(headOf(text))
      .slice(0, 20)
      .some((line) => arrow.test(line)),
  readMarkers: (text, assumed) =>
    readSubtitles('Subtitles (SRT)', text, assumed, (line) => line.replace(/<[^<>]*>/g, '')),
})

/** WebVTT subtitles as cues, in the same way. */
export const webvttCues = markerImporter({
  id: 'webvtt',
  label: 'Subtitles (WebVTT)',
  extensions: ['vtt'],
  recognises: isWebVtt,
  readMarkers: (text, assumed) => {
    const label = 'Subtitles (WebVTT)'
    return isWebVtt(text)
      ? readSubtitles(label, text, assumed, unescaped)
      : refuse(notThisFormat(label, 'WEBVTT on the first line', text))
  },
})

function isWebVtt(text: string): boolean {
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)
}

function readSubtitles(
  label: string,
  text: string,
  assumed: Assumed | null,
  plain: (line: string) => string,
): Result<ReadMarkers> {
  const blocks = timedBlocks(linesOf(text))
  if (blocks.length === 0)
    return refuse(notThisFormat(label, 'times such as 00:00:01,000 --> 00:00:04,000', text))
  const clock = takenClock(assumed)
  const found = blocks.map(({ from, to, lines }): FoundMarker => {
    const [name = '', ...note] = lines.map(plain)
    return { ...clockRange(from, to, clock), name, note: note.join(' '), colour: null }
  })
  const isSound = ({ frame }: FoundMarker) => Number.isFinite(frame)
  const lost = found.filter((marker) => !isSound(marker)).length
  const said = lost > 0 ? [`${counted(lost, 'subtitle')} without a time that can be read left out.`] : []
  const whole = { title: '', rate: clock.rate, start: clock.start, length: null }
  return listOfFound(label, whole, found.filter(isSound), [...clock.notes, ...said])
}

type Block = { readonly from: number; readonly to: number; readonly lines: readonly string[] }

/** The lines behind each line of times, up to a blank line or the next one. */
function timedBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: (Block & { readonly lines: string[] })[] = []
  let isOpen = false
  for (const line of lines) {
    const times = line.length < 200 ? arrow.exec(line) : null
    if (times) {
      const last = blocks.at(-1)
      // Without a blank line between, the number of this subtitle was taken for text of the one before.
      if (isOpen && /^\d+$/.test(last?.lines.at(-1) ?? '')) last?.lines.pop()
      blocks.push({ from: clockSeconds(times[1] ?? ''), to: clockSeconds(times[2] ?? ''), lines: [] })
      isOpen = true
    } else if (line.trim() === '') isOpen = false
    else if (isOpen) blocks.at(-1)?.lines.push(line.trim())
  }
  return blocks
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00A0',
  '&lrm;': '\u200E',
  '&rlm;': '\u200F',
}

function unescaped(line: string): string {
  return line
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity)
}
