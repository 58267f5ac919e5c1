import type { FilmKind, KindRecipe } from './filmKind.ts'
import { AAC, always, PCM16, PCM24, sound, surround } from './kindParts.ts'

/** A file of sound alone; `seconds` of it are made. */
function alone(
  file: string,
  container: string,
  codec: string,
  what: string,
  [encode, muxer]: readonly [readonly string[], readonly string[]],
  more: Partial<FilmKind> = {},
): KindRecipe {
  const sounds = [sound(codec, [440])]
  const fates = always({ picture: 'none', sound: 'plays' })
  return { file, what, container, picture: null, sounds, ...fates, encode, muxer, ...more }
}

/** Files of sound alone. */
export const soundKinds: readonly KindRecipe[] = [
  alone('sound.wav', 'WAV', 'PCM', 'a WAV file of 16 bit', [PCM16, ['-t', '0.5', '-f', 'wav']]),
  alone(
    'surround.wav',
    'WAV',
    'PCM',
    'a WAV file of 24 bit with six channels',
    [PCM24, ['-ar', '16000', '-t', '0.25', '-f', 'wav']],
    { sounds: [sound('PCM', surround)] },
  ),
  alone(
    'broadcast.wav',
    'WAV',
    'PCM',
    'a Broadcast Wave file that begins at 01:00:05:00 at 24',
    [PCM24, ['-t', '0.4', '-write_bext', '1', '-metadata', 'time_reference=173040000', '-f', 'wav']],
    { timeReference: 173_040_000 },
  ),
  alone('sound.flac', 'FLAC', 'FLAC', 'a FLAC file', [
    ['-c:a', 'flac'],
    ['-t', '0.5', '-f', 'flac'],
  ]),
  alone('sound.mp3', 'MP3', 'MP3', 'an MP3 file', [
    ['-c:a', 'libmp3lame', '-b:a', '64k'],
    ['-f', 'mp3'],
  ]),
  alone('sound.m4a', 'MP4', 'AAC', 'an M4A file of AAC', [AAC, ['-f', 'ipod']]),
  alone('sound.ogg', 'Ogg', 'Vorbis', 'an Ogg file of Vorbis', [
    ['-c:a', 'libvorbis', '-b:a', '64k'],
    ['-f', 'ogg'],
  ]),
  alone(
    'sound.aiff',
    'AIFF',
    'PCM',
    'an AIFF file of 16 bit',
    [
      ['-c:a', 'pcm_s16be'],
      ['-t', '0.5', '-f', 'aiff'],
    ],
    {
      ...always({ picture: 'none', sound: 'rewrapped' }),
    },
  ),
  alone(
    'sowt.aifc',
    'AIFF',
    'PCM',
    'an AIFF-C file with its bytes in the other order (sowt)',
    [PCM16, ['-t', '0.5', '-f', 'aiff']],
    always({ picture: 'none', sound: 'rewrapped' }),
  ),
  alone(
    'sound.ac3',
    'AC-3',
    'AC-3',
    'a bare AC-3 stream',
    [
      ['-c:a', 'ac3', '-b:a', '96k'],
      ['-f', 'ac3'],
    ],
    {
      without: { picture: 'none', sound: 'said' },
      with: { picture: 'none', sound: 'rewrapped' },
      says: { sound: ['AC-3'] },
    },
  ),
]
