import { inputArguments } from './ffmpeg.ts'

/**
 * What ffmpeg is told to decode a sound stream from a second of the container's own time to its end: 16-bit WAV on its
 * standard output. Its own clock would begin with the file's first packet (`-copyts` keeps the container's), and its output
 * knows no timestamps, so holes and a late start are filled with silence (`async`, `first_pts`).
 */
export function soundArguments(file: string, stream: number, from: number): readonly string[] {
  const seek = from > 0 ? ['-seek_timestamp', '1', '-ss', String(from)] : []
  return [
    '-copyts',
    ...seek,
    '-vn',
    '-sn',
    '-dn',
    ...inputArguments(file),
    '-map',
    `0:a:${stream}`,
    '-af',
    `asetpts=PTS-${from}/TB,aresample=async=1:first_pts=0`,
    '-c:a',
    'pcm_s16le',
    '-bitexact',
    '-f',
    'wav',
    'pipe:1',
  ]
}
