import { type CuttingRoom, expect } from './cuttingRoom.ts'

/** The directives that an attempt in the page offends, once there are so many, in alphabetical order. */
export async function violations<Word>(
  { page }: CuttingRoom,
  count: number,
  attempt: (word: Word) => void,
  word?: Word,
): Promise<readonly string[]> {
  await page.evaluate(() => {
    const offended: string[] = []
    Object.assign(window, { offended })
    document.addEventListener('securitypolicyviolation', (event) => offended.push(event.effectiveDirective))
  })
  await page.evaluate(attempt as (word: unknown) => void, word)
  const read = () => page.evaluate(() => [...(window as unknown as { offended: string[] }).offended].sort())
  await expect.poll(async () => (await read()).length).toBeGreaterThanOrEqual(count)
  return read()
}
