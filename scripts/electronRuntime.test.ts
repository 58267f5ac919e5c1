import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ok } from '../shared/result.ts'
import {
  executableName,
  findElectronRuntime,
  type RuntimeSources,
  runtimeEnvironment,
  runtimeLine,
} from './electronRuntime.ts'

const override = path.resolve('/override')
const official = path.resolve('/project/node_modules/electron/dist')
const fallback = path.resolve('/cache/electron')

type World = {
  readonly folders?: Readonly<Record<string, string>>
  readonly overrideFolder?: string
  readonly platform?: NodeJS.Platform
  readonly arch?: string
  /** The folder that a download fills; without it the download fails. */
  readonly downloaded?: string
}

/** A machine on which the given folders hold an Electron of the given version; `tried` collects what was attempted. */
function machine(world: World, tried: string[] = []): RuntimeSources {
  const folders = new Map(Object.entries(world.folders ?? {}))
  const platform = world.platform ?? 'linux'
  return {
    platform,
    arch: world.arch ?? 'x64',
    overrideFolder: world.overrideFolder,
    officialFolder: official,
    officialVersion: '45.4.1',
    fileExists: (file) =>
      [...folders.keys()].some((folder) => path.join(folder, executableName(platform)) === file),
    readVersion: (folder) => folders.get(folder),
    download: () => {
      tried.push('download')
      if (world.downloaded === undefined) return 'fetch failed'
      folders.set(world.downloaded, '45.4.1')
      return undefined
    },
    provideFallback: async (reason) => {
      tried.push(`fallback: ${reason}`)
      folders.set(fallback, '33.2.1')
      return ok(fallback)
    },
  }
}

async function found(sources: RuntimeSources): Promise<string> {
  const result = await findElectronRuntime(sources)
  return result.ok ? `${result.value.origin} ${result.value.version}` : result.problem.message
}

describe('findElectronRuntime', () => {
  test('takes the override before anything else', async () => {
    const tried: string[] = []
    const folders = { [override]: '40.0.0', [official]: '45.4.1' }
    expect(await found(machine({ folders, overrideFolder: override }, tried))).toBe('override 40.0.0')
    expect(tried).toEqual([])
  })

  test('refuses an override without an executable and does not look elsewhere', async () => {
    const tried: string[] = []
    const sources = machine({ folders: { [official]: '45.4.1' }, overrideFolder: override }, tried)
    expect(await found(sources)).toBe('ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron')
    expect(tried).toEqual([])
  })

  test('takes the official runtime that is there without downloading', async () => {
    const tried: string[] = []
    expect(await found(machine({ folders: { [official]: '45.4.1' } }, tried))).toBe('installed 45.4.1')
    expect(tried).toEqual([])
  })

  test('downloads the official runtime where it is missing or of another version', async () => {
    expect(await found(machine({ downloaded: official }))).toBe('downloaded 45.4.1')
    expect(await found(machine({ folders: { [official]: '44.0.0' }, downloaded: official }))).toBe(
      'downloaded 45.4.1',
    )
  })

  test('tries the download before the fallback, and passes the reason on', async () => {
    const tried: string[] = []
    expect(await found(machine({ folders: { [fallback]: '33.2.1' } }, tried))).toBe('fallback 33.2.1')
    expect(tried).toEqual(['download', 'fallback: fetch failed'])
  })

  test.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('has no fallback on %s %s', async (platform, arch) => {
    const tried: string[] = []
    expect(await found(machine({ platform, arch }, tried))).toBe('Electron 45.4.1 could not be downloaded')
    expect(tried).toEqual(['download'])
  })

  test('falls back where the installer reports success and leaves nothing', async () => {
    const tried: string[] = []
    expect(await found(machine({ downloaded: path.resolve('/elsewhere') }, tried))).toBe('fallback 33.2.1')
    expect(tried).toEqual(['download', 'fallback: its installer left no executable'])
  })
})

describe('the runtime in words and variables', () => {
  const runtime = {
    origin: 'fallback',
    folder: fallback,
    executable: path.join(fallback, 'electron'),
    version: '33.2.1',
  } as const

  test('says version and origin on one line', () => {
    expect(runtimeLine(runtime)).toBe(
      `Electron 33.2.1 (third-party fallback, for trying and testing only): ${path.join(fallback, 'electron')}`,
    )
  })

  test('tells both the folder and the executable', () => {
    expect(runtimeEnvironment(runtime)).toEqual({
      ELECTRON_OVERRIDE_DIST_PATH: fallback,
      ELECTRON_EXEC_PATH: path.join(fallback, 'electron'),
    })
  })
})
