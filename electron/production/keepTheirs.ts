import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { writeAtomically } from './atomicWrite.ts'
import { codeOf } from './errorCode.ts'

/** Keeps another program's version of a production beside it, byte for byte, under a name with the day and time; gives that name. */
export async function keepTheirs(file: string, bytes: Uint8Array, now: Date): Promise<string> {
  const extension = path.extname(file)
  const stem = path.basename(file, extension)
  for (let count = 1; ; count++) {
    const name = `${stem} (theirs ${localTime(now)}${count === 1 ? '' : ` ${count}`})${extension}`
    const copy = path.join(path.dirname(file), name)
    if (await isTaken(copy)) continue
    await writeAtomically(copy, bytes)
    return name
  }
}

function localTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(two).join('-')
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.')}`
}

async function isTaken(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}
