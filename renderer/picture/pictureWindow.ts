import { Store } from '../store/store.ts'
import { Scope } from '../ui/scope.ts'
import { PicturePainter } from './picturePainter.ts'

/** The parts of the second window's page. */
export type PictureStage = {
  readonly window: Window
  readonly overlay: HTMLElement
  readonly timecode: HTMLElement
  readonly cue: HTMLElement
}

/**
 * The picture in a window of its own. That window shares this page's process and has no scripts: this page draws each picture
 * there as it is presented here, so the two cannot drift and nothing is decoded twice.
 */
export class PictureWindow {
  /** The second window's page once it is there; null while the window is closed. */
  readonly stage = new Store<PictureStage | null>(null)
  readonly #video: HTMLVideoElement
  #window: Window | null = null

  constructor(video: HTMLVideoElement) {
    this.#video = video
  }

  /** Opens the window, or closes it. */
  toggle(): void {
    if (this.#window && !this.#window.closed) this.close()
    else this.open()
  }

  open(): void {
    if (this.#window && !this.#window.closed) return
    const opened = window.open('app://needledrop/picture.html', 'picture')
    this.#window = opened
    opened?.addEventListener('load', () => this.#loaded(opened), { once: true })
  }

  close(): void {
    this.#window?.close()
  }

  #loaded(opened: Window): void {
    const { document } = opened
    const canvas = document.querySelector<HTMLCanvasElement>('#picture')
    const overlay = document.querySelector<HTMLElement>('#overlay')
    const timecode = document.querySelector<HTMLElement>('#timecode')
    const cue = document.querySelector<HTMLElement>('#cue')
    if (!canvas || !overlay || !timecode || !cue) throw new Error("the picture's page is not as it should be")
    const scope = new Scope()
    const painter = new PicturePainter(this.#video, canvas)
    scope.own(() => painter.end())
    scope.listen(opened, 'pagehide', () => {
      scope.end()
      this.#window = null
      this.stage.set(null)
    })
    painter.draw()
    this.stage.set({ window: opened, overlay, timecode, cue })
  }
}
