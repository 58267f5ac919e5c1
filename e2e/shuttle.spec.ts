import { readFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { demoTruth, filmTruth } from './films.ts'
import { observed, observeFrames, type SeenKey, seenNow } from './frameObserver.ts'
import { frameOf, label } from './timecode.ts'

const rate = 24
/** Marks that are compared with what was seen, in each way of moving. */
const marks = 40
const demo = demoTruth()
const leader = filmTruth('leader-24.mp4')

test('J and L grow faster in both directions, turn round at normal speed, and K stops on a picture', async ({
  room,
}) => {
  await openDemoFilm(room)
  await room.goTo('01:00:30:00')
  for (const [key, speed] of [
    ['l', '1×'],
    ['l', '2×'],
    ['l', '4×'],
    ['l', '8×'],
    ['l', '16×'],
    ['l', '16×'],
    ['j', '−1×'],
    ['j', '−2×'],
    ['j', '−4×'],
    ['j', '−8×'],
    ['j', '−16×'],
    ['l', '1×'],
    ['Shift+L', '½×'],
    ['l', '1×'],
    ['Shift+J', '−½×'],
    ['j', '−1×'],
    ['k', ''],
  ] as const) {
    await room.press(key)
    await expect(room.page.getByTestId('speed')).toHaveText(speed)
  }
  await room.whenSettled()
  await expectPictureNamed(room, demo.startFrame)
})

test('marks while playing forwards are each on the frame that was shown and named', async ({
  room,
  scratch,
}) => {
  test.setTimeout(120_000)
  await openDemoFilm(room)
  await room.press('Space')
  for (let mark = 0; mark < marks; mark++) await pressLater(room, 'i', 3)
  await room.press('k')
  const keys = (await observed(room.page)).keys.filter(({ code }) => code === 'KeyI')
  expectAgreement(keys, await markedStarts(room, `${scratch}/forwards.needledrop`), demo.startFrame)
})

test('marks while playing backwards are each on the frame that was shown and named', async ({ room }) => {
  test.setTimeout(180_000)
  await openDemoFilm(room)
  await room.goTo('01:01:58:00')
  await room.press('i')
  await room.goTo('01:01:59:00')
  await room.press('o')
  await room.leaveField()
  await room.press('j')
  const marked: number[] = []
  for (let mark = 0; mark < marks; mark++) {
    await pressLater(room, 'BracketLeft', -3)
    const { keys } = await observed(room.page)
    marked.push(await startOnceItIs(room, keys.at(-1)?.timecodeAfter ?? ''))
  }
  await room.press('k')
  const keys = (await observed(room.page)).keys.filter(({ code }) => code === 'BracketLeft')
  expectAgreement(keys, marked, demo.startFrame)
})

test('marks while scrubbing faster than pictures come are each on the frame that was named, and shown for it', async ({
  room,
  scratch,
}) => {
  test.setTimeout(180_000)
  await openDemoFilm(room)
  const { keyboard } = room.page
  for (let mark = 0; mark < marks; mark++) {
    await Promise.all([
      ...Array.from({ length: 4 }, () => keyboard.down('ArrowRight')),
      keyboard.down('i'),
      keyboard.up('i'),
      keyboard.down('ArrowRight'),
      keyboard.up('ArrowRight'),
    ])
    if (mark % 20 === 19) await room.whenSafe(mark + 1)
  }
  const { keys, presented } = await observed(room.page)
  const pressed = keys.filter(({ code }) => code === 'KeyI')
  const starts = await markedStarts(room, `${scratch}/scrubbed.needledrop`)
  expect(starts).toEqual(pressed.map(({ timecode }) => frameOf(timecode, rate)))
  expect(pressed.filter(({ isSettled }) => !isSettled).length, 'the picture was behind').toBeGreaterThan(0)
  const shown = new Set(presented.map((seconds) => Math.round(seconds * rate) + demo.startFrame))
  expect(starts.filter((frame) => !shown.has(frame))).toEqual([])
})

test('with K down, J and L move one frame when tapped and creep while held', async ({ room }) => {
  await openLeader(room)
  await room.goTo('01:00:02:00')
  const { keyboard } = room.page
  await keyboard.down('k')
  await room.press('l', 'l', 'j', 'l')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:02:02')
  for (const [key, speed, direction] of [
    ['l', '⅛×', 1],
    ['j', '−⅛×', -1],
  ] as const) {
    await keyboard.down(key)
    await expect(room.page.getByTestId('speed')).toHaveText(speed)
    await whenMoved(room, direction * 3)
    await keyboard.up(key)
    await expectResting(room)
  }
  await keyboard.up('k')
})

test.describe('creeping ends', () => {
  for (const [how, end] of [
    ['when K is let go first', (room: CuttingRoom) => room.page.keyboard.up('k')],
    [
      'when the window loses the keyboard',
      (room: CuttingRoom) => room.page.evaluate(() => void window.dispatchEvent(new Event('blur'))),
    ],
  ] as const) {
    test(how, async ({ room }) => {
      await openLeader(room)
      await room.page.keyboard.down('k')
      await room.page.keyboard.down('l')
      await whenMoved(room, 3)
      await end(room)
      await expectResting(room)
    })
  }
})

test('a held arrow moves one frame for each repeat, and the picture is there when it is let go', async ({
  room,
}) => {
  await openDemoFilm(room)
  const { keyboard } = room.page
  for (const [key, steps] of [
    ['ArrowRight', 90],
    ['ArrowLeft', -60],
  ] as const) {
    const before = frameOf(await room.timecode(), rate)
    const held = Array.from({ length: Math.abs(steps) }, () => keyboard.down(key))
    await Promise.all(held)
    expect(await room.timecode()).toBe(label(before + steps, rate))
    await keyboard.up(key)
    await room.whenSettled()
    expect(await room.timecode()).toBe(label(before + steps, rate))
    await expectPictureNamed(room, demo.startFrame)
  }
})

test('playing around the playhead comes back to it', async ({ room }) => {
  await openLeader(room)
  await room.goTo('01:00:05:00')
  const before = (await observed(room.page)).pictures.length
  await room.press('Slash')
  await expect(room.page.getByTestId('run')).toHaveText('Around')
  await expect(room.page.getByTestId('run')).toHaveCount(0, { timeout: 15_000 })
  await room.whenSettled()
  expect(await room.timecode()).toBe('01:00:05:00')
  await expectPictureNamed(room, leader.startFrame)
  const played = await framesSince(room, before)
  const at = frameOf('01:00:05:00', rate)
  expect([Math.min(...played), Math.max(...played)]).toEqual([at - 48, at + 47])
})

test('playing around the out that is nudged comes back to the playhead, also when it is broken off', async ({
  room,
}) => {
  await openLeader(room)
  await markCue(room, '01:00:02:00', '01:00:06:00')
  await room.goTo('01:00:01:00')
  await room.press('e', 'e')
  const before = (await observed(room.page)).pictures.length
  await room.press('Slash')
  await whenReached(room, '01:00:04:12')
  await room.press('Escape')
  await room.whenSettled()
  expect(await room.timecode()).toBe('01:00:01:00')
  const played = (await framesSince(room, before)).filter((frame) => frame > frameOf('01:00:01:00', rate))
  expect(Math.min(...played)).toBe(frameOf('01:00:04:00', rate))
})

for (const [key, name] of [
  ['Escape', 'Escape'],
  ['Space', 'the space bar'],
] as const) {
  test(`a loop shows every frame of its cue and no other, until ${name} ends it`, async ({ room }) => {
    await openLeader(room)
    await markCue(room, '01:00:02:00', '01:00:02:18')
    await room.goTo('01:00:08:00')
    const before = (await observed(room.page)).pictures.length
    await room.press('Control+l')
    await expect(room.page.getByTestId('run')).toHaveText('Loop')
    for (let round = 0; round < 3; round++) {
      await whenReached(room, '01:00:02:15')
      await room.page.waitForFunction(
        () => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') < '01:00:02:06',
      )
    }
    await room.press(key)
    await expect(room.page.getByTestId('run')).toHaveCount(0)
    await expectResting(room)
    const start = frameOf('01:00:02:00', rate)
    const played = new Set((await framesSince(room, before)).map((frame) => frame - start))
    played.delete(frameOf('01:00:08:00', rate) - start)
    expect([...played].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, frame) => frame))
  })
}

