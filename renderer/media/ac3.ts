import { registerAc3Decoder } from '@mediabunny/ac3'

/** Lets Mediabunny decode AC-3 and E-AC-3 in this thread, with WebAssembly in a worker of its own. */
export function enableAc3(): void {
  registerAc3Decoder()
}
