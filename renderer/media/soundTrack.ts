import {
  ADTS,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  UnsupportedInputFormatError,
  UrlSource,
  WAVE,
  WEBM,
} from 'mediabunny'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { cannotDecode, noSound, unknownContainer, unreadableFilm } from './soundProblems.ts'

/** The sound stream `stream` of a film, if it is there and can be decoded; at most `mostHeld` bytes of the file are held at once. */
export async function soundTrack(
  url: string,
  stream: number,
  mostHeld: number,
): Promise<Result<InputAudioTrack>> {
  const source = new UrlSource(url, {
    maxCacheSize: mostHeld,
    getRetryDelay: () => null,
    // A read ahead that failed fails again, and is reported, when its bytes are needed.
    handleUnhandledError: () => undefined,
  })
  const input = new Input({
    source,
    formats: [MP4, QTFF, MATROSKA, WEBM, WAVE, MPEG_TS, MP3, FLAC, ADTS, OGG],
  })
  try {
    const track = (await input.getAudioTracks())[stream]
    if (!track) return refuse(noSound)
    const codec = await track.getCodec()
    if (codec === 'ac3' || codec === 'eac3') (await import('./ac3.ts')).enableAc3()
    if (await track.canDecode()) return ok(track)
    return refuse(cannotDecode(codec ?? String(await track.getInternalCodecId())))
  } catch (error) {
    return refuse(error instanceof UnsupportedInputFormatError ? unknownContainer : unreadableFilm(error))
  }
}
