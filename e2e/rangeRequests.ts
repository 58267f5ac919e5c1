import type { Page } from '@playwright/test'

/** How many requests of each sort were made, and what was wrong with the answers. */
export type RangeReport = {
  readonly sorts: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

/** What the page is told. */
type Run = {
  readonly address: string
  /** The file's bytes in base64. */
  readonly content: string
  readonly seed: number
  readonly count: number
}

/** Lets the page ask for ranges of a film at random, many at once, leave some answers midway, and compare the others. */
export function askRanges(page: Page, run: Run): Promise<RangeReport> {
  return page.evaluate(async ({ address, content, seed, count }) => {
    const file = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    const size = file.length
    const sorts: Record<string, number> = {}
    const faults: string[] = []

    let state = seed
    const random = () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    }
    const whole = (below: number) => Math.floor(random() * below)

    /** What an answer must be: null for 416. */
    type Due = {
      readonly header: string
      readonly sort: string
      readonly due: readonly [number, number] | null
    }
    const broken = [
      'bytes=',
      'bytes=-',
      'bytes=9-3',
      'bytes=a-b',
      'bytes=0-1,5-6',
      'items=0-1',
      'bytes=1.5-2',
      'x',
    ]
    const choose = (): Due => {
      const first = whole(size)
      const length = 1 + whole(whole(40) === 0 ? size : 60_000)
      const last = first + length - 1
      const sort = whole(100)
      if (sort < 55)
        return { sort: 'inside', header: `bytes=${first}-${last}`, due: [first, Math.min(last, size - 1)] }
      if (sort < 65) {
        const late = size - 1 - whole(60_000)
        return { sort: 'to the end', header: `bytes=${late}-`, due: [late, size - 1] }
      }
      if (sort < 75)
        return { sort: 'the last', header: `bytes=-${length}`, due: [Math.max(0, size - length), size - 1] }
      if (sort < 85)
        return { sort: 'over the end', header: `bytes=${first}-${size + length}`, due: [first, size - 1] }
      if (sort < 95) return { sort: 'behind the end', header: `bytes=${size + whole(1e9)}-`, due: null }
      return { sort: 'malformed', header: broken[whole(broken.length)] ?? '', due: [0, size - 1] }
    }

    const check = async ({ sort, header, due }: Due, ending: number) => {
      const abort = new AbortController()
      // One in eight goes away before the answer, one in eight after its first piece, one in eight without reading it.
      if (ending === 0) queueMicrotask(() => abort.abort())
      const response = await fetch(address, { headers: { range: header }, signal: abort.signal })
      const status = due === null ? 416 : sort === 'malformed' ? 200 : 206
      if (response.status !== status) faults.push(`${header}: ${response.status} instead of ${status}`)
      if (ending === 1) {
        const reader = response.body?.getReader()
        await reader?.read()
        await reader?.cancel()
        return 'left midway'
      }
      if (ending === 2) {
        abort.abort()
        return 'not read'
      }
      const bytes = new Uint8Array(await response.arrayBuffer())
      const wanted = due === null ? new Uint8Array() : file.subarray(due[0], due[1] + 1)
      const isSame = bytes.length === wanted.length && bytes.every((byte, index) => byte === wanted[index])
      if (!isSame) faults.push(`${header}: ${bytes.length} bytes that are not those of the file`)
      return 'compared'
    }

    let left = count
    const ask = async () => {
      while (left > 0) {
        left -= 1
        const due = choose()
        const ending = whole(8)
        const outcome = await check(due, ending).catch((error: Error) => {
          if (error.name !== 'AbortError') faults.push(`${due.header}: ${error.message}`)
          return 'left before'
        })
        for (const name of [due.sort, outcome]) sorts[name] = (sorts[name] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: 12 }, ask))
    return { sorts, faults: faults.slice(0, 20) }
  }, run)
}
