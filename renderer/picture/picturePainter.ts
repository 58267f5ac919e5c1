import { Scope } from '../ui/scope.ts'

/** Draws every picture that a media element presents onto a canvas, which may be in another window of the same page. */
export class PicturePainter {
  readonly #video: HTMLVideoElement
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D | null
  readonly #scope = new Scope()

  constructor(video: HTMLVideoElement, canvas: HTMLCanvasElement) {
    this.#video = video
    this.#canvas = canvas
    this.#context = canvas.getContext('2d', { alpha: false })
    let asked = 0
    const presented = () => {
      if (this.#scope.hasEnded) return
      asked = video.requestVideoFrameCallback(presented)
      this.draw()
    }
    asked = video.requestVideoFrameCallback(presented)
    this.#scope.own(() => video.cancelVideoFrameCallback(asked))
    // A picture may be presented before its seek has ended, and cannot be drawn until then.
    this.#scope.listen(video, 'seeked', () => this.draw())
    this.#scope.listen(video, 'emptied', () => this.#clear())
    const size = new ResizeObserver(() => this.draw())
    size.observe(canvas)
    this.#scope.own(() => size.disconnect())
  }

  /** Draws the picture that the element shows now, as large as the canvas is seen but never larger than the film. */
  draw(): void {
    const { videoWidth, videoHeight, readyState } = this.#video
    if (!this.#context || readyState < HTMLMediaElement.HAVE_CURRENT_DATA || videoWidth === 0) return
    const { clientWidth, clientHeight, ownerDocument } = this.#canvas
    const pixels = ownerDocument.defaultView?.devicePixelRatio ?? 1
    const scale = Math.min(1, (clientWidth * pixels) / videoWidth, (clientHeight * pixels) / videoHeight)
    const width = Math.max(1, Math.round(videoWidth * scale))
    const height = Math.max(1, Math.round(videoHeight * scale))
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width
      this.#canvas.height = height
    }
    this.#context.drawImage(this.#video, 0, 0, width, height)
  }

  end(): void {
    this.#scope.end()
  }

  #clear(): void {
    this.#context?.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
  }
}