test('an I that still waits for its picture is set before playing begins and O is pressed', async ({
  room,
}) => {
  await openDemoFilm(room)
  const { keyboard } = room.page
  await room.goTo('01:00:40:00')
  await Promise.all([
    ...Array.from({ length: 6 }, () => keyboard.down('ArrowRight')),
    keyboard.down('i'),
    keyboard.up('i'),
    keyboard.press('Space'),
  ])
  await keyboard.up('ArrowRight')
  await whenReached(room, '01:00:40:12')
  await room.press('o', 'Space')
  await room.whenSafe(2)
  const [line] = await room.cueLines()
  const { keys } = await observed(room.page)
  expect(line).toMatchObject({
    start: '01:00:40:06',
    end: keys.find(({ code }) => code === 'KeyO')?.timecodeAfter,
  })
})

test('the picture timing shows in the corner when it is asked for', async ({ room }) => {
  await openLeader(room)
  const timing = room.page.getByTestId('timing')
  await expect(timing).toHaveCount(0)
  await room.press('Control+k')
  await room.page.keyboard.type('picture timing')
  await room.press('Enter')
  await room.goTo('01:00:03:00')
  await expect(timing).toContainText(
    /seek +\d+ ms\nmedian +\d+ ms\n95 % +\d+ ms\nshown +\d+\/s\ndropped +\d+/,
  )
})

