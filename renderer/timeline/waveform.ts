import WaveSurfer from 'wavesurfer.js'

/** What is drawn in the overview: loudest excursions up and down, -1 to 1, one of each per column. */
export type OverviewPeaks = { readonly max: Float32Array; readonly min: Float32Array }

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
    duration: 1,
    plugins: [Detail.create()],
    ...(nonce ? { cspNonce: nonce } : {}),
  })
  return {
    setPeaks: ({ max, min }, seconds) => {
      wavesurfer.setOptions({ peaks: [max, min], duration: seconds })
      // setOptions takes the peaks in but draws the ones from before.
      const drawn = wavesurfer.getDecodedData()
      if (drawn) void wavesurfer.getRenderer().render(drawn)
    },
    setColours: (wave) => wavesurfer.setOptions({ waveColor: wave, progressColor: wave }),
    end: () => wavesurfer.destroy(),
  }
}
