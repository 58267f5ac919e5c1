import { type ProductionDocument, type RecordOf, recordsOf, type TableName } from '../model/document.ts'

type Placed = { readonly reel: string; readonly start: unknown }

/** The records of a table as the file lists them: reels in running order, what stands on them in programme order, the rest by id. */
export function recordsInFileOrder(
  document: ProductionDocument,
  table: TableName,
): readonly RecordOf<TableName>[] {
  const keyed = recordsOf(document, table).map((record) => ({ record, key: sortKey(document, record) }))
  keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || (a.record.id < b.record.id ? -1 : 1))
  return keyed.map(({ record }) => record)
}

/** Order of the reel and frame on it; a frame that cannot be read comes first. */
function sortKey(document: ProductionDocument, record: RecordOf<TableName>): readonly [number, number] {
  if ('order' in record) return [record.order, 0]
  const placed = placeOf(record)
  if (placed === null) return [0, 0]
  const reel = Object.hasOwn(document.reels, placed.reel) ? document.reels[placed.reel] : undefined
  return [reel?.order ?? 0, typeof placed.start === 'number' ? placed.start : -1]
}

function placeOf(record: RecordOf<TableName>): Placed | null {
  if ('spans' in record) return record.spans[0] ?? null
  if ('frame' in record) return { reel: record.reel, start: record.frame }
  if ('start' in record) return { reel: record.reel, start: record.start }
  return null
}
