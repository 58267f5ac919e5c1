import { readDistribution } from './debianPackages.ts'
import { findOnPath, installPackages, readOsRelease } from './systemLibraries.ts'

/** Programs that some end-to-end tests use, each with what it does there; its package bears its name. */
const tools = [
  { program: 'xdotool', purpose: "presses keys in the system's own dialogs" },
  { program: 'strace', purpose: 'shows what reaches the disk' },
  { program: 'ffmpeg', purpose: 'makes films of many kinds, and proxies of them' },
] as const

/** Installs what the tests lack where that needs no asking; elsewhere says how, and the tests concerned are skipped. */
export function bringTestTools(): void {
  if (process.platform !== 'linux') return
  const missing = tools.filter(({ program }) => findOnPath(program) === undefined)
  if (missing.length === 0) return
  const programs = missing.map(({ program }) => program)
  const purposes = missing.map(({ program, purpose }) => `${program} ${purpose}`).join(', ')
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !readDistribution(readOsRelease()).isDebianFamily) {
    console.log(
      `Some tests are skipped: ${purposes}. To run them: sudo apt-get install ${programs.join(' ')}`,
    )
    return
  }
  console.log(`Installing ${programs.join(' ')} with apt-get for the tests: ${purposes}.`)
  const failure = installPackages(programs)
  if (failure !== undefined) console.log(failure)
}
