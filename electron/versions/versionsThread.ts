import { DeskThread } from '../deskThread.ts'
import type { VersionTasks } from './versionTasks.ts'

/** Works with versions in a thread of its own, so that neither saving nor the window waits for it. */
export class VersionsThread extends DeskThread<VersionTasks> {
  /** `folder` is where versions are kept. */
  constructor(folder: string, script = new URL('./versionsWorker.js', import.meta.url)) {
    super(script, folder, (found) => ({
      message: 'The versions of the production could not be reached.',
      expected: 'the part of Needledrop that keeps them',
      found,
      remedy: 'Save once more; if it happens again, restart Needledrop.',
    }))
  }
}
