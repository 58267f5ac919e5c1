import WaveSurfer from 'wavesurfer.js'

/** What is known of a column of the overview. */
export const knowledge = { nothing: 0, estimated: 1, measured: 2 } as const

/** What is drawn in the overview: loudest excursions up and down, -1 to 1, and how they are known, one of each per column. */
export type OverviewPeaks = {
  readonly max: Float32Array
  readonly min: Float32Array
  readonly known: Float32Array
}

/** wavesurfer.js as we use it: it holds the media element, draws the overview, and hosts the detail view as a plugin. */
export type Waveform = {
  /** Draws other peaks. `seconds` is the length that they cover. */
  readonly setPeaks: (peaks: OverviewPeaks, seconds: number) => void
  readonly setColours: (wave: string) => void
  readonly end: () => void
}

type WaveformOptions = {
  readonly container: HTMLElement
  readonly media: HTMLMediaElement
  readonly height: number
  readonly colour: string
  /** Starts the detail view; the function returned ends it. */
  readonly startDetail: () => () => void
}

const silence = new Float32Array(2)
const nothing: OverviewPeaks = { max: silence, min: silence, known: silence }

/*
 * wavesurfer fetches and decodes the whole film unless it is given peaks and a duration from the start, and seeks by
 * itself unless interaction is off; the transport alone speaks seconds to the media element.
 */

/** Starts wavesurfer.js on a container. */
export function startWaveform({ container, media, height, colour, startDetail }: WaveformOptions): Waveform {
  const Detail = WaveSurfer.definePlugin<object, { destroy: [] }, object>(
    'needledrop-detail',
    ({ scope }) => {
      scope.add(startDetail())
      return {}
    },
  )
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  // wavesurfer hands on two channels only, so what is drawn is kept here.
  let shown = nothing
  const wavesurfer = WaveSurfer.create({
    container,
    media,
    height,
    interact: false,
    dragToSeek: false,
    autoScroll: false,
    hideScrollbar: true,
    cursorWidth: 0,
    waveColor: colour,
    progressColor: colour,
    peaks: [silence, silence],
    renderFunction: (_, context) => paintOverview(shown, context),
    duration: 1,
    plugins: [Detail.create()],
    ...(nonce ? { cspNonce: nonce } : {}),
  })
  return {
    setPeaks: (peaks, seconds) => {
      shown = peaks
      wavesurfer.setOptions({ peaks: [peaks.max, peaks.min], duration: seconds })
      // setOptions takes the peaks in but draws the ones from before.
      const drawn = wavesurfer.getDecodedData()
      if (drawn) void wavesurfer.getRenderer().render(drawn)
    },
    setColours: (wave) => wavesurfer.setOptions({ waveColor: wave, progressColor: wave }),
    end: () => wavesurfer.destroy(),
  }
}

/** Draws the overview: sound and silence solid, what is estimated faint, what is unknown as dots along the middle. */
function paintOverview({ max, min, known }: OverviewPeaks, context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas
  const wide = width / max.length
  const middle = height / 2
  const gap = Math.max(1, Math.round(6 / wide))
  for (let column = 0; column < max.length; column += 1) {
    const isKnown = known[column] !== knowledge.nothing
    if (!isKnown && column % gap > gap / 3) continue
    context.globalAlpha = known[column] === knowledge.measured ? 1 : 0.4
    const top = Math.floor(middle - (max[column] ?? 0) * middle)
    const bottom = Math.ceil(middle - (min[column] ?? 0) * middle)
    context.fillRect(column * wide, top, Math.max(wide, 0.5), Math.max(1, bottom - top))
  }
  context.globalAlpha = 1
}
