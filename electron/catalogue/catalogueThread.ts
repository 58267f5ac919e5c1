import { DeskThread } from '../deskThread.ts'
import type { CatalogueTasks } from './catalogueDesk.ts'

/** Works with the personal catalogue and the templates in a thread of its own, so that neither typing nor saving waits for it. */
export class CatalogueThread extends DeskThread<CatalogueTasks> {
  /** `folders` are where the catalogue and the templates are kept. */
  constructor(
    folders: { readonly catalogue: string; readonly templates: string },
    script = new URL('./catalogueWorker.js', import.meta.url),
  ) {
    super(script, folders, (found) => ({
      message: 'Your catalogue could not be reached.',
      expected: 'the part of Needledrop that keeps it',
      found,
      remedy: 'Try again; if it happens again, restart Needledrop.',
    }))
  }
}
