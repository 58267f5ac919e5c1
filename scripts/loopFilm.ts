import {
  ALL_FORMATS,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputTrack,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'

/** Writes a film that plays another one `times` times over, without decoding anything. */
export async function loopFilm(from: string, to: string, times: number): Promise<void> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(from) })
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  if (!video?.codec || !audio?.codec) throw new Error(`${from} has no picture or no sound`)
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(to),
  })
  const pictures = new EncodedVideoPacketSource(video.codec)
  const sounds = new EncodedAudioPacketSource(audio.codec)
  const videoPackets = await packetsOf(video)
  const audioPackets = await packetsOf(audio)
  output.addVideoTrack(pictures)
  output.addAudioTrack(sounds)
  await output.start()
  const length = lengthOf(videoPackets)
  const videoConfig = await video.getDecoderConfig()
  const audioConfig = await audio.getDecoderConfig()
  for (let turn = 0; turn < times; turn += 1) {
    const shift = turn * length
    for (const packet of videoPackets) {
      await pictures.add(shifted(packet, shift), videoConfig ? { decoderConfig: videoConfig } : {})
    }
    for (const packet of audioPackets) {
      if (packet.timestamp + packet.duration > length) continue
      await sounds.add(shifted(packet, shift), audioConfig ? { decoderConfig: audioConfig } : {})
    }
  }
  await output.finalize()
  input.dispose()
}

async function packetsOf(track: InputTrack): Promise<readonly EncodedPacket[]> {
  const packets: EncodedPacket[] = []
  for await (const packet of new EncodedPacketSink(track as never).packets()) {
    if (packet.timestamp >= 0) packets.push(packet)
  }
  return packets
}

function lengthOf(packets: readonly EncodedPacket[]): number {
  return packets.reduce((end, packet) => Math.max(end, packet.timestamp + packet.duration), 0)
}

function shifted(packet: EncodedPacket, seconds: number): EncodedPacket {
  return packet.clone({ timestamp: packet.timestamp + seconds })
}
