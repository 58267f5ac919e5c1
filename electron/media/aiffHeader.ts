/** How the samples of an AIFF file lie in it. */
export type AiffSound = {
  readonly channels: number
  readonly sampleRate: number
  /** Bytes of one sample of one channel. */
  readonly width: number
  readonly isFloat: boolean
  readonly isLittleEndian: boolean
  /** Whether samples of one byte are unsigned, as they are in WAV. */
  readonly isUnsigned: boolean
  /** Byte offset of the first sample, and the number of bytes of samples. */
  readonly start: number
  readonly length: number
}

/** Reads bytes of a file; fewer than asked for at its end. */
export type ReadBytes = (position: number, length: number) => Uint8Array

type Coding = Pick<AiffSound, 'isFloat' | 'isLittleEndian' | 'isUnsigned'> & { readonly bits?: number }

const bigEndian: Coding = { isFloat: false, isLittleEndian: false, isUnsigned: false }

/** What the compression types of AIFF-C mean that are no compression (Apple, AIFF-C specification; QuickTime's four-character codes). */
const codings: Readonly<Record<string, Coding>> = {
  NONE: bigEndian,
  twos: bigEndian,
  sowt: { ...bigEndian, isLittleEndian: true },
  'raw ': { ...bigEndian, isUnsigned: true },
  in24: { ...bigEndian, bits: 24 },
  in32: { ...bigEndian, bits: 32 },
  '42ni': { ...bigEndian, bits: 24, isLittleEndian: true },
  '23ni': { ...bigEndian, bits: 32, isLittleEndian: true },
  fl32: { ...bigEndian, bits: 32, isFloat: true },
  FL32: { ...bigEndian, bits: 32, isFloat: true },
  fl64: { ...bigEndian, bits: 64, isFloat: true },
  FL64: { ...bigEndian, bits: 64, isFloat: true },
}

/** Finds the sound of an AIFF or AIFF-C file; a string says what is wrong with it. */
export function readAiffHeader(read: ReadBytes, size: number): AiffSound | string {
  const head = read(0, 12)
  const kind = textAt(head, 8)
  if (textAt(head, 0) !== 'FORM' || (kind !== 'AIFF' && kind !== 'AIFC'))
    return 'a file without the head of AIFF'
  let common: Omit<AiffSound, 'start' | 'length'> | null = null
  let sound: Pick<AiffSound, 'start' | 'length'> | null = null
  for (let position = 12; position + 8 <= size && !(common && sound); ) {
    const chunk = view(read(position, 8))
    const name = textAt(new Uint8Array(chunk.buffer, chunk.byteOffset), 0)
    const length = chunk.getUint32(4)
    if (name === 'COMM') {
      const found = commonOf(read(position + 8, Math.min(length, 64)), kind)
      if (typeof found === 'string') return found
      common = found
    }
    if (name === 'SSND') {
      const place = read(position + 8, 8)
      if (place.length < 8) return 'a file that ends before its sound'
      const offset = view(place).getUint32(0)
      const start = position + 16 + offset
      // A recorder that was stopped leaves a length of 0, or one that the file does not hold.
      const declared = length > 8 + offset ? length - 8 - offset : size - start
      sound = { start, length: Math.max(0, Math.min(declared, size - start)) }
    }
    position += 8 + length + (length % 2)
  }
  if (!common || !sound) return 'a file that does not say what its samples are'
  const frame = common.width * common.channels
  return { ...common, start: sound.start, length: sound.length - (sound.length % frame) }
}

function commonOf(bytes: Uint8Array, kind: string): Omit<AiffSound, 'start' | 'length'> | string {
  if (bytes.length < 18) return 'a head that ends early'
  const fields = view(bytes)
  const name = kind === 'AIFC' && bytes.length >= 22 ? textAt(bytes, 18) : 'NONE'
  const coding = codings[name]
  if (!coding) return `sound compressed as “${name}”`
  const { bits = fields.getUint16(6), ...rest } = coding
  const channels = fields.getUint16(0)
  const sampleRate = extendedAt(fields, 8)
  const width = Math.ceil(bits / 8)
  if (channels === 0 || width === 0 || width > 8 || !(sampleRate >= 1 && sampleRate <= 10_000_000))
    return `${channels} channels of ${bits} bits at ${sampleRate} Hz`
  return { ...rest, channels, width, sampleRate: Math.round(sampleRate) }
}

/** An 80-bit extended number (IEEE 754 as the Motorola 68881 kept it). */
function extendedAt(fields: DataView, offset: number): number {
  const exponent = fields.getUint16(offset) & 0x7fff
  const mantissa = fields.getUint32(offset + 2) * 2 ** 32 + fields.getUint32(offset + 6)
  return mantissa * 2 ** (exponent - 16_383 - 63)
}

function textAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4))
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
