import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Platform, build as pack } from 'electron-builder'
import { buildIfStale } from './buildApp.ts'
import { type ElectronRuntime, findElectronRuntime, machineSources, runtimeLine } from './electronRuntime.ts'
import { problemLine } from './problemLine.ts'

type ExtractedElectron = { readonly appOutDir: string; readonly electronPlatformName: string }

/** Packs the built app with the runtime of this machine into a folder under dist/. */
async function dist(): Promise<number> {
  const buildCode = await buildIfStale()
  if (buildCode !== 0) return buildCode
  const found = await findElectronRuntime(machineSources())
  if (!found.ok) {
    console.error(problemLine(found.problem))
    return 1
  }
  console.log(runtimeLine(found.value))
  return packFolder(found.value)
}

async function packFolder(runtime: ElectronRuntime): Promise<number> {
  if (runtime.version === undefined) {
    console.error(
      `expected a file "version" in ${runtime.folder}, found none; packing needs Electron's version`,
    )
    return 1
  }
  await pack({
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      afterExtract: removeDefaultApp,
    },
  })
  return 0
}

/** electron-builder leaves the runtime's own default app in the package if it is given a folder of Electron. */
async function removeDefaultApp({ appOutDir, electronPlatformName }: ExtractedElectron): Promise<void> {
  const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  await rm(path.join(appOutDir, resources, 'default_app.asar'), { recursive: true, force: true })
}

process.exitCode = await dist()
