import { readFile, writeFile } from 'node:fs/promises'
import { test } from './cuttingRoom.ts'

const titles = ['Harbour at Dawn', 'The Ledger', 'Second Shift', 'Marlene Waits', 'Carry the Lantern', 'Low Tide', 'Paper Boats', 'What the Rain Hums', 'The Foreman', 'Night Train North', 'Tin Roof', 'Undertow', 'Saltwater Psalm', 'A Door Left Open', 'Turn It Up', 'Waltz for a Wet Umbrella', 'Kerosene', 'Slow Dissolve', 'The Long Counter', 'Sister’s Song']
const types = ['score', 'score', 'score', 'song', 'needleDrop', 'source', 'library', 'score', 'theme', 'score']
const diegeses = ['nonDiegetic', 'nonDiegetic', 'nonDiegetic', 'nonDiegetic', 'diegetic', 'diegetic', 'nonDiegetic', 'transDiegetic', 'nonDiegetic', 'unknown']

test('look', async ({ room, scratch }) => {
  test.setTimeout(180_000)
  await room.openFile('/tmp/needledrop-bench/two-hours.mp4')
  await room.page.getByRole('region', { name: 'Picture' }).waitFor({ timeout: 60_000 })
  await room.whenPictureShows()
  await room.press('i')
  await room.goTo('00:00:30:00').catch(() => room.goTo('01:00:30:00'))
  await room.press('o')
  await room.whenSafe(2)
  await room.leaveField()
  await room.saveAs(`${scratch}/film.needledrop`)
  const saved = JSON.parse(await readFile(`${scratch}/film.needledrop`, 'utf8'))
  const [first] = saved.cues
  let seed = 7
  const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648 }
  const origin = saved.reels[0].programme.start
  let at = origin + 24 * 20
  saved.cues = Array.from({ length: 60 }, (_, n) => {
    const length = Math.round(24 * (12 + random() * random() * 170))
    const start = at
    at += length + (n % 6 === 4 ? -Math.round(length / 3) : n % 5 === 0 ? 0 : Math.round(24 * random() * 60))
    return { ...first, id: `cue-${n}`, number: `1m${String(n + 1).padStart(2, '0')}`, title: titles[n % titles.length] + (n >= 40 ? ' (Reprise)' : n >= 20 ? ' II' : ''), type: types[n % 10], diegesis: diegeses[n % 10], origin: types[n % 10] === 'score' || types[n % 10] === 'theme' ? 'commissioned' : 'commercial', spans: [{ reel: first.spans[0].reel, start, end: start + length }] }
  })
  saved.production.title = 'The Salt Lantern'
  const reel = first.spans[0].reel
  saved.segments = [['Teaser', 'content', 0, 540], ['Act one', 'content', 540, 2100], ['Break', 'break', 2100, 2160], ['Act two', 'content', 2160, 4300], ['Act three', 'content', 4300, 7200]].map(([label, kind, from, to], n) => ({ id: `seg-${n}`, reel, label, kind, start: origin + Number(from) * 24, end: origin + Number(to) * 24 }))
  saved.notes = [[95, 'hit: door slams'], [2300, 'ask director: source or score?'], [131, 'hit: lights out']].map(([s, text], n) => ({ id: `note-${n}`, reel, frame: origin + Number(s) * 24, text }))
  await writeFile(`${scratch}/two.needledrop`, JSON.stringify({ ...saved, id: 'two-hours-shot' }, null, 1))
  await room.openFile(`${scratch}/two.needledrop`)
  await room.page.getByText('The Salt Lantern').first().waitFor()
  await room.whenPictureShows()
  await room.page.waitForFunction(() => document.body.textContent?.includes('Reading the sound') !== true, undefined, { timeout: 120_000 })
  await room.page.keyboard.press('Escape')
  await room.page.waitForTimeout(6000)
  const zooms = [0, 7, 14, 24]
  let done = 0
  const start = await room.timecode()
  await room.goTo(start.replace(/^(\d\d):\d\d:\d\d:\d\d/, '$1:02:10:00'))
  await room.press('KeyD')
  await room.press('Backslash')
  for (const [n, steps] of zooms.entries()) {
    for (; done < steps; done++) await room.press('Equal')
    await room.page.waitForTimeout(700)
    await room.page.screenshot({ path: `/tmp/zoom${n + 1}.png` })
  }
})
