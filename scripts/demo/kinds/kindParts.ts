import type { FilmKind, KindPicture, KindSound } from './filmKind.ts'

export const stereo = [440, 550]
/** Left, right, centre, low frequencies, left and right surround. */
export const surround = [440, 550, 660, 80, 770, 880]

export const H264 = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '30', '-g', '12', '-threads', '1']
export const H264_PLAIN = [...H264, '-pix_fmt', 'yuv420p', '-bf', '2']
export const H264_NO_B = [...H264, '-pix_fmt', 'yuv420p', '-bf', '0']
export const VP9 = ['-c:v', 'libvpx-vp9', '-crf', '45', '-b:v', '0', '-g', '12', '-threads', '1']
export const VP8 = ['-c:v', 'libvpx', '-crf', '30', '-b:v', '300k', '-g', '12', '-threads', '1']
export const AV1 = ['-c:v', 'libaom-av1', '-crf', '45', '-cpu-used', '8', '-g', '12', '-threads', '1']
export const PRORES = [
  '-c:v',
  'prores_ks',
  '-profile:v',
  'proxy',
  '-vendor',
  'apl0',
  '-pix_fmt',
  'yuv422p10le',
]
export const DNXHR = ['-c:v', 'dnxhd', '-profile:v', 'dnxhr_lb', '-pix_fmt', 'yuv422p']
export const HEVC = [
  '-c:v',
  'libx265',
  '-crf',
  '32',
  '-preset',
  'slow',
  '-tag:v',
  'hvc1',
  '-pix_fmt',
  'yuv420p',
]
export const HEVC_QUIET = [...HEVC, '-x265-params', 'log-level=none:keyint=12:info=0:pools=1']
export const MPEG4 = ['-c:v', 'mpeg4', '-q:v', '8', '-g', '12', '-bf', '0']
export const MPEG2 = ['-c:v', 'mpeg2video', '-q:v', '8', '-g', '12', '-bf', '2', '-pix_fmt', 'yuv420p']
export const XDCAM = [
  '-c:v',
  'mpeg2video',
  '-q:v',
  '8',
  '-g',
  '12',
  '-bf',
  '2',
  '-pix_fmt',
  'yuv422p',
  '-dc',
  '10',
]
export const MJPEG = ['-c:v', 'mjpeg', '-q:v', '10', '-pix_fmt', 'yuvj422p']

export const AAC = ['-c:a', 'aac', '-b:a', '48k']
export const AAC_51 = ['-c:a', 'aac', '-b:a', '128k']
export const PCM16 = ['-c:a', 'pcm_s16le']
export const PCM24 = ['-c:a', 'pcm_s24le']

export const plays = { picture: 'plays', sound: 'plays' } as const
export const rewrapped = { picture: 'rewrapped', sound: 'rewrapped' } as const
export const proxied = { picture: 'proxy', sound: 'proxy' } as const
export const silent = { picture: 'said', sound: 'said' } as const

/** Frames of a variable rate have no numbers, so such a film is spotted on a copy at a constant one. */
export const unsteady: Pick<FilmKind, 'with' | 'without' | 'says'> = {
  without: silent,
  with: proxied,
  says: { picture: ['constant frame rate'], sound: ['constant frame rate'] },
}

export function picture(codec: string, more: Partial<KindPicture> = {}): KindPicture {
  return {
    codec,
    rate: { num: 24, den: 1 },
    frames: 48,
    start: null,
    startFrame: 0,
    isDropFrame: false,
    isVariableRate: false,
    hasBFrames: false,
    ...more,
  }
}

export function sound(
  codec: string,
  tones: readonly number[] = stereo,
  more: Partial<KindSound> = {},
): KindSound {
  return { codec, tones, ...more }
}

export const avc = picture('H.264', { hasBFrames: true })
export const half = { frames: 12 }

/** The same before and after ffmpeg is there. */
export function always(fates: FilmKind['with']): Pick<FilmKind, 'with' | 'without'> {
  return { without: fates, with: fates }
}

/** Presentation times in ticks of the nominal rate: every fourth frame lasts two, every tenth three. */
export function unevenTicks(frame: number): number {
  return frame + Math.floor(frame / 4) + 2 * Math.floor(frame / 10)
}
