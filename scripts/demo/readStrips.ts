import { runFfmpeg } from './ffmpeg.ts'
import { type FrameStrip, readFrameStrip } from './frameStrip.ts'

/** The number read from every frame of a film in order. */
export async function readStrips(path: string, strip: FrameStrip): Promise<(number | null)[]> {
  return readStripsFrom(['-i', path], strip)
}

/** The same for the frames that ffmpeg gives with the input options at hand. */
export async function readStripsFrom(
  input: readonly string[],
  strip: FrameStrip,
): Promise<(number | null)[]> {
  return stripsIn(await runFfmpeg([...input, ...stripOutput(strip)]), strip)
}

function stripOutput(strip: FrameStrip): string[] {
  const rows = strip.top + strip.blockHeight
  const cut = `crop=${strip.pictureWidth}:${rows}:0:0,format=rgb24`
  return ['-map', '0:v', '-vf', cut, '-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:1']
}

/** Rows of red, green, blue from the top of each frame; green stands for luma, as the picture is grey there. */
function stripsIn(rows: Uint8Array, strip: FrameStrip): (number | null)[] {
  const length = strip.pictureWidth * (strip.top + strip.blockHeight) * 3
  const read: (number | null)[] = []
  for (let start = 0; start + length <= rows.length; start += length) {
    read.push(
      readFrameStrip(strip, (x, y) => {
        const column = Math.floor(x * strip.pictureWidth)
        const row = Math.floor(y * strip.pictureHeight)
        return rows[start + (row * strip.pictureWidth + column) * 3 + 1] ?? 0
      }),
    )
  }
  return read
}
