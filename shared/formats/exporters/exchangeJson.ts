import type { Mark, Span } from '../../model/cue.ts'
import type { ProductionDocument, RecordOf, TableName } from '../../model/document.ts'
import { recordsOf } from '../../model/document.ts'
import type { ReelId } from '../../model/ids.ts'
import { compareText } from '../../model/naturalOrder.ts'
import type { Reel } from '../../model/production.ts'
import { pastMidnight } from '../../sheet/programme.ts'
import type { FrameRate } from '../../time/frameRate.ts'
import { type Frames, frames } from '../../time/frames.ts'
import { formatTimecode, parseTimecode } from '../../time/timecode.ts'
import type { ExporterFrom } from '../format.ts'
import { exchangeFormat } from '../importers/exchangeSchema.ts'

/** The production as docs/exchange-format.md has it: what our importer reads back to the same document. */
export const exchangeJson: ExporterFrom<'document'> = {
  kind: 'text',
  id: 'exchange',
  label: 'Needledrop exchange file (JSON)',
  group: 'exchange',
  extension: 'json',
  layout: 'exchange',
  source: 'document',
  losses: ['films, stems and where they lie', 'the undo history'],
  options: [],
  render: (document) => ({ kind: 'text', text: `${JSON.stringify(fileOf(document), null, 1)}\n` }),
}

function fileOf(document: ProductionDocument): unknown {
  const { rate, visualRule, ...production } = document.production
  const starts = new Map(recordsOf(document, 'reels').map(({ id, programme }) => [id, programme.start]))
  const place = new Places(rate, starts)
  const all = <Name extends TableName>(name: Name) =>
    recordsOf(document, name).toSorted((a, b) => compareText(a.id, b.id))
  return {
    format: exchangeFormat,
    version: 1,
    settings: { visualRule },
    production,
    timebase: { rateNum: rate.num, rateDen: rate.den, dropFrame: rate.dropFrame },
    pictures: all('reels')
      .toSorted((a, b) => a.order - b.order || compareText(a.id, b.id))
      .map((reel) => pictureOf(reel, rate)),
    segments: all('segments').map(({ reel, start, end, ...rest }) => ({
      ...rest,
      picture: reel,
      ...place.named('in', start, reel),
      ...place.named('out', end, reel),
    })),
    parties: all('parties').map(({ society, ...rest }) => ({ ...rest, pro: society })),
    works: all('works').map(({ writers, publishers, ...rest }) => ({
      ...rest,
      writers: writers.map(withPercent),
      publishers: publishers.map(withPercent),
    })),
    recordings: all('recordings'),
    cues: all('cues').map((cue) => cueOf(cue, place)),
    licences: all('licences').map(withPercent),
    notes: all('notes').map(({ reel, frame, ...rest }) => ({
      ...rest,
      picture: reel,
      ...place.named('at', frame, reel),
    })),
    ignored: all('ignored'),
  }
}

/** Labels of frames on reels, with the frame itself beside those labels that mean another one to whoever reads them. */
class Places {
  readonly #rate: FrameRate
  readonly #starts: ReadonlyMap<ReelId, Frames>

  constructor(rate: FrameRate, starts: ReadonlyMap<ReelId, Frames>) {
    this.#rate = rate
    this.#starts = starts
  }

  named(
    name: string,
    frame: Frames,
    reel: ReelId,
    stated?: string,
  ): Readonly<Record<string, string | number>> {
    const label = stated ?? formatTimecode(frame, this.#rate)
    const read = parseTimecode(label, this.#rate)
    const isExact =
      read.ok && pastMidnight(read.value, this.#starts.get(reel) ?? frames(0), this.#rate) === frame
    return isExact ? { [name]: label } : { [name]: label, [`${name}Frame`]: frame }
  }

  /** The edge of a cue; text that names no frame stands as it is. */
  mark(name: string, mark: Mark, reel: ReelId, stated?: string): Readonly<Record<string, string | number>> {
    return typeof mark === 'object' ? { [name]: mark.unreadable } : this.named(name, mark, reel, stated)
  }
}

function pictureOf({ id, label, programme: { start, end }, pictureRate }: Reel, rate: FrameRate): unknown {
  const startTc = formatTimecode(start, rate)
  const endTc = formatTimecode(end, rate)
  const first = parseTimecode(startTc, rate)
  const last = parseTimecode(endTc, rate)
  const isExact =
    first.ok && last.ok && first.value === start && pastMidnight(last.value, start, rate) === end
  return {
    id,
    label,
    startTc,
    endTc,
    ...(isExact ? {} : { startFrame: start, endFrame: end }),
    ...(pictureRate
      ? { rateNum: pictureRate.num, rateDen: pictureRate.den, isVariableRate: pictureRate.isVariable }
      : {}),
  }
}

function cueOf({ dramaticRoles, spans, ...rest }: RecordOf<'cues'>, place: Places): unknown {
  return { ...rest, dramaticRole: dramaticRoles, spans: spans.map((span) => spanOf(span, place)) }
}

function spanOf({ reel, start, end, labels }: Span, place: Places): unknown {
  return {
    picture: reel,
    ...place.mark('in', start, reel, labels?.start),
    ...(end === null ? { out: null } : place.mark('out', end, reel, labels?.end)),
  }
}

function withPercent<Holder extends { readonly share: number }>(holder: Holder): Holder {
  return { ...holder, share: holder.share / 100 }
}
