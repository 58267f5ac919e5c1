import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { kill, launch, makeScratch, quit, type RunningApp, removeScratch } from './app.ts'

/** A line of the cue table, as it reads. */
export type CueLine = {
  readonly number: string
  readonly title: string
  readonly type: string
  readonly diegesis: string
  readonly start: string
  readonly end: string
  readonly length: string
}

/** How far the journal is, as the window shows it. */
export type Safety = { readonly made: number; readonly safe: number }

/** The app in the words of those who use it. */
export class CuttingRoom {
  #running: RunningApp

  private constructor(running: RunningApp) {
    this.#running = running
  }

  /** Starts the app on a folder. */
  static async open(
    folder: string,
    words: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<CuttingRoom> {
    return new CuttingRoom(await launch(folder, words, environment))
  }

  get running(): RunningApp {
    return this.#running
  }

  get page(): Page {
    return this.#running.page
  }

  /** What the page reported as an error since the app was started. */
  get faults(): readonly string[] {
    return this.#running.faults
  }

  /** Ends the app, politely or not, and starts it again on the same folder. */
  async restart(end: 'quit' | 'kill' = 'quit'): Promise<void> {
    await (end === 'quit' ? quit(this.#running) : kill(this.#running))
    this.#running = await launch(this.#running.folder)
  }

  async close(): Promise<void> {
    await quit(this.#running)
  }

  /** What the next dialog that asks for a file answers; null is Cancel. */
  async answerOpen(file: string | null): Promise<void> {
    await this.#running.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({
        canceled: path === null,
        filePaths: path === null ? [] : [path],
      })
    }, file)
  }

