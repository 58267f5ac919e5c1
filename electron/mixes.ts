import { type Mix, mixSchema } from '../shared/ipc/mixSchema.ts'
import { KeptValues } from './settings.ts'

const mixesKept = 500

/** How each production was last listened to, kept in the app's folder. */
export class Mixes {
  readonly #kept: KeptValues

  constructor(folder: string) {
    this.#kept = new KeptValues(folder, 'mixes')
  }

  /** The mix of a production; null where none was made, or none that can be read. */
  get(id: string): Mix | null {
    const mix = mixSchema.safeParse(this.#kept.get(`production ${id}`))
    return mix.success ? mix.data : null
  }

  /** Keeps a mix that was checked. */
  set(id: string, mix: Mix): void {
    this.#kept.set(`production ${id}`, mix, mixesKept)
  }
}
