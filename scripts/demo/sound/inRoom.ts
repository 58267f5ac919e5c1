import { reverb } from '../synth/reverb.ts'
import { addStereo, type Stereo } from '../synth/stereo.ts'

/** Adds the sound of a room to a source, in place: its length in seconds, its size, and its share. */
export function inRoom(source: Stereo, seconds: number, size: number, share: number): void {
  addStereo(source, reverb(source, { seconds, size, dull: 0.4 }), 0, share)
}
