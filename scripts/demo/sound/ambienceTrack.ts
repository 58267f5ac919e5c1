import { FRAME_COUNT, FRAMES_PER_SECOND, SAMPLES_PER_FRAME, SCENES, type SceneName } from '../plan.ts'
import { addStereo, type Stereo, shape, silence } from '../synth/stereo.ts'
import { barAmbience, barSwitch } from './barAmbience.ts'
import { carAmbience, carTuning } from './carAmbience.ts'
import { noiseBed } from './noiseBed.ts'
import { roofAmbience } from './roofAmbience.ts'
import { stairsAmbience } from './stairsAmbience.ts'
import { streetAmbience } from './streetAmbience.ts'

/** What a place sounds like for a number of seconds. */
const PLACES: Readonly<Record<SceneName, (seconds: number) => Stereo>> = {
  logo: (seconds) => noiseBed(seconds, 1, [{ low: 60, high: 400, gain: 0.0012 }]),
  skyline: (seconds) =>
    noiseBed(seconds, 2, [
      { low: 50, high: 260, gain: 0.022, waver: 0.11 },
      { low: 300, high: 1300, gain: 0.0028, waver: 0.3 },
    ]),
  street: streetAmbience,
  bar: barAmbience,
  drive: carAmbience,
  stairs: stairsAmbience,
  rooftop: roofAmbience,
  credits: (seconds) => noiseBed(seconds, 8, [{ low: 60, high: 500, gain: 0.0008 }]),
}

/** Samples over which one place gives way to the next, after the cut. */
const BLEND = 2400

/** Everything heard in the film but music and talk. */
export function ambienceTrack(): Stereo {
  const track = silence(FRAME_COUNT * SAMPLES_PER_FRAME)
  for (const scene of SCENES) {
    const length = (scene.out - scene.in) * SAMPLES_PER_FRAME
    const place = PLACES[scene.name]((scene.out - scene.in) / FRAMES_PER_SECOND)
    shape(place, (sample) => Math.min(1, (sample + 1) / BLEND, (length - sample) / BLEND))
    addStereo(track, place, scene.in * SAMPLES_PER_FRAME)
  }
  addStereo(track, barSwitch(), 1336 * SAMPLES_PER_FRAME)
  addStereo(track, carTuning(32 / FRAMES_PER_SECOND), 1344 * SAMPLES_PER_FRAME)
  return track
}
