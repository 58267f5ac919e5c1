import { type ProductionDocument, type RecordOf, type TableName, tableNames } from '../model/document.ts'
import type { Reel } from '../model/production.ts'
import { ok } from '../result.ts'
import type { Edit } from './edit.ts'
import { sameValue } from './sameValue.ts'
import { noteLineage } from './tableLineage.ts'

/**
 * Brings the whole document back to an earlier sound one, as one edit. Files that are the same content stay where they are
 * known to be now.
 */
export function restoreDocument(label: string, earlier: ProductionDocument): Edit {
  return {
    label,
    run: (document) => {
      const wanted = withKnownFiles(document, earlier)
      const production = sameValue(document.production, wanted.production)
        ? document.production
        : wanted.production
      const tables = tableNames.map((table) => [table, restoredTable(document[table], wanted[table])])
      const after = { production, ...Object.fromEntries(tables) } as ProductionDocument
      const isSame =
        production === document.production &&
        tables.every(([table, records]) => records === document[table as TableName])
      return ok(isSame ? document : after)
    },
  }
}

/** Another version of a document, its films, proxies and stems where the document knows files of the same content to be. */
export function withKnownFiles(document: ProductionDocument, other: ProductionDocument): ProductionDocument {
  const reels = Object.fromEntries(
    Object.entries(other.reels).map(([id, reel]) => [id, withFilesOf(document.reels[id], reel)]),
  )
  return { ...other, reels }
}

type Records = Readonly<Record<string, RecordOf<TableName>>>

/** The wanted records, those that are as now being the same objects; the present table where nothing differs. */
function restoredTable(present: Records, wanted: Records): Records {
  const gone = Object.keys(present).filter((id) => !Object.hasOwn(wanted, id))
  const differing: string[] = []
  const restored = Object.fromEntries(
    Object.entries(wanted).map(([id, record]) => {
      const now = Object.hasOwn(present, id) ? present[id] : undefined
      if (now !== undefined && sameValue(now, record)) return [id, now]
      differing.push(id)
      return [id, record]
    }),
  )
  if (gone.length + differing.length === 0) return present
  noteLineage(restored, present, [...gone, ...differing])
  return restored
}

type FileOf = { readonly path: string; readonly identity: string }

function withFilesOf(present: Reel | undefined, reel: Reel): Reel {
  if (!present) return reel
  const known = [
    ...(present.media ? [present.media] : []),
    ...(present.media?.proxy ? [present.media.proxy] : []),
    ...present.stems,
  ]
  const here = <Named extends FileOf>(named: Named): Named => {
    const same = known.find(({ identity }) => identity !== '' && identity === named.identity)
    return same ? { ...named, path: same.path } : named
  }
  const media = reel.media && { ...here(reel.media), proxy: reel.media.proxy && here(reel.media.proxy) }
  return { ...reel, media, stems: reel.stems.map(here) }
}