async function openDemoFilm(room: CuttingRoom): Promise<void> {
  await room.openFilm(demo.path)
  await observeFrames(room.page, demo.strip)
}

async function openLeader(room: CuttingRoom): Promise<void> {
  await room.openFilm(leader.path)
  await observeFrames(room.page, leader.strip)
}

async function markCue(room: CuttingRoom, start: string, end: string): Promise<void> {
  await room.goTo(start)
  await room.press('i')
  await room.goTo(end)
  await room.press('o')
  await room.leaveField()
}

/** Presses a key as soon as the timecode is at least so many frames on from now. */
async function pressLater(room: CuttingRoom, key: string, by: number): Promise<void> {
  await whenMoved(room, by)
  await room.press(key)
}

/** Resolves when the timecode is at least so many frames on from now, backwards if negative. */
async function whenMoved(room: CuttingRoom, by: number): Promise<void> {
  const target = label(frameOf(await room.timecode(), rate) + by, rate)
  await room.page.waitForFunction(
    ([wanted, isOn]) => {
      const now = document.querySelector('[data-testid="timecode"]')?.textContent ?? ''
      return isOn ? now >= wanted : now <= wanted
    },
    [target, by > 0] as const,
  )
}

/** Resolves when the timecode on screen is this one or a later one. */
async function whenReached({ page }: CuttingRoom, timecode: string): Promise<void> {
  await page.waitForFunction(
    (target) => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') >= target,
    timecode,
  )
}

/** Says that the film is still, and the picture the one that the timecode names. */
async function expectResting(room: CuttingRoom): Promise<void> {
  await expect(room.page.getByTestId('speed')).toHaveText('')
  await room.whenSettled()
  await expectPictureNamed(room, leader.startFrame)
}

async function expectPictureNamed(room: CuttingRoom, startFrame: number): Promise<void> {
  const { frame, timecode } = await seenNow(room.page)
  expect(label((frame ?? -1) + startFrame, rate)).toBe(timecode)
}

/** Frames, counted from 00:00:00:00, of the pictures that were shown since there were so many. */
async function framesSince(room: CuttingRoom, before: number): Promise<readonly number[]> {
  const { pictures } = await observed(room.page)
  return pictures.slice(before).flatMap((frame) => (frame === null ? [] : [frame + leader.startFrame]))
}

/** The frame at which the only cue begins, once the table shows that it begins at this timecode. */
async function startOnceItIs({ page }: CuttingRoom, timecode: string): Promise<number> {
  await page.waitForFunction((wanted) => {
    const cells = document.querySelectorAll('[role="row"][data-cue] [role="gridcell"]')
    return [...cells].some((cell) => cell.textContent?.trim() === wanted)
  }, timecode)
  return frameOf(timecode, rate)
}

/** Frames at which the cues begin, in order, out of the saved production. */
async function markedStarts(room: CuttingRoom, file: string): Promise<readonly number[]> {
  await room.leaveField()
  await room.saveAs(file)
  const { cues } = JSON.parse(await readFile(file, 'utf8'))
  const starts: number[] = cues.map(({ spans }: { spans: { start: number }[] }) => spans[0]?.start)
  return starts.toSorted((a, b) => a - b)
}

/** Says of each key that the frame shown, the frame named and the frame marked are one. */
function expectAgreement(keys: readonly SeenKey[], marked: readonly number[], startFrame: number): void {
  expect(keys).toHaveLength(marks)
  const named = keys.map(({ timecodeAfter }) => frameOf(timecodeAfter, rate))
  expect(named, 'named').toEqual(marked)
  // While a picture is sought, the one before is still on screen. Only one that comes as the key is served leaves two.
  const wrong = keys.filter(
    ({ frame, frameAfter, onScreen }, index) =>
      ![frame ?? onScreen, frameAfter ?? onScreen].includes((marked[index] ?? -1) - startFrame),
  )
  expect(wrong, 'shown').toEqual([])
}
