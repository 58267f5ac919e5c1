import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'

/** What decides whether Chromium's sandbox can be set up on Linux. */
export type SandboxFacts = {
  readonly isRoot: boolean
  /** A plain user may open a user namespace and be root in it. */
  readonly hasUserNamespaces: boolean
  /** chrome-sandbox belongs to root and carries the set-user-id bit. */
  readonly hasPrivilegedHelper: boolean
}

/** Why the sandbox cannot be had; undefined where it can. */
export function sandboxObstacle(facts: SandboxFacts): string | undefined {
  if (facts.isRoot) return 'it cannot run as root'
  if (facts.hasUserNamespaces || facts.hasPrivilegedHelper) return undefined
  return 'this system allows no user namespaces'
}

/** The facts of this machine; undefined away from Linux, where nothing stands in the sandbox's way. */
export function readSandboxFacts(runtimeFolder: string): SandboxFacts | undefined {
  if (process.platform !== 'linux') return undefined
  const helper = statSync(path.join(runtimeFolder, 'chrome-sandbox'), { throwIfNoEntry: false })
  return {
    isRoot: process.getuid?.() === 0,
    hasUserNamespaces: spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0,
    hasPrivilegedHelper: helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0,
  }
}
