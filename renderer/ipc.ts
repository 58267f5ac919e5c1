import type { Bridge } from '../shared/ipc/bridge.ts'
import type { EventName, Input, Output, Payload, RequestName } from '../shared/ipc/contract.ts'
import type { Result } from '../shared/result.ts'

declare global {
  interface Window {
    readonly needledrop: Bridge
  }
}

/** Asks the main process; an expected failure comes back as a Problem. */
export function request<Name extends RequestName>(
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  return window.needledrop.invoke(name, input) as Promise<Result<Output<Name>>>
}

/** Hears an event of the main process until the returned function is called. */
export function listen<Name extends EventName>(
  name: Name,
  heard: (payload: Payload<Name>) => void,
): () => void {
  return window.needledrop.subscribe(name, (payload) => heard(payload as Payload<Name>))
}

/** The path of a dropped file, which may then be opened; empty for anything without one. */
export function acceptDroppedFile(file: File): Promise<string> {
  return window.needledrop.acceptDroppedFile(file)
}
