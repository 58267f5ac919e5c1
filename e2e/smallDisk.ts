import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'

/** A disk of its own with little room, which can be filled and made read-only; root ignores modes, but not this. */
export class SmallDisk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Mounts a disk; resolves to why not where that is not permitted. */
  static async mount(folder: string, kilobytes: number): Promise<SmallDisk | string> {
    await mkdir(folder, { recursive: true })
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
    if (mounted.status === 0) return new SmallDisk(folder)
    return `no disk may be mounted here: ${mounted.stderr?.toString().trim() || 'there is no mount'}`
  }

  /** Takes all the room that is left. */
  async fill(): Promise<void> {
    await writeFile(`${this.folder}/filler`, Buffer.alloc(64 * 1024 * 1024)).catch(() => {})
  }

  /** Gives the room back. */
  async free(): Promise<void> {
    await rm(`${this.folder}/filler`, { force: true })
  }

  /** Lets the disk be read only, or written again. */
  setReadOnly(isReadOnly: boolean): void {
    const done = spawnSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, this.folder])
    if (done.status !== 0) throw new Error(done.stderr.toString())
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.folder])
  }
}
