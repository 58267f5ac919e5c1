import { open } from 'node:fs/promises'
import { type AiffSound, readAiffHeader } from './aiffHeader.ts'
import { type BlockingFile, withFile } from './blockingFile.ts'

const pieceSize = 1024 * 1024
/** Bytes beyond which a plain WAV cannot say its length (EBU Tech 3306). */
const mostPlain = 0xffff_ffff - 128

/** Writes the sound of an AIFF or AIFF-C file as WAV, sample for sample; RF64 when it is longer than 4 GB. */
export function aiffToWav(
  source: string,
  target: string,
  progress: (fraction: number) => void,
  longestPlain = mostPlain,
): Promise<void> {
  return withFile(source, (file) => writeWav(file, target, progress, longestPlain))
}

async function writeWav(
  from: BlockingFile,
  target: string,
  progress: (fraction: number) => void,
  longestPlain: number,
): Promise<void> {
  const sound = readAiffHeader((position, length) => from.read(position, length), from.size)
  if (typeof sound === 'string') throw new Error(sound)
  const to = await open(target, 'w')
  try {
    await to.write(wavHead(sound, sound.length > longestPlain))
    const frame = sound.width * sound.channels
    const step = Math.max(frame, pieceSize - (pieceSize % frame))
    for (let done = 0; done < sound.length; ) {
      const piece = from.read(sound.start + done, Math.min(step, sound.length - done))
      if (piece.length === 0) throw new Error('the file ends early')
      await to.write(turned(piece, sound))
      done += piece.length
      progress(done / sound.length)
    }
    if (sound.length % 2 === 1) await to.write(new Uint8Array(1))
  } finally {
    await to.close()
  }
}

/** Samples as WAV keeps them: little-endian, single bytes unsigned. Alters `piece`. */
function turned(piece: Uint8Array, { width, isLittleEndian, isUnsigned }: AiffSound): Uint8Array {
  if (width === 1) {
    if (!isUnsigned) for (let i = 0; i < piece.length; i++) piece[i] = (piece[i] ?? 0) ^ 0x80
    return piece
  }
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
  if (isLittleEndian) return piece
  if (width === 2) bytes.swap16()
  else if (width === 4) bytes.swap32()
  else if (width === 8) bytes.swap64()
  else for (let i = 0; i + width <= bytes.length; i += width) bytes.subarray(i, i + width).reverse()
  return bytes
}

/** The chunks before the samples; those of RF64 (EBU Tech 3306) hold the lengths in 64 bits. */
function wavHead({ channels, sampleRate, width, isFloat, length }: AiffSound, is64: boolean): Buffer {
  const head = Buffer.alloc(is64 ? 80 : 44)
  const format = is64 ? 48 : 12
  const whole = head.length - 8 + length + (length % 2)
  head.write(is64 ? 'RF64' : 'RIFF', 0, 'latin1')
  head.writeUInt32LE(is64 ? 0xffff_ffff : whole, 4)
  head.write('WAVE', 8, 'latin1')
  if (is64) {
    head.write('ds64', 12, 'latin1')
    head.writeUInt32LE(28, 16)
    head.writeBigUInt64LE(BigInt(whole), 20)
    head.writeBigUInt64LE(BigInt(length), 28)
    head.writeBigUInt64LE(BigInt(length / (width * channels)), 36)
  }
  head.write('fmt ', format, 'latin1')
  head.writeUInt32LE(16, format + 4)
  head.writeUInt16LE(isFloat ? 3 : 1, format + 8)
  head.writeUInt16LE(channels, format + 10)
  head.writeUInt32LE(sampleRate, format + 12)
  head.writeUInt32LE(sampleRate * width * channels, format + 16)
  head.writeUInt16LE(width * channels, format + 20)
  head.writeUInt16LE(width * 8, format + 22)
  head.write('data', format + 24, 'latin1')
  head.writeUInt32LE(is64 ? 0xffff_ffff : length, format + 28)
  return head
}
