import {
  ALL_FORMATS,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'

/** Writes a film again without the sound packets that lie in the holes; all others keep their times. */
export async function punchHoles(
  from: string,
  to: string,
  holes: readonly (readonly [number, number])[],
): Promise<void> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(from) })
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  if (!video?.codec || !audio?.codec) throw new Error(`${from} has no picture or no sound`)
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new FilePathTarget(to),
  })
  const pictures = new EncodedVideoPacketSource(video.codec)
  const sounds = new EncodedAudioPacketSource(audio.codec)
  output.addVideoTrack(pictures)
  output.addAudioTrack(sounds)
  await output.start()
  const videoConfig = await video.getDecoderConfig()
  const audioConfig = await audio.getDecoderConfig()
  for await (const packet of new EncodedPacketSink(video).packets()) {
    await pictures.add(packet, videoConfig ? { decoderConfig: videoConfig } : {})
  }
  for await (const packet of new EncodedPacketSink(audio).packets()) {
    const { timestamp } = packet
    if (timestamp < 0 || holes.some(([begin, end]) => timestamp >= begin && timestamp < end)) continue
    await sounds.add(packet, audioConfig ? { decoderConfig: audioConfig } : {})
  }
  await output.finalize()
  input.dispose()
}
