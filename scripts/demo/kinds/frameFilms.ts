import type { KindPicture, KindRecipe } from './filmKind.ts'
import { AAC, always, H264_NO_B, H264_PLAIN, picture, plays, rewrapped, sound, VP9 } from './kindParts.ts'

const SECONDS = 12

type Timing = Pick<KindPicture, 'rate' | 'isDropFrame' | 'start' | 'startFrame'>

function timing(num: number, den: number, start: string | null = null, startFrame = 0): Timing {
  return { rate: { num, den }, start, startFrame, isDropFrame: start?.includes(';') ?? false }
}

const film = (
  file: string,
  encode: readonly string[],
  muxer: readonly string[],
  time: Timing,
): KindRecipe => {
  const frames = Math.round((SECONDS * time.rate.num) / time.rate.den)
  const hasBFrames = encode.includes('2') && encode.includes('libx264')
  const container = file.slice(file.lastIndexOf('.') + 1)
  return {
    file,
    what: file,
    container,
    picture: picture(encode.includes('libx264') ? 'H.264' : 'VP9', { ...time, frames, hasBFrames }),
    sounds: [sound(container === 'webm' ? 'Opus' : 'AAC', [440])],
    ...always(container === 'mkv' || muxer === NO_EDIT_LIST ? rewrapped : plays),
    encode: [...encode, ...(container === 'webm' ? ['-c:a', 'libopus', '-b:a', '48k'] : AAC)],
    muxer: [...(time.start ? ['-timecode', time.start] : []), ...muxer],
  }
}

const MP4 = ['-f', 'mp4']
const MOV = ['-f', 'mov']
const MKV = ['-f', 'matroska']
const WEBM = ['-f', 'webm']
const NO_EDIT_LIST = ['-use_editlist', '0', ...MP4]
const LONG_GOP = H264_PLAIN.map((word, index) => (H264_PLAIN[index - 1] === '-g' ? '250' : word))

const h1 = '01:00:00:00'
/** Six seconds before a minute at which drop-frame leaves labels out. */
const m59 = '00:58:54:00'

/** THE LIST of films with which `npm run frames` proves that frames shown, named and marked are the same. */
export const frameFilms: readonly KindRecipe[] = [
  film('2398-b-start.mp4', H264_PLAIN, MP4, timing(24_000, 1001, h1, 86_400)),
  film('2398.mp4', H264_NO_B, MP4, timing(24_000, 1001)),
  film('24-b.mp4', H264_PLAIN, MP4, timing(24, 1)),
  film('24-start.mp4', H264_NO_B, MP4, timing(24, 1, m59, 84_816)),
  film('24-long-gop.mp4', LONG_GOP, MP4, timing(24, 1, h1, 86_400)),
  film('25-b-start.mp4', H264_PLAIN, MP4, timing(25, 1, '10:00:00:00', 900_000)),
  film('2997-b-start.mp4', H264_PLAIN, MP4, timing(30_000, 1001, m59, 106_020)),
  film('2997-drop-b.mp4', H264_PLAIN, MP4, timing(30_000, 1001, '00:58:54;00', 105_914)),
  film('50-b.mp4', H264_PLAIN, MP4, timing(50, 1)),
  film('5994-drop.mp4', H264_NO_B, MP4, timing(60_000, 1001, '00:58:54;00', 211_828)),
  film('24-b-no-edit-list.mp4', H264_PLAIN, NO_EDIT_LIST, timing(24, 1)),
  film(
    '2997-drop-b-no-edit-list.mp4',
    H264_PLAIN,
    NO_EDIT_LIST,
    timing(30_000, 1001, '01:00:00;00', 107_892),
  ),
  { ...film('24-late.mp4', H264_NO_B, MP4, timing(24, 1, h1, 86_400)), lateFrames: 5 },
  { ...film('25-from-5s.mp4', H264_NO_B, MP4, timing(25, 1)), startSeconds: 5 },
  film('2398-b.mov', H264_PLAIN, MOV, timing(24_000, 1001, h1, 86_400)),
  film('25-b.mov', H264_PLAIN, MOV, timing(25, 1)),
  film('2997-drop-b.mov', H264_PLAIN, MOV, timing(30_000, 1001, '01:00:00;00', 107_892)),
  film('50-b-start.mov', H264_PLAIN, MOV, timing(50, 1, '10:00:00:00', 1_800_000)),
  film('5994-b.mov', H264_PLAIN, MOV, timing(60_000, 1001, h1, 216_000)),
  film('2398-b.mkv', H264_PLAIN, MKV, timing(24_000, 1001)),
  film('24.mkv', H264_NO_B, MKV, timing(24, 1)),
  film('25-b.mkv', H264_PLAIN, MKV, timing(25, 1)),
  film('2997-b.mkv', H264_PLAIN, MKV, timing(30_000, 1001)),
  film('50.mkv', H264_NO_B, MKV, timing(50, 1)),
  film('5994-b.mkv', H264_PLAIN, MKV, timing(60_000, 1001)),
  film('2398.webm', VP9, WEBM, timing(24_000, 1001)),
  film('24.webm', VP9, WEBM, timing(24, 1)),
  film('2997.webm', VP9, WEBM, timing(30_000, 1001)),
  film('50.webm', VP9, WEBM, timing(50, 1)),
  film('5994.webm', VP9, WEBM, timing(60_000, 1001)),
]
