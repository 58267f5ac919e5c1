import { readdir, readlink } from 'node:fs/promises'

/** How often a process has files open whose path begins so; Linux alone tells. */
export async function openDescriptors(process: number, beginning: string): Promise<number> {
  const folder = `/proc/${process}/fd`
  const links = await Promise.all(
    (await readdir(folder)).map((name) => readlink(`${folder}/${name}`).catch(() => '')),
  )
  return links.filter((link) => link.startsWith(beginning)).length
}
