import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { probesFromSource } from './fixtures/sourceThreads.ts'
import type { ProbeThread } from './probeThread.ts'

const films = fileURLToPath(new URL('../../e2e/fixtures/films/', import.meta.url))
/** A damaged MXF file in which MediaInfo goes round for ever. */
const endless = fileURLToPath(new URL('./fixtures/endless.mxf', import.meta.url))

describe('ProbeThread', { timeout: 60_000 }, () => {
  let folder = ''
  let probes: ProbeThread
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-probes-'))
    probes = probesFromSource({ most: 1, seconds: 4, secondsMore: 2 })
  })
  afterEach(async () => {
    await probes.end()
    await rm(folder, { recursive: true })
  })

  test('a film is told with the identity of its content', async () => {
    const probed = await probes.probe(path.join(films, 'leader-24.mp4'))
    expect(probed).toMatchObject({ ok: true, value: { facts: { container: 'MPEG-4' } } })
    expect(probed.ok && probed.value.identity).toMatch(/^75342-[0-9a-f]{40}$/)
    expect(probed.ok && probed.value.facts.hasBrokenIndex).toBeUndefined()
  })

  test('a film at which MediaInfo comes to no end is given up, and the one behind it is not', async () => {
    const [first, second] = await Promise.all([
      probes.probe(endless),
      probes.probe(path.join(films, 'leader-24.mp4')),
    ])
    expect(first.ok ? '' : first.problem.message).toMatch(
      /^endless\.mxf (cannot be read to its end|does not answer)\.$/,
    )
    expect(second.ok).toBe(true)
  })

  test('a film whose list of packets comes to no end is opened for the media element alone', async () => {
    const film = await readFile(path.join(films, 'kinds', 'h264-aac.mp4'))
    // The number of pictures that the first offset holds for.
    film.writeUInt32BE(0x7fffffff, film.indexOf('ctts', 0, 'latin1') + 12)
    const file = path.join(folder, 'film.mp4')
    await writeFile(file, film)
    const probed = await probes.probe(file)
    expect(probed.ok && probed.value.facts).toMatchObject({
      hasBrokenIndex: true,
      picture: { frameCount: 48, startFrame: 86_400 },
    })
  })
})
