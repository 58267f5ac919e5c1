import { EncodedPacketSink, Input, MATROSKA, MP4, MPEG_TS, QTFF, WEBM } from 'mediabunny'
import { withFile } from './blockingFile.ts'
import { fileSource } from './fileSource.ts'

/** What a file's index holds. */
export type Counted = { readonly frames: number; readonly sounds: number }

/** Counts the pictures and sound streams of a film in its own index; 0 pictures where there is none. */
export function countFrames(path: string): Promise<Counted> {
  return withFile(path, async (file) => {
    const input = new Input({ source: fileSource(file), formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS] })
    try {
      const video = await input.getPrimaryVideoTrack()
      const sounds = await input.getAudioTracks()
      let frames = 0
      if (video) {
        const packets = new EncodedPacketSink(video).packets(undefined, undefined, { metadataOnly: true })
        while (!(await packets.next()).done) frames += 1
      }
      return { frames, sounds: sounds.length }
    } finally {
      input.dispose()
    }
  })
}
