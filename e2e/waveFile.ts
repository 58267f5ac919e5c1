import { writeFile } from 'node:fs/promises'

/** Writes mono 16-bit PCM as Broadcast Wave that begins `timeReference` samples after 00:00:00:00. */
export async function writeBroadcastWave(
  file: string,
  samples: Float32Array,
  sampleRate: number,
  timeReference: number,
): Promise<void> {
  const bext = Buffer.alloc(602)
  bext.writeBigUInt64LE(BigInt(timeReference), 338)
  bext.writeUInt16LE(1, 346)
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(sampleRate, 4)
  format.writeUInt32LE(sampleRate * 2, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const data = Buffer.alloc(samples.length * 2)
  for (const [index, sample] of samples.entries()) data.writeInt16LE(Math.round(sample * 32_767), index * 2)
  const chunks = Buffer.concat([chunk('bext', bext), chunk('fmt ', format), chunk('data', data)])
  await writeFile(file, Buffer.concat([chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunks]))]))
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
