import type { CuttingRoom } from '../cuttingRoom.ts'
import { observeFrames, type SeenNow, seenNow, seenSettled } from '../frameObserver.ts'
import { FilmLabels, type LabelledFilm, type TriedFilm } from './filmLabels.ts'

/** How often a kind of trial agreed, and in which words it did not. */
export type Tally = { right: number; readonly wrong: string[] }

/** What a trial needs: the app with the film open, the film's truth and a source of chance. */
export type Trial = {
  readonly room: CuttingRoom
  readonly film: LabelledFilm
  readonly labels: FilmLabels
  readonly random: (limit: number) => number
}

/** Disagreements after which one kind of trial is given up in a film. */
export const MOST_WRONG = 12

/** Opens a film in the app and begins to observe. Without a start timecode, the labels begin where the app lets them begin. */
export async function openTrial(room: CuttingRoom, film: TriedFilm, random: Trial['random']): Promise<Trial> {
  await room.openFilm(film.path)
  if (film.isRewrapped) {
    await room.page.getByText('rewrapped', { exact: true }).waitFor()
    await room.whenPictureShows()
  }
  await observeFrames(room.page, film.strip)
  if (film.hasTimecode) return { room, film, random, labels: new FilmLabels(film) }
  const { timecode, frame } = await seenNow(room.page)
  const startFrame = startOf({ ...film, startFrame: 0 }, timecode, frame ?? 0)
  return { room, film: { ...film, startFrame }, random, labels: new FilmLabels({ ...film, startFrame }) }
}

/** The count of the film's first frame when one of its frames bears a label. */
function startOf(film: LabelledFilm, label: string, frame: number): number {
  const [hours = 0] = label.split(':').map(Number)
  const from = hours * 3600 * film.labels
  const around = new FilmLabels({ ...film, startFrame: from, frames: film.frames + 1 })
  return from + (around.frame(label) ?? 0) - frame
}

/** Goes to random frames by typed timecodes and compares each picture with the timecode. */
export async function trySeeks(trial: Trial, count: number, tally: Tally): Promise<void> {
  for (let done = 0; done < count && tally.wrong.length < MOST_WRONG; done++) {
    const target = trial.random(trial.film.frames)
    await seekTo(trial, target, tally)
  }
}

async function seekTo({ room, labels }: Trial, target: number, tally: Tally): Promise<void> {
  const label = labels.of(target)
  await room.press('NumpadAdd')
  const field = room.page.getByRole('textbox', { name: 'Timecode' })
  await field.fill(label)
  await field.press('Enter')
  await field.waitFor({ state: 'detached' })
  const seen = await seenSettled(room.page, label)
  count(tally, isAt(seen, label, target), () => `seek to ${label} (frame ${target}): ${words(seen)}`)
}

/** Holds an arrow key for some steps from a random frame, and compares the picture after each with the timecode. */
export async function trySteps(trial: Trial, steps: number, tally: Tally): Promise<void> {
  const { room, film, labels, random } = trial
  let left = steps
  while (left > 0 && tally.wrong.length < MOST_WRONG) {
    const run = Math.min(25, left)
    const direction = random(2) === 0 ? -1 : 1
    const from = direction > 0 ? random(film.frames - run) : run + random(film.frames - run)
    await seekTo(trial, from, tally)
    const key = direction > 0 ? 'ArrowRight' : 'ArrowLeft'
    for (let step = 1; step <= run; step++) {
      const wanted = from + step * direction
      await room.page.keyboard.down(key)
      const { frame } = await seenSettled(room.page, labels.of(wanted))
      count(tally, frame === wanted, () => `step to ${labels.of(wanted)} (frame ${wanted}): picture ${frame}`)
    }
    await room.page.keyboard.up(key)
    left -= run
  }
}

function isAt({ timecode, isSettled, frame }: SeenNow, label: string, target: number): boolean {
  return isSettled && timecode === label && frame === target
}

function words({ timecode, isSettled, frame }: SeenNow): string {
  return `the picture is frame ${frame}, named ${timecode}${isSettled ? '' : ', and has not caught up'}`
}

/** Notes one comparison. */
export function count(tally: Tally, isRight: boolean, words: () => string): void {
  if (isRight) tally.right += 1
  else tally.wrong.push(words())
}

/** Goes to a frame without counting it. */
export async function standOn(trial: Trial, frame: number): Promise<void> {
  await seekTo(trial, frame, { right: 0, wrong: [] })
}
