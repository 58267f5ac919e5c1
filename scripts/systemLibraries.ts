import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ok, type Result, refuse } from '../shared/result.ts'
import { choosePackages, readDistribution } from './debianPackages.ts'

/** What Electron needs of the system and does not find there. */
export type Shortage = {
  /** File names of shared libraries, such as libgtk-3.so.0. */
  readonly libraries: readonly string[]
  readonly virtualDisplay: boolean
}

/** How a shortage can be met on this machine. */
export type Supply = {
  readonly packages: readonly string[]
  /** Libraries no package is known for. */
  readonly unknown: readonly string[]
  /** A command for the user's terminal; undefined where the machine has no apt-get. */
  readonly command: string | undefined
}

/** Libraries that Electron opens while it starts, whether or not it is linked against them. */
const alwaysNeeded = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1']

/** The libraries that `ldd` prints as "not found". */
export function librariesNotFound(lddOutput: string): readonly string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

/** Finds packages for a shortage. The command includes sudo, for a user who is not root. */
export function planSupply(shortage: Shortage, osRelease: string): Supply {
  const distribution = readDistribution(osRelease)
  const choice = choosePackages(shortage.libraries, distribution)
  const packages = shortage.virtualDisplay ? [...choice.packages, 'xvfb'] : choice.packages
  if (!distribution.isDebianFamily) return { packages: [], unknown: shortage.libraries, command: undefined }
  const command =
    packages.length === 0
      ? undefined
      : `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
  return { packages, unknown: choice.unknown, command }
}

/** What is missing, and why it matters, in words. */
export function shortageText(shortage: Shortage): string {
  const libraries =
    shortage.libraries.length > 0 ? [`the system libraries ${shortage.libraries.join(', ')}`] : []
  const display = shortage.virtualDisplay ? ['Xvfb (this machine has no display)'] : []
  return [...libraries, ...display].join(' and ')
}

/** Installs what Electron lacks where that is possible without asking, else refuses with the command to run. */
export function ensureSystemLibraries(executable: string, needsVirtualDisplay: boolean): Result<undefined> {
  if (process.platform !== 'linux') return ok(undefined)
  const shortage = findShortage(executable, needsVirtualDisplay)
  if (shortage.libraries.length === 0 && !shortage.virtualDisplay) return ok(undefined)
  const supply = planSupply(shortage, readOsRelease())
  const isRoot = process.getuid?.() === 0
  if (!isRoot || supply.command === undefined || supply.unknown.length > 0) {
    return refuseShortage(shortage, supply.command)
  }
  console.log(
    `Electron needs ${shortageText(shortage)}: installing ${supply.packages.join(' ')} with apt-get ...`,
  )
  const failure = installPackages(supply.packages)
  const remaining = findShortage(executable, needsVirtualDisplay)
  if (remaining.libraries.length === 0 && !remaining.virtualDisplay) return ok(undefined)
  if (failure !== undefined) console.error(failure)
  return refuseShortage(remaining, supply.command)
}

function refuseShortage(shortage: Shortage, command: string | undefined): Result<undefined> {
  return refuse({
    message: 'Electron cannot start on this system',
    expected: shortageText(shortage),
    found: 'none installed',
    remedy:
      command === undefined ? 'install that with the package manager of this system' : `run: ${command}`,
  })
}

function findShortage(executable: string, needsVirtualDisplay: boolean): Shortage {
  const linked = spawnSync('ldd', [executable], { encoding: 'utf8' })
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' })
  const unlisted =
    known.status === 0 ? alwaysNeeded.filter((name) => !known.stdout.includes(`\t${name} `)) : []
  return {
    libraries: [...new Set([...librariesNotFound(linked.stdout ?? ''), ...unlisted])].sort(),
    virtualDisplay: needsVirtualDisplay && findOnPath('Xvfb') === undefined,
  }
}

/** The path of a program; undefined where it is not installed. */
export function findOnPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file))
}

/** The text of os-release; empty where there is none. */
export function readOsRelease(): string {
  const file = ['/etc/os-release', '/usr/lib/os-release'].find((candidate) => existsSync(candidate))
  return file === undefined ? '' : readFileSync(file, 'utf8')
}

/** Installs Debian packages as root. The value is apt-get's own words where it failed. A failed update is no failure if the packages come all the same. */
export function installPackages(packages: readonly string[]): string | undefined {
  runAptGet(['update'])
  const run = runAptGet(['install', '-y', '--no-install-recommends', ...packages])
  return run.status === 0 ? undefined : `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`
}

/** Waits up to 300 seconds for another apt-get. */
function runAptGet(words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...words], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
