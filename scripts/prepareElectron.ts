import { ok, type Result } from '../shared/result.ts'
import { needsVirtualDisplay, openVirtualDisplay } from './display.ts'
import {
  type ElectronRuntime,
  findElectronRuntime,
  machineSources,
  runtimeEnvironment,
  runtimeLine,
} from './electronRuntime.ts'
import { ensureSystemLibraries } from './systemLibraries.ts'

/** Everything a program needs to start Electron. */
export type PreparedElectron = {
  readonly runtime: ElectronRuntime
  /** Variables to add to the environment of that program. */
  readonly environment: Readonly<Record<string, string>>
  /** Whether windows open on a display of our own making, which has no graphics card. */
  readonly isDisplayVirtual: boolean
  /** Closes what was opened for it. */
  readonly close: () => Promise<void>
}

/** Finds Electron, completes the system around it and opens a display, saying in one line each what was done. */
export async function prepareElectron(): Promise<Result<PreparedElectron>> {
  const found = await findElectronRuntime(machineSources())
  if (!found.ok) return found
  const runtime = found.value
  console.log(runtimeLine(runtime))
  const isDisplayMissing = needsVirtualDisplay(process.platform, process.env)
  const libraries = ensureSystemLibraries(runtime.executable, isDisplayMissing)
  if (!libraries.ok) return libraries
  if (!isDisplayMissing)
    return ok({
      runtime,
      environment: runtimeEnvironment(runtime),
      isDisplayVirtual: false,
      close: async () => {},
    })
  const display = await openVirtualDisplay()
  if (!display.ok) return display
  console.log(`No display here: windows open on a virtual one, ${display.value.name} (Xvfb).`)
  const environment = { ...runtimeEnvironment(runtime), DISPLAY: display.value.name }
  return ok({ runtime, environment, isDisplayVirtual: true, close: display.value.close })
}
