import { observed, type SeenKey } from '../frameObserver.ts'
import { count, MOST_WRONG, standOn, type Tally, type Trial } from './frameTrial.ts'

/** How the film moves while marks are made. */
export type Motion = 'forwards' | 'backwards' | 'scrubbing'

/** Marks by key while the film moves; the frame seen, the frame named and the frame in the cue table must be one. */
export async function tryMarks(trial: Trial, motion: Motion, marks: number, tally: Tally): Promise<void> {
  let isPlaying = false
  for (let done = 0; done < marks && tally.wrong.length < MOST_WRONG; done++) {
    if (motion === 'scrubbing') await (done % 2 === 0 ? scrubByKeys(trial) : scrubByPointer(trial))
    else {
      if (!isPlaying || (await isNearEnd(trial, motion))) await startPlaying(trial, motion)
      isPlaying = true
      await markWhilePlaying(trial)
    }
    await judge(trial, motion, tally)
  }
  if (isPlaying) await trial.room.press('KeyK')
}

async function isNearEnd({ room, film, labels }: Trial, motion: Motion): Promise<boolean> {
  const at = labels.frame(await room.timecode()) ?? 0
  return (motion === 'forwards' ? film.frames - at : at) < film.labels * 2
}

async function startPlaying(trial: Trial, motion: Motion): Promise<void> {
  const { room, film, random } = trial
  await room.press('KeyK')
  const margin = random(film.labels)
  await standOn(trial, motion === 'forwards' ? margin : film.frames - 1 - margin)
  await room.press(motion === 'forwards' ? 'KeyL' : 'KeyJ')
}

/** Waits until the film has moved, then for a time of chance, and presses I. */
async function markWhilePlaying({ room, random }: Trial): Promise<void> {
  const before = await room.timecode()
  await room.page.waitForFunction(
    (label) => document.querySelector('[data-testid="timecode"]')?.textContent !== label,
    before,
  )
  await room.page.waitForTimeout(50 + random(300))
  await room.press('KeyI')
}

/** Holds the arrow keys faster than pictures come, and presses I in the midst of it. */
async function scrubByKeys(trial: Trial): Promise<void> {
  const { room, film, random } = trial
  const { keyboard } = room.page
  await standOn(trial, random(Math.max(1, film.frames - film.labels * 3)))
  const held = (times: number) => Array.from({ length: times }, () => keyboard.down('ArrowRight'))
  await Promise.all([
    keyboard.down('Shift'),
    ...held(1 + random(3)),
    keyboard.up('Shift'),
    ...held(random(5)),
    keyboard.down('i'),
    keyboard.up('i'),
    ...held(random(6)),
    keyboard.up('ArrowRight'),
  ])
}

/** Drags over the timeline's sound and presses I with the pointer still moving. */
async function scrubByPointer({ room, random }: Trial): Promise<void> {
  const { mouse, keyboard } = room.page
  const box = await room.page.getByTestId('timeline-detail').boundingBox()
  if (!box) throw new Error('there is no timeline')
  const y = box.y + box.height * 0.2
  const x = () => box.x + box.width * (0.1 + random(800) / 1000)
  await mouse.move(x(), y)
  await mouse.down()
  const end = x()
  const moves = (to: number) => mouse.move(to, y, { steps: 6 })
  await Promise.all([moves(x()), keyboard.down('i'), keyboard.up('i'), moves(end)])
  await mouse.up()
}

/** Compares the mark with what was on screen, and takes it back. */
async function judge({ room, labels }: Trial, motion: Motion, tally: Tally): Promise<void> {
  const start = await openStart(room.page)
  const { keys, commits } = await observed(room.page)
  const key = keys.findLast(({ code }) => code === 'KeyI')
  const marked = start === null ? null : labels.frame(start)
  const isRight =
    key !== undefined &&
    agrees(key, [labels.frame(key.timecode), labels.frame(key.timecodeAfter)], marked, commits.at(-1) ?? null)
  count(
    tally,
    isRight,
    () => `mark ${motion}: cue at ${start} (frame ${marked}), ${words(key)}, commit ${commits.at(-1)}`,
  )
  if (start === null) return
  await room.press('Control+z')
  await room.page.waitForFunction(
    () => document.querySelector('[role="grid"][aria-label="Cues"] [role="row"][data-cue]') === null,
  )
}

/**
 * With the picture caught up, the cue starts at the frame seen and named at the key; only a picture that came while the
 * key was served leaves two. Behind the timecode, it starts at the frame named, whose picture was there when the mark was set.
 */
function agrees(
  key: SeenKey,
  named: readonly (number | null)[],
  marked: number | null,
  commit: number | null,
): boolean {
  if (marked === null || !named.includes(marked)) return false
  const seen = [key.frame ?? key.onScreen, key.frameAfter ?? key.frame ?? key.onScreen]
  const isBehind = !key.isSettled || key.frame === null
  return seen.includes(marked) || (isBehind && commit === marked)
}

function words(key: SeenKey | undefined): string {
  return key
    ? `at the key: picture ${key.frame} then ${key.frameAfter}, on screen ${key.onScreen}, named ${key.timecode} then ${key.timecodeAfter}, settled ${key.isSettled}`
    : 'no key was seen'
}

/** Timecode at which the one open cue begins, from the cue table; null where none comes. */
async function openStart(page: Trial['room']['page']): Promise<string | null> {
  const read = await page
    .waitForFunction(
      () => {
        const row = document.querySelector('[role="grid"][aria-label="Cues"] [role="row"][data-cue]')
        const cell = row?.querySelectorAll('[role="gridcell"]')[5]
        return cell?.getAttribute('aria-label') ?? (cell?.textContent?.trim() || null)
      },
      undefined,
      { timeout: 5_000 },
    )
    .catch(() => null)
  return read ? ((await read.jsonValue()) as string) : null
}
