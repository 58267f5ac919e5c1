import { type ProductionDocument, recordsOf } from '../model/document.ts'
import { type FindingPlace, findingKey } from '../model/finding.ts'
import type { IgnoredId, MakeId } from '../model/ids.ts'
import { type Ignored, placeOfIgnored } from '../model/ignored.ts'
import { ok, type Problem, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { dropRecords, putRecords } from './putRecord.ts'

/** Lets findings stand, and keeps why and since when. One that is ignored already gets the new reason and day. */
export function ignoreFindings(
  places: readonly FindingPlace[],
  reason: string,
  today: string,
  makeId: MakeId,
): Edit {
  const made = places.map((place) => ({ place, id: makeId<'ignored'>() }))
  return {
    label: countedLabel('Ignore', 'finding', places.length),
    run: (document) => {
      const trimmed = reason.trim()
      if (trimmed === '') return refuse(withoutReason())
      const present = ignoredByKey(document)
      const records = made.map(({ place, id }) =>
        ignoredOf(place, present.get(findingKey(place))?.id ?? id, trimmed, today),
      )
      return putRecords(document, 'ignored', records)
    },
  }
}

/** Reports findings again that were ignored. */
export function stopIgnoring(ids: readonly IgnoredId[]): Edit {
  return {
    label: countedLabel('Stop ignoring', 'finding', ids.length),
    run: (document) => ok(dropRecords(document, 'ignored', ids)),
  }
}

function ignoredByKey(document: ProductionDocument): ReadonlyMap<string, Ignored> {
  return new Map(
    recordsOf(document, 'ignored').map((ignored) => [findingKey(placeOfIgnored(ignored)), ignored]),
  )
}

function ignoredOf(place: FindingPlace, id: IgnoredId, reason: string, day: string): Ignored {
  return {
    id,
    rule: place.rule,
    cue: place.cue ?? null,
    other: place.other ?? null,
    licence: place.licence ?? null,
    party: place.party ?? null,
    side: place.side ?? null,
    field: place.field ?? '',
    reason,
    day,
  }
}

function withoutReason(): Problem {
  return {
    message: 'A finding is ignored only for a reason.',
    expected: 'a few words that say why it may stand',
    found: 'nothing',
    remedy: 'Type the reason; whoever opens the production later reads it.',
  }
}
