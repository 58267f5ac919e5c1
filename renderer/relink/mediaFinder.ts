import type { Relink } from '../../shared/edits/relinkEdits.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { FoundFile, SearchOutcome, SearchProgress } from '../../shared/ipc/mediaLinks.ts'
import type { NamedFile } from '../../shared/model/namedFiles.ts'
import { fileName } from '../../shared/model/namedFiles.ts'
import type { Problem } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { mediaOfFilm } from '../store/filmProduction.ts'
import { Store } from '../store/store.ts'
import { type Difference, filmDifferences, isOtherCut } from './filmDifferences.ts'

/** A file that may take the place of one that is named. */
export type Offer = {
  readonly to: string
  /** The same content; the same in all that can be told without it; or something else. */
  readonly kind: 'same' | 'alike' | 'other'
  readonly differences: readonly Difference[]
  /** Set where it cannot take that place whatever the user decides. */
  readonly refusal: Problem | null
  /** What it holds; null for the same content. */
  readonly film: OpenedFilm | null
  /** Whether it is to be taken. */
  readonly isTaken: boolean
}

/** What the dialog that finds media shows. */
export type FinderState = {
  /** Offers by the path that the production names. */
  readonly offers: ReadonlyMap<string, Offer>
  /** How far the search is; null while there is none. */
  readonly progress: SearchProgress | null
  /** What the last search came to. */
  readonly outcome: SearchOutcome | null
}

const nothing: FinderState = { offers: new Map(), progress: null, outcome: null }

/** What was found for files that are missing, until the user takes it. */
export class MediaFinder {
  readonly state = new Store<FinderState>(nothing)

  clear(): void {
    this.state.set(nothing)
  }

  offer(path: string, offer: Offer): void {
    this.state.patch({ offers: new Map(this.state.value.offers).set(path, offer) })
  }

  take(path: string, isTaken: boolean): void {
    const offer = this.state.value.offers.get(path)
    if (offer) this.offer(path, { ...offer, isTaken })
  }
}

/** The offer of a file with the same content. */
export function sameOffer(to: string): Offer {
  return { to, kind: 'same', differences: [], refusal: null, film: null, isTaken: true }
}

/** The offer of a file that was opened, compared with what was spotted. */
export function comparedOffer(file: NamedFile, film: OpenedFilm, rate: FrameRate): Offer {
  if (file.identity !== '' && film.identity === file.identity) return sameOffer(film.path)
  const differences = filmDifferences(file, film, rate)
  const isAlike = differences.length === 0 && fileName(film.path) === fileName(file.path)
  return {
    to: film.path,
    kind: isAlike ? 'alike' : 'other',
    differences,
    refusal: file.kind === 'proxy' ? proxyOfOther(film.name) : null,
    film,
    isTaken: isAlike && film.path !== file.path && file.kind !== 'proxy',
  }
}

/** What taking an offer does to the production. */
export function relinkOf(file: NamedFile, { to, film }: Offer, rate: FrameRate): Relink {
  if (!film) return { from: file.path, to, content: null }
  const { media } = file.reel
  if (file.kind !== 'film' || !media)
    return { from: file.path, to, content: { identity: film.identity, film: null } }
  const { path: _, identity, proxy: __, ...facts } = mediaOfFilm(film, rate, media.startFrame)
  return { from: file.path, to, content: { identity, film: facts } }
}

/** One line on an offer. */
export function offerText({ kind, differences, to }: Offer, from: string): string {
  if (kind === 'same') return 'the same content'
  if (kind === 'alike') return 'same name and length; its content cannot be told to be the same'
  if (isOtherCut(differences)) return 'another cut'
  return to === from ? 'its content has changed' : 'another content'
}

/** Those found files of which the content is not known yet, to be opened and compared. */
export function toCompare(found: readonly FoundFile[]): readonly FoundFile[] {
  return found.filter(({ by }) => by === 'name')
}

function proxyOfOther(name: string): Problem {
  return {
    message: `${name} is not the proxy that was attached.`,
    expected: 'the same file under another name or in another folder',
    found: 'other content',
    remedy: 'Attach it as a new proxy of the film, which compares the two frame for frame.',
  }
}
