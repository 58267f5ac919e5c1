import { readdir, readFile } from 'node:fs/promises'
import { csvRows } from './csv.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { demoTruth } from './films.ts'
import { observed, observeFrames, type SeenKey } from './frameObserver.ts'
import { frameOf, label } from './timecode.ts'

const rate = 24
const { strip, startFrame } = demoTruth()

test('three cues are marked, tagged and exported from the keyboard alone, each on the frame that was seen', async ({
  room,
  scratch,
}) => {
  test.setTimeout(90_000)
  await room.openDemo()
  await observeFrames(room.page, strip)
  const before = await room.cueLines()

  const paused = await markPaused(room)
  const playing = await markPlaying(room, '01:00:40:00', 30)
  const scrubbed = await markScrubbing(room, '01:01:20:00')

  const marked = (await room.cueLines()).filter(({ start }) => !before.some((line) => line.start === start))
  expect(
    marked.map(({ title, type, diegesis, start, end, length }) => [
      title,
      type,
      diegesis,
      start,
      end,
      length,
    ]),
  ).toEqual(
    [
      ['Paper', 'Needle drop', 'Diegetic', paused],
      ['Untitled', 'Song', 'Trans-diegetic', playing],
      ['At speed', 'Library', 'Non-diegetic', scrubbed],
    ].map(([title, type, diegesis, cue]) => [title, type, diegesis, ...labels(cue as MarkedCue)]),
  )

  await room.answerOpen(scratch)
  await room.press('Control+e')
  await expect(room.page.getByRole('option', { name: 'Full' })).toBeFocused()
  await room.press('Control+Enter')
  await expect(room.page.getByRole('status').filter({ hasText: 'Delivered 1 file' })).toBeVisible()
  const [name = ''] = (await readdir(scratch)).filter((each) => each.endsWith('.csv'))
  const csv = await readFile(`${scratch}/${name}`, 'utf8')
  for (const cue of [paused, playing, scrubbed]) {
    const [start, end] = labels(cue)
    const row = csvRows(csv).find((cells) => cells['TC In'] === start)
    expect(row).toMatchObject({
      'TC In': start,
      'TC Out': end,
      'Duration (frames)': String(cue.end - cue.start),
    })
    expect(row?.['Duration (s)']).toBe(((cue.end - cue.start) / rate).toFixed(3))
  }
})

test('ten marks while playing are each on the frame that was seen', async ({ room }) => {
  test.setTimeout(90_000)
  await room.openDemo()
  await observeFrames(room.page, strip)
  for (const [index, seconds] of [2, 21, 47, 76, 103].entries()) {
    await markPlaying(room, label(startFrame + seconds * rate + index, rate), 7 + index)
  }
})

/** A cue in file frames; `end` is the first frame without music. */
type MarkedCue = { readonly start: number; readonly end: number }

function labels({ start, end }: MarkedCue): readonly [string, string, string] {
  return [label(start + startFrame, rate), label(end + startFrame, rate), label(end - start, rate)]
}

function fileFrame(timecode: string): number {
  return frameOf(timecode, rate) - startFrame
}

async function markPaused(room: CuttingRoom): Promise<MarkedCue> {
  await room.goTo('01:00:27:05')
  await room.press('i')
  await expect(room.page.getByRole('row').filter({ hasText: '01:00:27:05' })).toContainText('open')
  await room.goTo('01:00:30:00')
  await room.press('ArrowRight', 'ArrowRight')
  await room.whenSettled()
  await room.press('o')
  await expect(room.page.getByRole('combobox', { name: 'Title' })).toBeFocused()
  await room.page.keyboard.type('Paper')
  await room.press('Enter', 'Digit3', 'Shift+Digit2')
  const [markIn, markOut] = await lastMarks(room)
  expect([markIn.frame, markOut.frame]).toEqual([fileFrame('01:00:27:05'), fileFrame('01:00:30:02')])
  return { start: fileFrame('01:00:27:05'), end: fileFrame('01:00:30:02') }
}

