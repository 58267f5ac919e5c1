import { burntTimecode } from './burntTimecode.ts'
import { DEMO_STRIP } from './frameStrip.ts'
import {
  CUES,
  FRAME_COUNT,
  FRAMES_PER_SECOND,
  SAMPLE_RATE,
  SCENES,
  START_FRAME,
  START_TIMECODE,
  TALKS,
} from './plan.ts'

/** What is true of the film, to be compared with what somebody marks; frames are of the file, `out` is exclusive. */
export function filmTruth() {
  return {
    film: 'lantern-street.mp4',
    title: 'Lantern Street',
    rate: { num: FRAMES_PER_SECOND, den: 1 },
    dropFrame: false,
    start: START_TIMECODE,
    startFrame: START_FRAME,
    frameCount: FRAME_COUNT,
    sampleRate: SAMPLE_RATE,
    frameStrip: DEMO_STRIP,
    cues: CUES.map((cue) => ({
      ...cue,
      inTimecode: timecode(cue.in),
      outTimecode: timecode(cue.out),
    })),
    scenes: SCENES.map((scene) => ({ slate: scene.slate, in: scene.in, out: scene.out })),
    talks: TALKS,
  }
}

function timecode(frame: number): string {
  return burntTimecode(START_FRAME + frame, FRAMES_PER_SECOND, false)
}
