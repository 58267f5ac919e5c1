import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'

/** A flush of a file to the disk, in milliseconds since 1970. */
type Flush = { readonly file: string; readonly begun: number; readonly ended: number }
/** When a change was asked for and when the window said that it is safe, in milliseconds since 1970. */
type Confirmation = { readonly keyAt: number; readonly safeAt: number }

test.use({ trace: 'off' })

test('a change is flushed to the disk before the window says that it is safe', async ({ room, scratch }) => {
  test.skip(spawnSync('strace', ['-V']).status !== 0, 'strace is not installed here')
  const sheet = `${scratch}/sheet.json`
  await writeFile(
    sheet,
    exchangeSheet('Flushed', [{ number: '1m1', title: 'A', span: ['01:00:10:00', '01:00:20:00'] }]),
  )
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
  await room.press('Control+a')
  const tracer = spawn('strace', [
    ...['-f', '-ff', '-y', '-ttt', '-T', '-e', 'trace=fdatasync,fsync', '-e', 'signal=none'],
    ...['-p', String(room.running.main.pid), '-o', `${scratch}/trace`],
  ])
  const complaint = await whenAttached(tracer)
  test.skip(complaint !== null, `strace may not attach here: ${complaint}`)

  const confirmations: Confirmation[] = []
  for (const key of [
    'Period',
    'Digit3',
    'Shift+Digit2',
    'Shift+Period',
    'Digit2',
    'Comma',
    'Control+z',
    'Control+Shift+z',
  ]) {
    confirmations.push(await confirm(room, key))
  }
  tracer.kill('SIGINT')
  await once(tracer, 'exit')

  const flushes = await journalFlushes(scratch)
  expect(new Set(flushes.map(({ file }) => file)).size).toBe(1)
  for (const { keyAt, safeAt } of confirmations) {
    const before = flushes.filter(({ begun, ended }) => begun >= keyAt && ended <= safeAt)
    expect(before, JSON.stringify({ keyAt, safeAt, flushes })).toHaveLength(1)
  }
})

/** Presses a key and tells when it arrived and when the change that it made was shown as safe. */
async function confirm(room: CuttingRoom, key: string): Promise<Confirmation> {
  const confirmed = room.page.evaluate(() => {
    const place = document.querySelector<HTMLElement>('[data-testid="safety"]')
    const before = Number(place?.dataset.safe)
    let keyAt = 0
    // The last of the keys pressed counts: the ones before it are held down for it.
    window.addEventListener('keydown', () => (keyAt = Date.now()), { capture: true })
    document.body.dataset.watched = String(before)
    return new Promise<Confirmation>((resolve) => {
      const look = () => {
        // Whole milliseconds are rounded down, so what is over by then is before the next one.
        if (Number(place?.dataset.safe) > before) resolve({ keyAt, safeAt: Date.now() + 1 })
      }
      if (place) new MutationObserver(look).observe(place, { attributes: true })
    })
  })
  const { safe } = await room.safety()
  await expect(room.page.locator('body')).toHaveAttribute('data-watched', String(safe))
  await room.press(key)
  return confirmed
}

/** Resolves to null when the tracer watches the process, else to what it complained of. */
async function whenAttached(tracer: ChildProcess): Promise<string | null> {
  let said = ''
  return new Promise((resolve) => {
    tracer.stderr?.on('data', (piece) => {
      said += piece
      if (/attached/.test(said)) resolve(null)
    })
    tracer.on('exit', () => resolve(said.trim()))
  })
}

/** The flushes of journals that succeeded; the tracer wrote one file for each thread. */
async function journalFlushes(folder: string): Promise<readonly Flush[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('trace.'))
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts
    .flatMap((text) => [...text.matchAll(/^([\d.]+) (?:fdatasync|fsync)\(\d+<(.*)>\)\s+= 0 <([\d.]+)>$/gm)])
    .map(([, at = '', file = '', took = '']) => {
      const begun = Number(at) * 1000
      return { file, begun, ended: begun + Number(took) * 1000 }
    })
    .filter(({ file }) => file.includes('/journals/'))
    .toSorted((a, b) => a.begun - b.begun)
}