/** Marks a cue of about so many frames while the film plays, and compares it with the pictures that were seen. */
async function markPlaying(room: CuttingRoom, from: string, frames: number): Promise<MarkedCue> {
  await room.goTo(from)
  await room.press('Space')
  await whenReached(room, frameOf(from, rate) + 6)
  await room.press('i')
  await whenReached(room, frameOf(from, rate) + 6 + frames)
  await room.press('o', 'Digit2', 'Shift+Digit3', 'Space')
  await room.whenSettled()
  const [markIn, markOut] = await lastMarks(room)
  const line = (await room.cueLines()).find(({ start }) => isSeen(markIn, start))
  expect(line, `a cue that begins at frame ${markIn.frame}, which was on screen`).toBeDefined()
  const { start = '', end = '' } = line ?? {}
  expect(
    isSeen(markOut, end),
    `the frame that was on screen at O, ${markOut.frame}, not ${fileFrame(end)}`,
  ).toBe(true)
  return { start: fileFrame(start), end: fileFrame(end) }
}

/** Whether a timecode is that of the picture seen at a key. Only a picture that came while the key was served leaves two. */
function isSeen({ frame, frameAfter }: SeenKey, timecode: string): boolean {
  return [frame, frameAfter ?? frame].includes(fileFrame(timecode))
}

/** Marks while the picture is behind the timecode, which keeps moving. */
async function markScrubbing(room: CuttingRoom, from: string): Promise<MarkedCue> {
  await room.goTo(from)
  const before = await observed(room.page)
  await scrub(room, 'i')
  await expect(room.page.getByRole('row').filter({ hasText: 'open' })).toHaveCount(1)
  await scrub(room, 'o')
  const { keyboard } = room.page
  await expect(room.page.getByRole('row').filter({ hasText: 'open' })).toHaveCount(0)
  await expect(room.page.getByRole('combobox', { name: 'Title' })).toBeFocused()
  await keyboard.type('At speed')
  await room.press('Enter', 'Digit5', 'Shift+Digit1')

  const marks = await lastMarks(room)
  const { pictures, presented, commits } = await observed(room.page)
  const [start, end] = marks.map(({ timecode }) => fileFrame(timecode))
  expect(
    marks.map(({ isSettled }) => isSettled),
    'the picture was behind',
  ).toEqual([false, false])
  expect(commits.slice(before.commits.length), 'on screen when the marks were set').toEqual([start, end])
  expect(pictures.slice(before.pictures.length)).toEqual(expect.arrayContaining([start, end]))
  const shown = presented.slice(before.presented.length).map((seconds) => Math.round(seconds * rate))
  expect(shown, 'presented, and not only decoded').toEqual(expect.arrayContaining([start, end]))
  return { start: start ?? 0, end: end ?? 0 }
}

/** Runs over the film in big and small steps, faster than pictures come, and presses a key in the midst of it. */
async function scrub({ page }: CuttingRoom, key: string): Promise<void> {
  const { keyboard } = page
  const held = (count: number) => Array.from({ length: count }, () => keyboard.down('ArrowRight'))
  // Sent all at once, so that no picture has the time to come.
  await Promise.all([
    keyboard.down('Shift'),
    ...held(8),
    keyboard.up('Shift'),
    ...held(3),
    keyboard.down(key),
    keyboard.up(key),
    ...held(5),
    keyboard.up('ArrowRight'),
  ])
}

/** Resolves when the timecode on screen is this frame or a later one. */
async function whenReached({ page }: CuttingRoom, frame: number): Promise<void> {
  await page.waitForFunction(
    (target) => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') >= target,
    label(frame, rate),
  )
}

/** What was seen at the last I and at the last O. */
async function lastMarks({ page }: CuttingRoom): Promise<readonly [SeenKey, SeenKey]> {
  const { keys } = await observed(page)
  const markIn = keys.findLast(({ code }) => code === 'KeyI')
  const markOut = keys.findLast(({ code }) => code === 'KeyO')
  if (!markIn || !markOut) throw new Error('no marks were made')
  return [markIn, markOut]
}
