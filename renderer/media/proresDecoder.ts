import { registerProresDecoder } from '@mediabunny/prores'

/** Lets Mediabunny decode ProRes in this thread, with WebAssembly in workers of its own. */
export function enableProres(): void {
  registerProresDecoder()
}
