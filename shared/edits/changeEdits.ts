import { brokenReferences, type ProductionDocument } from '../model/document.ts'
import { ok, type Problem, refuse } from '../result.ts'
import { apply, type Change, fits } from './change.ts'
import type { Edit } from './edit.ts'

/** A kept change beside a document: what of it can be done, and what stands otherwise by now. */
export type FittingChange = { readonly fitting: Change; readonly left: Change }

/** Sorts a kept change by whether each record still is as the change found it; one that is as it leads to counts as done. */
export function fittingChange(document: ProductionDocument, change: Change): FittingChange {
  const open = change.filter((record) => !fits(document, [{ ...record, before: record.after }]))
  const fitting = open.filter((record) => fits(document, [record]))
  return { fitting, left: open.filter((record) => !fitting.includes(record)) }
}

/** Does what of a kept change still fits; what was changed since then stays as it is. */
export function doFitting(label: string, change: Change): Edit {
  return {
    label,
    run: (document) => {
      const { fitting } = fittingChange(document, change)
      if (fitting.length === 0) return ok(document)
      const after = apply(document, fitting)
      const [broken] = brokenReferences(after)
      return broken ? refuse(withoutGround(label, broken.at, broken.id)) : ok(after)
    },
  }
}

function withoutGround(label: string, at: string, id: string): Problem {
  return {
    message: `“${label}” is not possible any more, because other edits since rest on what it would change.`,
    expected: 'a production in which every cue, work and holder that is named is there',
    found: `${at} would name ${id}, which would not be there`,
    remedy: 'Undo the edits that were made since, then try again.',
  }
}
