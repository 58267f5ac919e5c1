import { execFileSync } from 'node:child_process'

export interface ProbedStream {
  readonly codec_type: string
  readonly codec_name: string
  readonly profile?: string
  readonly channels?: number
  readonly has_b_frames?: number
  readonly start_time?: string
  readonly tags?: Readonly<Record<string, string>>
}

export interface ProbedFile {
  readonly format: { readonly format_name: string; readonly tags?: Readonly<Record<string, string>> }
  readonly streams: readonly ProbedStream[]
}

/** What ffprobe tells of a file. */
export function probeKind(path: string): ProbedFile {
  const words = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', path]
  return JSON.parse(execFileSync('ffprobe', words, { encoding: 'utf8' })) as ProbedFile
}

/** Presentation times of the pictures in seconds, in order. */
export function pictureTimes(path: string): number[] {
  const words = [
    '-v',
    'error',
    '-of',
    'csv=p=0',
    '-select_streams',
    'v:0',
    '-show_entries',
    'frame=pts_time',
    path,
  ]
  const text = execFileSync('ffprobe', words, { encoding: 'utf8' })
  return text
    .split('\n')
    .map((line) => Number.parseFloat(line))
    .filter((seconds) => !Number.isNaN(seconds))
}
