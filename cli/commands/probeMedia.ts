import path from 'node:path'
import { probe } from '../../electron/media/probe.ts'
import type { FilmFacts } from '../../shared/media/filmFacts.ts'
import { type FrameRate, rateName } from '../../shared/time/frameRate.ts'
import { formatSignedTimecode, formatTimecode } from '../../shared/time/timecode.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import { refused } from '../refused.ts'
import type { Terminal } from '../terminal.ts'

/** Prints what a film or a sound file is: rate, start timecode, frames, every stream of sound. */
export async function probeMedia(file: string, asJson: boolean, terminal: Terminal): Promise<ExitCode> {
  terminal.progress(`Reading ${path.basename(file)}…`)
  const facts = await probe(file)
  terminal.progress('')
  if (!facts.ok) return refused(facts.problem, terminal)
  if (asJson) terminal.out(JSON.stringify(figuresOf(facts.value), null, 1))
  else for (const line of linesOf(facts.value)) terminal.out(line)
  return exitCode.ok
}

/** The facts with the labels that people read. */
function figuresOf(facts: FilmFacts): object {
  const { picture, ...rest } = facts
  return {
    ...rest,
    picture: picture && {
      ...picture,
      rateName: rateName(picture.rate),
      startTimecode: picture.startFrame === null ? null : formatTimecode(picture.startFrame, picture.rate),
      length: formatSignedTimecode(picture.frameCount, picture.rate),
    },
  }
}

function linesOf({ container, size, picture, sounds, durationSeconds, timeReference }: FilmFacts) {
  const lines = [`container  ${container}, ${size.toLocaleString('en')} bytes`]
  if (picture) {
    const { codecName, width, height, rate, isVariableRate, frameCount, startFrame } = picture
    const steady = isVariableRate ? ' on average, not constant' : ''
    lines.push(
      `picture    ${codecName}, ${width} × ${height}`,
      `rate       ${rateName(rate)} (${fractionOf(rate)})${steady}`,
      `start      ${startFrame === null ? 'no timecode' : formatTimecode(startFrame, rate)}`,
      `length     ${formatSignedTimecode(frameCount, rate)}, ${frameCount.toLocaleString('en')} frames`,
    )
  } else lines.push(`length     ${durationSeconds.toFixed(3)} s`)
  if (timeReference) {
    const { samples, sampleRate } = timeReference
    lines.push(`clock      sample ${samples} at ${sampleRate} Hz, ${(samples / sampleRate).toFixed(3)} s`)
  }
  for (const { index, codecName, layout, channels, sampleRate, language, title } of sounds) {
    const names = layout.length > 0 ? layout.join(' ') : String(channels)
    const words = [codecName, `${channels} ch (${names})`, `${sampleRate} Hz`, language, title]
    lines.push(`sound ${index + 1}    ${words.filter(Boolean).join(', ')}`)
  }
  return lines
}

function fractionOf({ num, den }: FrameRate): string {
  return `${num}/${den}`
}
