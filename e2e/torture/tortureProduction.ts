import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ConsoleMessage } from '@playwright/test'
import { kill } from '../app.ts'
import { CuttingRoom, expect } from '../cuttingRoom.ts'
import type { StreamState } from '../editStream.ts'
import { isSame, tortureKeys } from './tortureKeys.ts'
import { filedState, firstState, shownState, writeSheet } from './tortureSheet.ts'

/** What the app is in the middle of when it is killed. */
export const tortureKinds = ['edit', 'undo', 'save', 'rotation', 'import', 'recovery'] as const
export type TortureKind = (typeof tortureKinds)[number]

/** How a round went: what was confirmed when the kill came, and what was there afterwards. */
export type TortureRound = {
  readonly kind: TortureKind
  /** Number of the last change before the round. */
  readonly base: number
  readonly made: number
  readonly safe: number
  readonly recovered: number
}

const sign = 'torture:'
const title = 'Killed'
/** Presses of a round at most: more than are made before the kill comes. */
const mostPresses = 60

/** One production that lives through many kills, each in the middle of something. */
export class TortureProduction {
  readonly #scratch: string
  readonly #random: () => number
  /** The state after each change, by its number: everything that a user has seen. */
  #states: StreamState[] = [firstState]
  #room: CuttingRoom | null = null

  constructor(scratch: string, random: () => number) {
    this.#scratch = scratch
    this.#random = random
  }

  get #file(): string {
    return path.join(this.#scratch, 'work.needledrop')
  }

  /** Works, is killed in the middle of it, and is opened again. Throws when anything is not as it was confirmed. */
  async round(kind: TortureKind): Promise<TortureRound> {
    const room = this.#room ?? (await this.#begin())
    const { made: base } = await room.safety()
    const heard = { made: base, safe: base }
    const listen = (message: ConsoleMessage) => {
      const [, made, safe] = /^torture:(\d+) (\d+)$/.exec(message.text()) ?? []
      if (made && safe) Object.assign(heard, { made: Number(made), safe: Number(safe) })
    }
    room.page.on('console', listen)
    await reportSafety(room)
    const pressed = await this.#workAndKill(room, kind, base, heard)
    this.#room = null
    const { safe } = heard
    const atMost = base + pressed
    await this.#judgeFiles(atMost)
    if (kind === 'recovery') await this.#killWhileOpening()
    const recovered = await this.#openAgain(safe, atMost)
    this.#states.length = recovered + 1
    return { kind, base, made: heard.made, safe, recovered }
  }

  async end(): Promise<void> {
    await this.#room?.close()
  }

