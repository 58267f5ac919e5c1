import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'
import { openDescriptors } from './openDescriptors.ts'
import { askRanges } from './rangeRequests.ts'

const seed = 20_260_801
const count = 10_000

/** A film of several pieces: what follows its pictures is a box that nobody reads. */
async function makeLongFilm(file: string, megabytes: number): Promise<Buffer> {
  const film = await readFile(filmPath('leader-24.mp4'))
  const rest = randomBytes(Math.round(megabytes * 1024 * 1024))
  rest.writeUInt32BE(rest.length, 0)
  rest.write('free', 4, 'latin1')
  const content = Buffer.concat([film, rest])
  await writeFile(file, content)
  return content
}

function filmAddress({ page }: CuttingRoom): Promise<string> {
  return page.evaluate(() => document.querySelector('video')?.src ?? '')
}

function descriptorsOf(room: CuttingRoom, path: string): Promise<number> {
  return openDescriptors(room.running.main.pid ?? 0, path)
}

test.use({ trace: 'off' })

test('ten thousand requests are answered with the bytes of the film, and leave nothing open', async ({
  attacked: room,
  scratch,
}) => {
  test.setTimeout(300_000)
  const file = `${scratch}/film.mp4`
  const content = await makeLongFilm(file, 1.5)
  await room.openFilm(file)
  const address = await filmAddress(room)
  await expect.poll(() => descriptorsOf(room, `${scratch}/film`)).toBe(0)
  const before = await descriptorsOf(room, '')
  const report = await askRanges(room.page, { address, content: content.toString('base64'), seed, count })
  console.log(`Seed ${seed}: ${JSON.stringify(report.sorts)}`)
  expect(report.faults).toEqual([])
  await expect.poll(() => descriptorsOf(room, `${scratch}/film`)).toBe(0)
  // What the page itself keeps open comes and goes, but not by the thousand.
  expect(await descriptorsOf(room, '')).toBeLessThan(before + 20)
  await room.goTo('01:00:05:00')
})

test('a film that shrinks or vanishes while it is read breaks off, and the app goes on', async ({
  attacked: room,
  scratch,
}) => {
  const file = `${scratch}/film.mp4`
  const content = await makeLongFilm(file, 40)
  await room.openFilm(file)
  const address = await filmAddress(room)
  /** Reads a little, has `change` done, reads on; the answer is how much came and whether it broke off. */
  const readThrough = async (change: () => Promise<void>) => {
    const reading = await room.page.evaluateHandle(async (target) => {
      const reader = (await fetch(target)).body?.getReader()
      return { reader, first: (await reader?.read())?.value ?? new Uint8Array() }
    }, address)
    await change()
    return reading.evaluate(async ({ reader, first }) => {
      const pieces = [first]
      try {
        for (let piece = await reader?.read(); piece?.value; piece = await reader?.read())
          pieces.push(piece.value)
        return { isBroken: false, bytes: pieces.reduce((sum, { length }) => sum + length, 0) }
      } catch {
        return { isBroken: true, bytes: pieces.reduce((sum, { length }) => sum + length, 0) }
      }
    })
  }
  expect(await readThrough(async () => {})).toEqual({ isBroken: false, bytes: content.length })
  const shrunk = await readThrough(() => truncate(file, 100_000))
  expect(shrunk.isBroken).toBe(true)
  expect(shrunk.bytes).toBeLessThan(content.length)
  await writeFile(file, content)
  expect((await readThrough(() => rm(file))).isBroken).toBe(true)
  const status = () => room.page.evaluate((target) => fetch(target).then((answer) => answer.status), address)
  expect(await status()).toBe(404)
  await writeFile(file, content)
  expect(await status()).toBe(200)
  await expect.poll(() => descriptorsOf(room, `${scratch}/film`)).toBe(0)
})

test('a film in place of which there is a folder, a pipe or a device is not served', async ({
  attacked: room,
  scratch,
}) => {
  const file = `${scratch}/film.mp4`
  await makeLongFilm(file, 1)
  await room.openFilm(file)
  const address = await filmAddress(room)
  const status = () => room.page.evaluate((target) => fetch(target).then((answer) => answer.status), address)
  await rm(file)
  await mkdir(file)
  expect(await status()).toBe(404)
  if (process.platform === 'win32') return
  await rm(file, { recursive: true })
  execFileSync('mkfifo', [file])
  expect(await status()).toBe(404)
  await rm(file)
  await symlink('/dev/zero', file)
  expect(await status()).toBe(404)
})

test('no token but that of an opened film leads to a file, whatever is written into the address', async ({
  attacked: room,
  scratch,
}) => {
  const file = `${scratch}/film.mp4`
  await makeLongFilm(file, 1)
  await room.openFilm(file)
  const address = await filmAddress(room)
  const token = address.slice(-32)
  const other = filmPath('drop-2997.mp4')
  const strangers = [
    ...Array.from({ length: 50 }, () => `media://film/${randomBytes(16).toString('hex')}`),
    `media://film/${token.toUpperCase().replace(/\d/, 'A')}`,
    `media://film/${token}/../../../${other}`,
    `media://film/${token}%00`,
    `media://film/${token}%2F..%2F${encodeURIComponent(other)}`,
    `media://film/${encodeURIComponent(other)}`,
    `media://film//${other}`,
    `media://film/${token}.mp4`,
    `media://film@${token}/`,
    `media://${token}/`,
  ]
  for (const stranger of strangers) {
    const status = await room.page.evaluate(
      (target) =>
        fetch(target).then(
          (answer) => answer.status,
          () => 404,
        ),
      stranger,
    )
    expect(status, stranger).toBe(404)
  }
})
