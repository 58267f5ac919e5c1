import { expect, it } from 'vitest'
import { JobQueue } from './jobQueue.ts'

it('runs one job after the other, also after one that failed', async () => {
  const queue = new JobQueue()
  const told: string[] = []
  let endFirst = (): void => {}
  const first = queue.run(async () => {
    told.push('first begins')
    await new Promise<void>((resolve) => {
      endFirst = resolve
    })
    throw new Error('broken')
  })
  const second = queue.run(async () => {
    told.push('second begins')
    return 2
  })
  await Promise.resolve()
  endFirst()
  await expect(first).rejects.toThrow('broken')
  expect(await second).toBe(2)
  expect(told).toEqual(['first begins', 'second begins'])
})
