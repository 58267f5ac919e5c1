import { readFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { demoTruth, filmTruth } from './films.ts'
import { observed, observeFrames, type SeenKey, type SeenNow } from './frameObserver.ts'
import { frameOf, label } from './timecode.ts'

const rate = 24
const demo = demoTruth()
const leader = filmTruth('leader-24.mp4')

test('type keys open and end typed cues over each other while playing, and Enter goes to the last title', async ({
  room,
  scratch,
}) => {
  await openDemoFilm(room, async (dialog) => {
    await dialog.getByRole('checkbox', { name: 'Type keys mark while playing' }).press('Space')
  })
  const before = await saved(room, scratch)
  await room.goTo('01:00:20:00')
  await room.press('Space')
  for (const key of ['Digit1', 'Digit3', 'Digit1', 'Digit3']) {
    await whenMoved(room, 10)
    await room.press(key)
  }
  await room.press('Enter')
  const title = room.page.getByRole('combobox', { name: 'Title' })
  await expect(title).toBeFocused()
  await expect(room.page.getByTestId('speed')).toHaveText('1×')
  await room.page.keyboard.type('Under 3 arches')
  await room.press('Enter', 'k')
  const [scoreIn, dropIn, scoreOut, dropOut] = await keysSeen(room, /^Digit/)
  const [score, drop, ...others] = await room.cueLines()
  expect(others).toEqual([])
  expect([score?.type, drop?.type, drop?.title]).toEqual(['Score', 'Needle drop', 'Under 3 arches'])
  expectSeen([scoreIn, score?.start], [scoreOut, score?.end], [dropIn, drop?.start], [dropOut, drop?.end])
  await undo(room, 5)
  expect(await saved(room, scratch)).toEqual(before)
})

test('of two open cues O ends the one that starts last, and at rest type keys tag as ever', async ({
  room,
  scratch,
}) => {
  await openDemoFilm(room, async (dialog) => {
    await dialog.getByRole('checkbox', { name: 'Type keys mark while playing' }).press('Space')
  })
  const before = await saved(room, scratch)
  await room.press('Space')
  for (const key of ['Digit4', 'Digit2', 'o', 'o']) {
    await whenMoved(room, 8)
    await room.press(key)
  }
  await room.press('k')
  const [sourceIn, songIn, songOut, sourceOut] = await keysSeen(room, /^(Digit|KeyO)/)
  const [source, song] = await room.cueLines()
  expect([source?.type, song?.type]).toEqual(['Source', 'Song'])
  expectSeen([sourceIn, source?.start], [sourceOut, source?.end], [songIn, song?.start], [songOut, song?.end])
  await room.press('Digit5')
  expect((await room.cueLines()).map(({ type }) => type)).toEqual(['Library', 'Song'])
  await undo(room, 5)
  expect(await saved(room, scratch)).toEqual(before)
})

test('a held type key marks for as long as it is down, once however often it repeats', async ({
  room,
  scratch,
}) => {
  await openDemoFilm(room, async (dialog) => {
    await dialog.getByRole('checkbox', { name: 'Hold a type key to mark' }).press('Space')
  })
  const before = await saved(room, scratch)
  const { keyboard } = room.page
  await observeReleases(room)
  await room.press('Space')
  await whenMoved(room, 6)
  await keyboard.down('Digit3')
  await whenOpen(room, 1)
  await expect(room.page.getByTestId('hold')).toBeVisible()
  for (let repeat = 0; repeat < 10; repeat++) await keyboard.down('Digit3')
  await whenMoved(room, 12)
  await keyboard.up('Digit3')
  await expect(openRows(room)).toHaveCount(0)
  await expect(room.page.getByTestId('hold')).toHaveCount(0)
  const [down] = await keysSeen(room, /^Digit/)
  const up = await released(room)
  const [line, ...others] = await room.cueLines()
  expect(others).toEqual([])
  expect(line?.type).toBe('Needle drop')
  expectSeen([down, line?.start])
  expect(line?.end).toBe(up.timecode)
  // A picture may come between the mark and the look at it.
  expect([0, 1]).toContain((up.frame ?? -1) - fileFrame(line?.end ?? ''))

  await keyboard.down('Digit1')
  await whenOpen(room, 1)
  await room.press('Escape')
  await expect(openRows(room)).toHaveCount(0)
  await keyboard.up('Digit1')
  expect(await room.cueLines()).toEqual([line])

  await keyboard.down('Digit2')
  await whenOpen(room, 1)
  await room.page.evaluate(() => void window.dispatchEvent(new Event('blur')))
  await expect(openRows(room)).toHaveCount(0)
  await keyboard.up('Digit2')
  await room.press('k')
  expect((await room.cueLines()).map(({ type }) => type)).toEqual(['Needle drop', 'Song'])
  await undo(room, 4)
  expect(await saved(room, scratch)).toEqual(before)
})

test('reaction time is shown beside In and Out, and its shift is undone apart from the mark', async ({
  room,
  scratch,
}) => {
  await openDemoFilm(room, async (dialog) => {
    await dialog.getByRole('textbox', { name: 'Reaction, in' }).fill('5 fr')
    await dialog.getByRole('textbox', { name: 'Reaction, out' }).fill('125')
    await room.press('Enter')
    await expect(dialog.getByText('= 5 frames')).toBeVisible()
    await expect(dialog.getByText('= 3 frames')).toBeVisible()
  })
  const before = await saved(room, scratch)
  await room.goTo('01:00:40:00')
  await expectShifts(room, '0 fr', '0 fr')
  await room.press('Space')
  await expectShifts(room, '−5 fr', '−3 fr')
  await whenMoved(room, 12)
  await room.press('i')
  await room.press('l')
  await expectShifts(room, '−10 fr', '−6 fr')
  await whenMoved(room, 24)
  await room.press('o', 'j')
  await expectShifts(room, '0 fr', '0 fr')
  await room.press('k')
  const [markIn, markOut] = await keysSeen(room, /^Key[IO]$/)
  const shown = async () => {
    const [line] = await room.cueLines()
    return [line?.start, line?.end]
  }
  const exact = [markIn?.timecodeAfter ?? '', markOut?.timecodeAfter ?? ''] as const
  expectSeen([markIn, exact[0]], [markOut, exact[1]])
  const shifted = [earlier(exact[0], 5), earlier(exact[1], 6)]
  expect(await shown()).toEqual(shifted)
  for (const [undone, state] of [
    ['Shift the mark by 6 frames for reaction time', [shifted[0], exact[1]]],
    ['Mark out', [shifted[0], 'open']],
    ['Shift the mark by 5 frames for reaction time', [exact[0], 'open']],
  ] as const) {
    await room.press('Control+z')
    await expect(room.page.getByText(`Undone: ${undone}`).first()).toBeVisible()
    expect(await shown()).toEqual(state)
  }
  await undo(room, 1)
  expect(await saved(room, scratch)).toEqual(before)
})

test('a reaction that was measured counts only when it is taken over', async ({ room }) => {
  await room.openFilm(demo.path)
  await room.press('Control+Comma')
  const dialog = room.page.getByRole('dialog', { name: 'Settings' })
  const lamp = dialog.getByTestId('lamp')
  await lamp.focus()
  await room.press('Space')
  for (let round = 0; round < 7; round++) {
    await room.page.waitForFunction(() => document.querySelector('[data-phase="lit"]') !== null)
    await room.press('Space')
  }
  const words = await dialog.getByText(/^Median \d+ ms, \d+ frames?$/).innerText()
  const reaction = dialog.getByRole('textbox', { name: 'Reaction, in' })
  await expect(reaction).toHaveValue('0 ms')
  await dialog.getByRole('button', { name: 'Use it for ins and outs' }).press('Enter')
  await expect(reaction).toHaveValue(/^Median (\d+ ms)/.exec(words)?.[1] ?? 'none')
})

for (const [name, keys, edge] of [
  ['head', 'Control+Shift+l', '01:00:03:00'],
  ['tail', 'Alt+l', '01:00:06:00'],
] as const) {
  test(`the ${name} of a cue loops from pre-roll to post-roll, while another cue is marked`, async ({
    room,
    scratch,
  }) => {
    await room.openFilm(leader.path)
    await observeFrames(room.page, leader.strip)
    await changeSettings(room, async (dialog) => {
      for (const group of await dialog.getByRole('radio', { name: '1 s', exact: true }).all())
        await group.press('Space')
    })
    await markCue(room, '01:00:03:00', '01:00:06:00')
    const before = await saved(room, scratch)
    const { pictures } = await observed(room.page)
    await room.press(keys)
    await expect(room.page.getByTestId('run')).toHaveText(name === 'head' ? 'Loop in' : 'Loop out')
    const at = frameOf(edge, rate)
    for (let round = 0; round < 3; round++) {
      await whenBefore(room, label(at - 6, rate))
      await whenReached(room, label(at + 6, rate))
      if (round === 0) await room.press('i')
    }
    await room.press('Escape')
    await expect(room.page.getByTestId('run')).toHaveCount(0)
    await expect(room.page.getByTestId('speed')).toHaveText('')
    const played = (await observed(room.page)).pictures
      .slice(pictures.length)
      .flatMap((frame) => (frame === null ? [] : [frame + leader.startFrame]))
      // The picture on which the out was marked, before the loop began.
      .filter((frame) => name === 'tail' || frame !== frameOf('01:00:06:00', rate))
    expect([Math.min(...played), Math.max(...played)]).toEqual([at - 24, at + 23])
    expect(await room.cueLines()).toHaveLength(2)
    await undo(room, 1)
    expect(await saved(room, scratch)).toEqual(before)
  })
}

test('edges, cues and problems are gone to without stopping, in either direction', async ({ room }) => {
  await room.openFilm(demo.path)
  await markCue(room, '01:00:20:00', '01:00:24:00')
  await markCue(room, '01:00:40:00', '01:00:44:00')
  const hops = async (speed: string, moves: readonly (readonly [string, string])[]) => {
    for (const [key, timecode] of moves) {
      await room.press(key)
      await expectNear(room, timecode)
      await expect(room.page.getByTestId('speed')).toHaveText(speed)
    }
  }
  await room.goTo('01:00:42:00')
  await room.press('Space')
  await hops('1×', [
    ['ArrowUp', '01:00:40:00'],
    ['ArrowUp', '01:00:24:00'],
    ['ArrowUp', '01:00:20:00'],
    ['ArrowDown', '01:00:24:00'],
    ['Shift+ArrowDown', '01:00:40:00'],
    ['w', '01:00:44:00'],
    ['q', '01:00:40:00'],
    ['n', '01:00:20:00'],
    ['Shift+n', '01:00:40:00'],
  ])
  await room.press('j')
  await hops('−1×', [
    ['w', '01:00:44:00'],
    ['ArrowUp', '01:00:40:00'],
    ['ArrowDown', '01:00:44:00'],
    ['Shift+ArrowUp', '01:00:40:00'],
    ['Shift+ArrowUp', '01:00:20:00'],
    ['ArrowDown', '01:00:24:00'],
    ['ArrowDown', '01:00:40:00'],
  ])
})

async function markCue(room: CuttingRoom, start: string, end: string): Promise<void> {
  await room.goTo(start)
  await room.press('i')
  await room.goTo(end)
  await room.press('o')
  await expect(room.page.getByRole('combobox', { name: 'Title' })).toBeFocused()
  await room.leaveField()
}

type Dialog = ReturnType<CuttingRoom['page']['getByRole']>

async function openDemoFilm(room: CuttingRoom, change: (dialog: Dialog) => Promise<void>): Promise<void> {
  await room.openFilm(demo.path)
  await changeSettings(room, change)
  await observeFrames(room.page, demo.strip)
}

async function changeSettings(room: CuttingRoom, change: (dialog: Dialog) => Promise<void>): Promise<void> {
  await room.press('Control+Comma')
  const dialog = room.page.getByRole('dialog', { name: 'Settings' })
  await change(dialog)
  await room.press('Escape')
  await expect(dialog).toHaveCount(0)
}

/** The document as it is saved now, without what counts its changes. */
async function saved(room: CuttingRoom, folder: string): Promise<unknown> {
  await room.whenSafe()
  await room.leaveField()
  await room.saveAs(`${folder}/marks.needledrop`)
  const {
    lastSequence: _sequence,
    checksum: _checksum,
    ...document
  } = JSON.parse(await readFile(`${folder}/marks.needledrop`, 'utf8'))
  return document
}

async function undo(room: CuttingRoom, times: number): Promise<void> {
  for (let step = 0; step < times; step++) await room.press('Control+z')
}

function openRows({ page }: CuttingRoom) {
  return page.getByRole('row').filter({ hasText: 'open' })
}

async function whenOpen(room: CuttingRoom, count: number): Promise<void> {
  await expect(openRows(room)).toHaveCount(count)
}

/** Resolves when the timecode is at least so many frames on from now. */
async function whenMoved(room: CuttingRoom, by: number): Promise<void> {
  await whenReached(room, label(frameOf(await room.timecode(), rate) + by, rate))
}

async function whenReached({ page }: CuttingRoom, timecode: string): Promise<void> {
  await page.waitForFunction(
    (target) => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') >= target,
    timecode,
  )
}

async function whenBefore({ page }: CuttingRoom, timecode: string): Promise<void> {
  await page.waitForFunction(
    (target) => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') < target,
    timecode,
  )
}

/** Says that the timecode is within a second of playing from another, either way. */
async function expectNear(room: CuttingRoom, timecode: string): Promise<void> {
  const distance = Math.abs(frameOf(await room.timecode(), rate) - frameOf(timecode, rate))
  expect(distance, `frames from ${timecode}`).toBeLessThan(rate)
}

async function expectShifts({ page }: CuttingRoom, shiftIn: string, shiftOut: string): Promise<void> {
  await expect(page.getByTestId('shift-in')).toHaveAttribute('data-shift', shiftIn)
  await expect(page.getByTestId('shift-out')).toHaveAttribute('data-shift', shiftOut)
}

/** What was seen at the keys of some codes, in the order in which they went down. */
async function keysSeen({ page }: CuttingRoom, codes: RegExp): Promise<readonly SeenKey[]> {
  return (await observed(page)).keys.filter(({ code }) => codes.test(code))
}

function fileFrame(timecode: string): number {
  return frameOf(timecode, rate) - demo.startFrame
}

function earlier(timecode: string, by: number): string {
  return label(frameOf(timecode, rate) - by, rate)
}

/** Says of each mark that it is the frame that was on screen at its key; pictures that came meanwhile leave the first to the last of them. */
function expectSeen(...marks: readonly (readonly [SeenKey | undefined, string | undefined])[]): void {
  for (const [key, timecode] of marks) {
    const frame = fileFrame(timecode ?? '')
    expect(frame).toBeGreaterThanOrEqual(key?.frame ?? Number.POSITIVE_INFINITY)
    expect(frame).toBeLessThanOrEqual(key?.frameAfter ?? key?.frame ?? Number.NEGATIVE_INFINITY)
  }
}

/** From now on keeps what is on screen right after the app took note of a type key that is let go. */
async function observeReleases({ page }: CuttingRoom): Promise<void> {
  await page.evaluate(() => {
    const seeing = window as unknown as { readonly seeNow: () => object; released?: object }
    window.addEventListener('keyup', ({ code }) => {
      if (code.startsWith('Digit')) seeing.released ??= seeing.seeNow()
    })
  })
}

function released({ page }: CuttingRoom): Promise<SeenNow> {
  return page.evaluate(() => (window as unknown as { readonly released: SeenNow }).released)
}
