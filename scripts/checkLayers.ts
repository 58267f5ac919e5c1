import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { folderDoors, type Layer, layers, manyDoors, mostLines, shortFiles } from './layerTable.ts'

/** A source file as the checker sees it: path from the root with forward slashes, and its text. */
export type Source = { readonly file: string; readonly text: string }

/** Breaches of the import table, the size budget and the one-door rule, one sentence each; empty when the house is in order. */
export function checkLayers(sources: readonly Source[]): readonly string[] {
  return [...sources.flatMap(importBreaches), ...doorBreaches(sources), ...sources.flatMap(sizeBreaches)]
}

/** Every TypeScript source of the layers under `root`. */
export function readSources(root: string): readonly Source[] {
  const folders = [...new Set(layers.map(({ folder }) => folder.split('/')[0] ?? ''))]
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('/fixtures/'))
      .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') })),
  )
}

/** The modules that a source imports, types and dynamic imports included. */
export function importsOf({ text }: Source): readonly string[] {
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]/g),
  ]
  return found.map((match) => match[1] ?? '')
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

function layerOf(file: string): Layer | undefined {
  return layers
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

function importBreaches(source: Source): readonly string[] {
  const layer = layerOf(source.file)
  if (!layer) return source.file === 'shared/result.ts' ? [] : [`${source.file} is in no layer`]
  return importsOf(source).flatMap((name) => {
    const allowed = name.startsWith('.') ? mayReach(layer, source, name) : mayUse(layer, source, name)
    return allowed ? [] : [`${source.file} imports ${name}, which ${layer.folder} may not`]
  })
}

function mayReach(layer: Layer, { file }: Source, name: string): boolean {
  const target = path.posix.join(path.posix.dirname(file), name)
  if (target === 'shared/result.ts') return true
  return [layer.folder, ...layer.mayImport].some((folder) => target.startsWith(`${folder}/`))
}

function mayUse(layer: Layer, { file }: Source, name: string): boolean {
  if (isTest(file) && (name.startsWith('node:') || name === 'vitest' || name === 'fast-check')) return true
  return layer.packages.some((allowed) => name === allowed || name.startsWith(doorPrefix(allowed)))
}

function doorPrefix(allowed: string): string {
  return allowed.endsWith(':') ? allowed : `${allowed}/`
}

/** A package that several sources import although it should have a single door. */
function doorBreaches(sources: readonly Source[]): readonly string[] {
  const doors = new Map<string, Set<string>>()
  for (const source of sources.filter(({ file }) => !isTest(file))) {
    for (const name of importsOf(source).filter((imported) => !imported.startsWith('.'))) {
      if (manyDoors.some((open) => name === open || name.startsWith(doorPrefix(open)))) continue
      const folder = folderDoors[name]?.find((open) => source.file.startsWith(`${open}/`))
      if (!folder) doors.set(name, (doors.get(name) ?? new Set()).add(source.file))
    }
  }
  return [...doors]
    .filter(([name, files]) => files.size > (folderDoors[name] ? 0 : 1))
    .map(([name, files]) => `${name} has more than one door: ${[...files].join(', ')}`)
}

function sizeBreaches({ file, text }: Source): readonly string[] {
  const lines = text.split('\n').length - 1
  const most = shortFiles[file] ?? mostLines
  return lines > most ? [`${file} has ${lines} lines, more than ${most}`] : []
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const breaches = checkLayers(readSources(process.cwd()))
  for (const breach of breaches) process.stdout.write(`${breach}\n`)
  process.stdout.write(
    breaches.length === 0 ? 'The layers are in order.\n' : `${breaches.length} breaches.\n`,
  )
  process.exitCode = breaches.length === 0 ? 0 : 1
}
