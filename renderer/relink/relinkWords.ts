import type { SearchOutcome } from '../../shared/ipc/mediaLinks.ts'
import { fileName } from '../../shared/model/namedFiles.ts'
import type { Trouble } from './mediaLinks.ts'

/** What is wrong with a production's files, in a sentence or two. */
export function troubleText(troubled: readonly Trouble[], total: number): string {
  const missing = troubled.filter(({ state }) => state === 'missing')
  const changed = troubled.filter(({ state }) => state === 'changed')
  const others = missing.filter(({ other }) => other !== null)
  const names = (files: readonly Trouble[]) =>
    files
      .map(({ path }) => fileName(path))
      .slice(0, 3)
      .join(', ')
  const some = (files: readonly Trouble[]) => `${names(files)}${files.length > 3 ? ' …' : ''}`
  const sentences = [
    missing.length === 1 ? `${names(missing)} is not where it was.` : '',
    missing.length > 1
      ? `${missing.length} of ${total} media files are not where they were: ${some(missing)}.`
      : '',
    others.length > 0
      ? `${others.length === 1 ? 'A file' : `${others.length} files`} of the same name beside the production ${others.length === 1 ? 'holds' : 'hold'} something else.`
      : '',
    changed.length > 0
      ? `${some(changed)} ${changed.length === 1 ? 'has' : 'have'} changed since the spotting: another cut?`
      : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** What a search came to, in a line. */
export function outcomeText(
  { found, files, folders, unreadable, cut }: SearchOutcome,
  wanted: number,
): string {
  if (cut === 'stopped') return 'Stopped.'
  const same = found.filter(({ by }) => by === 'content').length
  const parts = [
    `${same} of ${wanted} found by content`,
    found.length > same ? `${found.length - same} by name` : '',
    `${files.toLocaleString('en-GB')} files in ${folders.toLocaleString('en-GB')} folders looked at`,
    unreadable > 0 ? `${unreadable} ${unreadable === 1 ? 'folder' : 'folders'} could not be read` : '',
    cut === 'tooMuch' ? 'there are more: choose a folder further in' : '',
  ]
  return `${parts.filter(Boolean).join(' · ')}`
}
