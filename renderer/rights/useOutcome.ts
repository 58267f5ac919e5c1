import { useEffect, useState } from 'react'
import type { Edit } from '../../shared/edits/edit.ts'
import { compareStandings, type Standing, standingOf, type WhatIf } from '../../shared/licensing/whatIf.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Result } from '../../shared/result.ts'
import { withBreaths } from '../store/withBreaths.ts'

const standings = new WeakMap<ProductionDocument, Standing>()

/** What an edit would change, tried step by step so that typing goes on; null without an edit, and until it is known. */
export function useOutcome(document: ProductionDocument, edit: Edit | null): Result<WhatIf> | null {
  const [known, setKnown] = useState<{ readonly edit: Edit; readonly outcome: Result<WhatIf> } | null>(null)
  useEffect(() => {
    if (!edit) return
    let isOver = false
    const find = async () => {
      for await (const outcome of withBreaths(tried(document, edit))) {
        if (isOver) return
        if (outcome) setKnown({ edit, outcome })
      }
    }
    void find()
    return () => {
      isOver = true
    }
  }, [document, edit])
  return edit && known?.edit === edit ? known.outcome : null
}

function* tried(document: ProductionDocument, edit: Edit): Generator<Result<WhatIf> | null, void> {
  const changed = edit.run(document)
  if (!changed.ok) return yield changed
  yield null
  const before = standings.get(document) ?? standingOf(document)
  standings.set(document, before)
  yield null
  yield ok(compareStandings(before, standingOf(changed.value)))
}