  /** What the next dialog that asks where to write answers; null is Cancel. */
  async answerSave(file: string | null): Promise<void> {
    await this.#running.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' })
    }, file)
  }

  /** Presses keys one after the other, in Playwright's notation. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Opens a production, an exchange file or a film through the dialog. */
  async openFile(file: string): Promise<void> {
    await this.answerOpen(file)
    await this.press('Control+o')
  }

  /** Opens a film and waits for its picture. */
  async openFilm(file: string): Promise<void> {
    await this.openFile(file)
    await this.whenPictureShows()
  }

  /** Opens the bundled demo from the welcome screen, with the keyboard. */
  async openDemo(): Promise<void> {
    const demo = this.page.getByRole('button', { name: 'Open the demo' })
    await demo.waitFor()
    while (!(await demo.evaluate((button) => button === document.activeElement))) await this.press('Tab')
    await this.press('Enter')
    await this.whenPictureShows()
  }

  async whenWorkspaceShows(): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Picture' })).toBeVisible()
  }

  /** Resolves when the film is loaded and the picture is the frame that the timecode names. */
  async whenPictureShows(): Promise<void> {
    await this.whenWorkspaceShows()
    await this.page.waitForFunction(() => {
      const video = document.querySelector('video')
      return video !== null && video.videoWidth > 0 && video.readyState >= 2
    })
    await this.whenSettled()
  }

  /** Resolves when the picture has caught up with the timecode. */
  async whenSettled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const isSettled =
        document.querySelector<HTMLElement>('[data-testid="timecode"]')?.dataset.settled === 'true'
      return isSettled && !document.querySelector('video')?.seeking
    })
  }

  /** The timecode on screen. */
  timecode(): Promise<string> {
    return this.page.getByTestId('timecode').innerText()
  }

  /** Types a timecode and waits for its picture. */
  async goTo(timecode: string): Promise<void> {
    await this.press('NumpadAdd')
    await this.page.getByRole('textbox', { name: 'Timecode' }).fill(timecode)
    await this.press('Enter')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await expect(this.page.getByTestId('timecode')).toHaveText(timecode)
    await this.whenSettled()
  }

  /** The lines of the cue table from top to bottom, of a sheet that fits into it; waits until the table has them. */
  async cueLines(): Promise<readonly CueLine[]> {
    const read = await this.page.waitForFunction(() => {
      const text = (cell: Element | undefined) =>
        cell?.getAttribute('aria-label') ?? cell?.textContent?.trim() ?? ''
      const tabs = [...document.querySelectorAll('[role="tab"]')].map(text)
      const count = Number(/^Cues\s*(\d+)$/.exec(tabs.find((tab) => tab.startsWith('Cues')) ?? '')?.[1])
      const rows = [
        ...document.querySelectorAll<HTMLElement>('[role="grid"][aria-label="Cues"] [role="row"][data-cue]'),
      ]
      if (rows.length !== count) return null
      return rows
        .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
        .map((row) => {
          const cells = [...row.querySelectorAll('[role="gridcell"]')]
          const [number, title, type, diegesis, , start, end, length] = cells.map(text)
          return { number, title, type, diegesis, start, end, length } as Record<keyof CueLine, string>
        })
    })
    return read.jsonValue() as Promise<readonly CueLine[]>
  }

  /** Takes the keyboard out of a text field, back to the keys of the window. */
  async leaveField(): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
  }

  async safety(): Promise<Safety> {
    const place = this.page.getByTestId('safety')
    const [made, safe] = await Promise.all([place.getAttribute('data-made'), place.getAttribute('data-safe')])
    return { made: Number(made), safe: Number(safe) }
  }

  /** Resolves when every change is on the disk; with `made`, not before so many were made. */
  async whenSafe(made = 0): Promise<number> {
    const safe = await this.page.waitForFunction((least) => {
      const { made, safe } = document.querySelector<HTMLElement>('[data-testid="safety"]')?.dataset ?? {}
      return made !== undefined && made === safe && Number(made) >= least ? Number(made) + 1 : false
    }, made)
    return ((await safe.jsonValue()) as number) - 1
  }

  /** Saves under a name that the dialog answers with. */
  async saveAs(file: string): Promise<void> {
    await this.answerSave(file)
    await this.press('Control+Shift+s')
    await expect.poll(() => existsSync(file), { message: file }).toBe(true)
    await expect(this.page.getByTestId('safety')).toHaveText('Saved')
  }

  /** Delivers one format under a file's name into its folder, gives what was written, and goes back to the cues. */
  async exportAs(format: string, file: string, { byteOrderMark = false } = {}): Promise<string> {
    const { page } = this
    await this.press('Control+e')
    const formats = page.getByRole('listbox', { name: 'Formats' })
    const wanted = formats.getByRole('option', { name: format }).first()
    const ticked = formats.getByRole('option', { selected: true })
    await expect(wanted).toBeVisible()
    for (let left = await ticked.count(); left > 0; left -= 1) {
      await ticked.first().click()
      await expect(ticked).toHaveCount(left - 1)
    }
    await wanted.click()
    await expect(ticked).toHaveCount(1)
    const mark = page
      .getByRole('group', { name: /^Options of/ })
      .getByRole('checkbox', { name: /byte-order mark/i })
    if ((await mark.isChecked()) !== byteOrderMark) await mark.press('Space')
    const names = page.getByRole('textbox', { name: 'File names' })
    await names.fill(path.basename(file, path.extname(file)))
    await names.press('Enter')
    await expect(page.getByRole('list', { name: 'Files that will be written' })).toHaveText(
      path.basename(file),
    )
    await this.answerOpen(path.dirname(file))
    await page.getByRole('button', { name: 'Choose a folder…' }).press('Enter')
    await expect(page.getByTestId('folder')).toHaveText(path.dirname(file))
    await this.press('Control+Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Delivered 1 file' })).toBeVisible()
    const written = await readFile(file, 'utf8')
    await this.press('Control+1')
    return written
  }

  /** The Problem that is told, part by part; waits until there is one with these words. */
  async problem(words: string | RegExp): Promise<{ expected: string; found: string; remedy: string }> {
    const alert = this.page.getByRole('alert').filter({ hasText: words })
    await expect(alert).toBeVisible()
    const [expected = '', found = '', remedy = ''] = await alert.locator('dd').allInnerTexts()
    return { expected, found, remedy }
  }
}

/** What a test may be given. */
type Fixtures = {
  /** A new empty folder. */
  readonly scratch: string
  /** The open app, which must not have reported any fault at the end. */
  readonly room: CuttingRoom
  /** The open app, for tests that provoke faults. */
  readonly attacked: CuttingRoom
}

/** Playwright's test in this house. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
  scratch: async ({}, use) => {
    const folder = await makeScratch()
    await use(folder)
    await removeScratch(folder)
  },
  room: async ({ scratch }, use) => {
    const room = await CuttingRoom.open(`${scratch}/app`)
    await use(room)
    const { faults } = room
    await room.close()
    expect(faults).toEqual([])
  },
  attacked: async ({ scratch }, use) => {
    const room = await CuttingRoom.open(`${scratch}/app`)
    await use(room)
    await room.close()
  },
})

export { expect }
