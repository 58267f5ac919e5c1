import type { MergedTable } from '../../shared/edits/mergeEdits.ts'
import type { Session } from '../store/session.ts'

/** Opens the library at the card of a work, recording or holder. */
export function openCard(
  { moment }: Session,
  card: { readonly table: MergedTable; readonly id: string },
): void {
  moment.patch({ dialog: 'library', libraryCard: card })
}
