import type { Handlers, OpenedProduction, PackedProduction } from '../../shared/ipc/contract.ts'
import { packedRecords } from '../../shared/ipc/packedDocument.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { openElsewhere } from '../guardProblems.ts'
import type { Services } from '../ipc/handlers.ts'
import { withFilmsNearby } from '../media/filmsNearby.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { writeProblem } from '../production/writeProblem.ts'
import { rescue } from './rescue.ts'

type VersionHandlers = Pick<Handlers, Extract<keyof Handlers, `versions:${string}`>>

/** The handlers of versions. `opening` takes an opened production into the window, `grant` lets its films be opened. */
export function versionHandlers(
  { versions, productions, grants, films, dialogs }: Services,
  opening: (work: Promise<Result<OpenedProduction>>) => Promise<Result<PackedProduction>>,
  grant: (document: Pick<ProductionDocument, 'reels'>) => void,
): VersionHandlers {
  return {
    'versions:list': async (of) => ('path' in of ? grants.require(of.path) : null) ?? versions.list(of),
    'versions:describe': async ({ pairs }) => versions.describe(pairs),
    'versions:read': async ({ key }) => {
      const looked = await versions.look(key)
      if (!looked.ok) return looked
      const file = productions.pathOf(key.split('/')[0] ?? '')
      const { reels } = await withFilmsNearby(looked.value as unknown as ProductionDocument, file, (film) =>
        films.isThere(film),
      )
      grant({ reels })
      return ok({ key, document: [...looked.value.others, packedRecords('reels', Object.values(reels))] })
    },
    'versions:save': async ({ key }) => {
      const looked = await versions.look(key)
      const text = looked.ok ? await versions.text(key) : looked
      if (!looked.ok || !text.ok) return looked.ok ? (text as Result<never>) : looked
      const file = await dialogs.chooseProductionFile(looked.value)
      if (file === null) return ok(null)
      if (await productions.isOpen(file)) return refuse(isOpen(file))
      const holder = await productions.heldElsewhere(file)
      if (holder) return refuse(openElsewhere(file, holder))
      try {
        productions.willWrite(file, text.value)
        await writeAtomically(file, text.value)
        return ok(grants.allow(file))
      } catch (error) {
        return refuse(writeProblem(error, file))
      }
    },
    'versions:rescue': async ({ key, path: file }) => {
      const refused = grants.require(file)
      if (refused) return refused
      const text = await versions.text(key)
      return text.ok ? opening(rescue(file, text.value, productions)) : text
    },
  }
}

function isOpen(file: string) {
  return {
    message: 'The version was not saved over the file that is open.',
    expected: 'a file of its own',
    found: file,
    remedy: 'Choose another name. To go back to the version in this production, press Restore.',
  }
}
