import type { InputAudioTrack } from 'mediabunny'
import {
  columnsPerSecond,
  isMissing,
  missingColumns,
  missingRanges,
  type PeakColumns,
} from '../../shared/peaks/peakColumns.ts'
import { columnsOfSeconds } from '../../shared/peaks/peaks.ts'
import type { Result } from '../../shared/result.ts'
import { greatestDrift } from './driftTest.ts'
import { silenceAfter, takeFfmpegColumns } from './ffmpegColumns.ts'
import { keepPeaks, loadKeptPeaks, removeKeptPeaks } from './keptPeaks.ts'
import type { PeaksOrder, Post } from './peaksMessages.ts'
import { PeaksOutbox } from './peaksOutbox.ts'
import { soundPieces } from './soundPieces.ts'
import { soundDamaged, soundDrifted } from './soundProblems.ts'
import { soundTrack } from './soundTrack.ts'
import { sampleSound } from './sparseSound.ts'
import { takeSound } from './takeSound.ts'

/** Pieces decoded at a time: a decoder waits for its thread more than it works, so that several fill two processors. */
const lanes = 6
/** Bytes of the film that a reader of it may hold. */
const mostHeld = 8 * 2 ** 20
/** Milliseconds after which what there is so far is kept. */
const keepInterval = 60_000

/** The analysis of one sound stream, in this order: what was kept, samples of the whole, then everything. */
export class PeaksAnalysis {
  readonly #order: PeaksOrder
  readonly #post: Post
  readonly #stopped = new AbortController()
  #near: number
  #keptAt = 0
  /** Why something is missing; the first reason is told. */
  #failure: string | undefined

  constructor(order: PeaksOrder, post: Post) {
    this.#order = order
    this.#post = post
    this.#near = order.near
  }

  /** Takes pieces nearest to another column first. */
  follow(near: number): void {
    this.#near = near
  }

  /** Ends soon; what there is is kept. */
  stop(): void {
    this.#stopped.abort()
  }

  async run(): Promise<void> {
    const known = this.#order.known ?? (await this.#loadKept())
    const isKept = known !== undefined && known !== this.#order.known
    const track = await soundTrack(this.#order.url, this.#order.stream, mostHeld)
    const columns = known ?? missingColumns(columnsOfSeconds(this.#order.durationSeconds))
    const isWhole = isKept && missingRanges(columns).length === 0
    if (!track.ok) {
      if (isWhole || (await this.#completeByFfmpeg(columns)))
        this.#post({ kind: 'done', damage: undefined }, [])
      else this.#post({ kind: 'refused', problem: track.problem }, [])
      return
    }
    if (!isWhole) await this.#complete(track.value, columns)
    if (this.#stopped.signal.aborted) return
    const proven = await this.#proven(track.value, columns)
    const damage = this.#failure === undefined ? undefined : soundDamaged(proven, this.#failure)
    this.#post({ kind: 'done', damage }, [])
    if (!damage && !(isWhole && proven === columns)) await this.#keep(proven)
  }

  async #loadKept(): Promise<PeakColumns | undefined> {
    const { cacheUrl, durationSeconds } = this.#order
    if (cacheUrl === undefined) return undefined
    const count = columnsOfSeconds(durationSeconds)
    const kept = await loadKeptPeaks(cacheUrl, count, (depth, { max, min }) =>
      this.#post({ kind: 'level', depth, max, min }, [max.buffer, min.buffer]),
    )
    if (kept === 'none') return undefined
    if (kept !== 'damaged') return { max: kept.max.slice(), min: kept.min.slice() }
    this.#post({ kind: 'discard', problem: undefined }, [])
    await removeKeptPeaks(cacheUrl)
    return undefined
  }

  /** Fills in what is missing; what ffmpeg does not give, or where it ended early, is decoded here. */
  async #complete(track: InputAudioTrack, columns: PeakColumns): Promise<void> {
    const { signal } = this.#stopped
    const outbox = this.#outbox(columns)
    this.#keptAt = performance.now()
    const now = (): number => performance.now()
    await sampleSound(track, { columns, post: this.#post, isStopped: () => signal.aborted, now })
    await this.#takeFfmpeg(outbox)
    await this.#takePieces(track, outbox)
    const isBegun = outbox.columns.max.some((_, column) => !isMissing(columns, column))
    if (signal.aborted && isBegun) await this.#keep(columns)
  }

  /** Fills in a sound that only ffmpeg decodes; false when it does not either. */
  async #completeByFfmpeg(columns: PeakColumns): Promise<boolean> {
    const outbox = this.#outbox(columns)
    if (!(await this.#takeFfmpeg(outbox)) || this.#stopped.signal.aborted) return false
    silenceAfter(outbox)
    await this.#keep(columns)
    return true
  }

  #outbox(columns: PeakColumns): PeaksOutbox {
    const missing = missingRanges(columns).reduce((sum, { start, end }) => sum + end - start, 0)
    return new PeaksOutbox(columns, columns.max.length - missing, this.#post, () => performance.now())
  }

  async #takeFfmpeg(outbox: PeaksOutbox): Promise<boolean> {
    const { columnsUrl } = this.#order
    const { signal } = this.#stopped
    return columnsUrl !== undefined && !signal.aborted && takeFfmpegColumns(columnsUrl, outbox, signal)
  }

  async #takePieces(track: InputAudioTrack, outbox: PeaksOutbox): Promise<void> {
    const pieces = soundPieces(missingRanges(outbox.columns))
    const lane = async (): Promise<void> => {
      while (!this.#stopped.signal.aborted) {
        const piece = pieces.takeNearest(this.#near)
        if (!piece) return
        const taker = outbox.taker(piece)
        const stretch = { from: piece.start / columnsPerSecond, to: piece.end / columnsPerSecond }
        this.#failure ??= await takeSound(track, stretch, taker)
        taker.flush()
        await this.#keepNowAndThen(outbox.columns)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }

  /** The columns if they stand where a fresh seek finds their sound; else they are made anew in one run, once. */
  async #proven(track: InputAudioTrack, columns: PeakColumns): Promise<PeakColumns> {
    const drift = (await this.#freshDrift(columns)) / columnsPerSecond
    if (Math.abs(drift) <= this.#order.frameSeconds) return columns
    this.#post({ kind: 'discard', problem: soundDrifted(drift) }, [])
    if (this.#order.cacheUrl !== undefined) await removeKeptPeaks(this.#order.cacheUrl)
    const anew = missingColumns(columns.max.length)
    const taker = new PeaksOutbox(anew, 0, this.#post, () => performance.now()).taker()
    const whole = { from: 0, to: this.#order.durationSeconds }
    this.#failure = await takeSound(track, whole, taker)
    taker.flush()
    return anew
  }

  /** By how many columns the analysis is off, heard through a reading of the file that has nothing to do with it. */
  async #freshDrift(columns: PeakColumns): Promise<number> {
    const fresh: Result<InputAudioTrack> = await soundTrack(this.#order.url, this.#order.stream, mostHeld)
    return fresh.ok ? greatestDrift(fresh.value, columns) : 0
  }

  async #keepNowAndThen(columns: PeakColumns): Promise<void> {
    if (performance.now() - this.#keptAt < keepInterval) return
    this.#keptAt = performance.now()
    await this.#keep(columns)
  }

  async #keep(columns: PeakColumns): Promise<void> {
    if (this.#order.cacheUrl !== undefined) await keepPeaks(this.#order.cacheUrl, columns)
  }
}
