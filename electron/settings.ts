import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import Store from 'electron-store'
import { defaultSettings, type Recent, type Settings, settingsSchema } from '../shared/ipc/settingsSchema.ts'
import type { Problem } from '../shared/result.ts'

const recentsKept = 20

/** The only door to electron-store: what is remembered between runs, checked when read, written atomically. */
export class SettingsStore {
  readonly #store: Store<Settings>
  /** Set when the file could not be used and was set aside under another name. */
  readonly damaged: Problem | null

  constructor(folder: string, now: Date) {
    this.damaged = setAsideIfDamaged(path.join(folder, 'settings.json'), now)
    this.#store = new Store<Settings>({
      cwd: folder,
      name: 'settings',
      defaults: { ...defaultSettings, recents: [] },
      accessPropertiesByDotNotation: false,
    })
  }

  /** All settings. */
  get all(): Settings {
    return settingsSchema.parse(this.#store.store)
  }

  /** Changes some settings and gives all of them. */
  set(patch: Partial<Settings>): Settings {
    this.#store.set(settingsSchema.partial().parse(patch) as Partial<Settings>)
    return this.all
  }

  /** Puts a production or film first in the list of recent ones. */
  remember(recent: Recent): void {
    const others = this.all.recents.filter((entry) => entry.path !== recent.path)
    this.set({ recents: [recent, ...others].slice(0, recentsKept) })
  }

  /** Takes one path off the list of recent ones. */
  forget(file: string): Settings {
    return this.set({ recents: this.all.recents.filter((entry) => entry.path !== file) })
  }
}

/** A file of values by key beside the settings. One that is damaged is begun anew: nothing of the user's work is in it. */
export class KeptValues {
  readonly #store: Store<Record<string, unknown>>

  constructor(folder: string, name: string) {
    this.#store = new Store<Record<string, unknown>>({
      cwd: folder,
      name,
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
    })
  }

  get(key: string): unknown {
    return this.#store.get(key)
  }

  /** Keeps a value as the newest, and of the others the newest `most` in all. */
  set(key: string, value: unknown, most: number): void {
    const others = Object.entries(this.#store.store).filter(([other]) => other !== key)
    this.#store.store = Object.fromEntries([...others, [key, value]].slice(-most))
  }
}

function setAsideIfDamaged(file: string, now: Date): Problem | null {
  if (!existsSync(file)) return null
  const complaint = faultOf(readFileSync(file, 'utf8'))
  if (!complaint) return null
  const aside = file.replace(/\.json$/, `.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}.json`)
  renameSync(file, aside)
  return {
    message: 'The settings file was damaged, so Needledrop started with its defaults.',
    expected: 'settings as Needledrop writes them',
    found: complaint,
    remedy: `Nothing else was touched. The damaged file was kept as ${path.basename(aside)} in the same folder.`,
  }
}

function faultOf(text: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return error instanceof Error ? error.message : 'text that is not JSON'
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'JSON that is not an object'
  const checked = settingsSchema.safeParse({ ...defaultSettings, ...value })
  return checked.success
    ? null
    : checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}
