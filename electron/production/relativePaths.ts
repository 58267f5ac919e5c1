import path from 'node:path'
import type { RelativePaths } from '../../shared/files/relativePaths.ts'

/** Where a file lies from a folder, with `/` between folders; empty where no relative path leads there, as on another drive. */
export function relativeFrom(folder: string, file: string): string {
  if (!path.isAbsolute(file)) return ''
  const relative = path.relative(folder, file)
  return relative === '' || path.isAbsolute(relative) ? '' : relative.split(path.sep).join('/')
}

/** The file to which a relative path leads from a folder; null for one that is none. */
export function fileAt(folder: string, relative: string): string | null {
  const parts = relative.split('/')
  const isRelative = relative !== '' && !path.isAbsolute(relative) && !relative.includes('\0')
  return isRelative ? path.join(folder, ...parts) : null
}

/**
 * Where files lie from a production's file. `expected` says of those that are missing where they should be, so that a
 * production that is saved without its films still finds them when they come.
 */
export function relativesFrom(
  productionFile: string,
  files: readonly string[],
  expected: ReadonlyMap<string, string> = new Map(),
): RelativePaths {
  const folder = path.dirname(path.resolve(productionFile))
  const relatives = files.map((file) => [file, relativeFrom(folder, expected.get(file) ?? file)] as const)
  return new Map(relatives.filter(([, relative]) => relative !== ''))
}