  /** Kills what still runs, after a fault. */
  async abandon(): Promise<void> {
    if (this.#room) await kill(this.#room.running)
  }

  async #begin(): Promise<CuttingRoom> {
    const sheet = path.join(this.#scratch, 'sheet.json')
    await writeSheet(sheet, title)
    await writeSheet(path.join(this.#scratch, 'other.json'), 'Another')
    const room = await openRoom(this.#scratch)
    await room.openFile(sheet)
    await room.whenWorkspaceShows()
    this.#room = room
    return room
  }

  /** The number of presses that may have arrived. */
  async #workAndKill(
    room: CuttingRoom,
    kind: TortureKind,
    base: number,
    heard: { readonly made: number; readonly safe: number },
  ): Promise<number> {
    const start = this.#states[base] ?? firstState
    const presses = tortureKeys(start, mostPresses, this.#random, kind === 'undo')
    this.#states = [...this.#states.slice(0, base + 1), ...presses.map(({ after }) => after)]
    const saves = kind === 'save' || kind === 'rotation'
    if (saves || !existsSync(this.#file)) await room.answerSave(this.#file)
    await room.press('Control+a')
    const count = 1 + Math.floor(this.#random() * 8)
    const goal = this.#random() < 0.5 ? 'safe' : 'made'
    const delay = Math.floor(this.#random() * (saves ? 45 : kind === 'import' ? 120 : 10))
    let sent = 0
    const send = async (key: string) => {
      await room.page.keyboard.press(key).catch(() => undefined)
    }
    for (const { key } of presses.slice(0, count)) {
      sent++
      await send(key)
      if (kind === 'rotation') await send('Control+s')
    }
    await expect.poll(() => heard[goal] >= base + sent, { intervals: [1] }).toBe(true)
    if (kind === 'save') await send('Control+s')
    if (kind === 'import') {
      await room.answerOpen(path.join(this.#scratch, 'other.json'))
      await send('Control+o')
    }
    const killed = new Promise<void>((resolve, reject) => {
      setTimeout(() => kill(room.running).then(resolve, reject), delay)
    })
    // Where killing fails while keys are still being sent, it is told when they have been.
    killed.catch(() => undefined)
    if (kind === 'edit' || kind === 'undo' || kind === 'save') {
      for (const { key } of presses.slice(sent, sent + 6)) {
        if (room.running.main.signalCode !== null) break
        sent++
        await send(key)
      }
    }
    await killed
    return sent
  }

  /** Every production file there is, also kept versions, opens and holds a state that was seen. */
  async #judgeFiles(atMost: number): Promise<void> {
    const files = readdirSync(this.#scratch, { recursive: true, encoding: 'utf8' })
    for (const name of files.filter((entry) => entry.endsWith('.needledrop'))) {
      const { state, sequence } = await filedState(path.join(this.#scratch, name))
      const seen = this.#states[sequence]
      if (sequence > atMost || !seen || !isSame(seen, state))
        throw new Error(
          `${name} holds what was not there at change ${sequence}: ${JSON.stringify({ state, seen })}`,
        )
    }
  }

  /** Starts, asks for the unsaved work, and is killed in the middle of that. */
  async #killWhileOpening(): Promise<void> {
    const room = await openRoom(this.#scratch)
    this.#room = room
    await this.#ask(room)
    await new Promise((resolve) => setTimeout(resolve, Math.floor(this.#random() * 80)))
    await kill(room.running)
    this.#room = null
  }

  /** Asks for the production: for the file, or for what the welcome screen offers as unsaved. */
  async #ask(room: CuttingRoom): Promise<void> {
    const unsaved = room.page
      .getByRole('region', { name: 'Unsaved work' })
      .getByRole('button', { name: new RegExp(`^${title}`) })
    await room.page.getByRole('heading', { name: 'Needledrop' }).waitFor()
    const hasFile = existsSync(this.#file)
    if (!hasFile) await unsaved.waitFor()
    const isOffered = (await unsaved.count()) > 0
    if (isOffered && (!hasFile || this.#random() < 0.5)) await unsaved.press('Enter')
    else await room.openFile(this.#file)
  }

  async #openAgain(safe: number, atMost: number): Promise<number> {
    const room = await openRoom(this.#scratch)
    this.#room = room
    await this.#ask(room)
    await room.whenWorkspaceShows()
    const recovered = await room.whenSafe()
    if (recovered < safe)
      throw new Error(`${safe - recovered} confirmed changes are lost: ${recovered} of ${safe}`)
    if (recovered > atMost) throw new Error(`change ${recovered} was never made, only ${atMost}`)
    const seen = this.#states[recovered]
    const shown = await shownState(room)
    if (!seen || !isSame(seen, shown))
      throw new Error(`not the state after change ${recovered}: ${JSON.stringify({ shown, seen })}`)
    const { faults } = room
    if (faults.length > 0) throw new Error(`the page reports: ${faults.join('; ')}`)
    return recovered
  }
}

async function openRoom(scratch: string): Promise<CuttingRoom> {
  const room = await CuttingRoom.open(path.join(scratch, 'app'))
  // Where tsx compiles, functions are given their names by a function that a page does not have.
  await room.page.evaluate('globalThis.__name ??= (named) => named')
  return room
}

/** Lets the page report how far the journal is, in the moment that the window shows it. */
async function reportSafety({ page }: CuttingRoom): Promise<void> {
  await page.evaluate((start) => {
    const place = document.querySelector<HTMLElement>('[data-testid="safety"]')
    const report = () => console.debug(`${start}${place?.dataset.made} ${place?.dataset.safe}`)
    if (place) new MutationObserver(report).observe(place, { attributes: true })
  }, sign)
}
