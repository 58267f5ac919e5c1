import { expect, test } from 'vitest'
import { MarkQueue } from './markQueue.ts'

test('a mark runs at once when none waits', () => {
  const done: string[] = []
  const queue = new MarkQueue()
  queue.add(() => void done.push('in'))
  expect([done, queue.isEmpty]).toEqual([['in'], true])
})

test('marks keep the order of their keys, however long one waits for its picture', async () => {
  const done: string[] = []
  const queue = new MarkQueue()
  const waits: (() => void)[] = []
  const late = (name: string) => () =>
    new Promise<void>((resolve) => {
      waits.push(() => {
        done.push(name)
        resolve()
      })
    })
  queue.add(late('in'))
  queue.add(() => void done.push('out'))
  queue.add(late('next in'))
  expect([done, queue.isEmpty]).toEqual([[], false])
  waits.shift()?.()
  await expect.poll(() => waits.length).toBe(1)
  expect(done).toEqual(['in', 'out'])
  waits.shift()?.()
  await expect.poll(() => queue.isEmpty).toBe(true)
  expect(done).toEqual(['in', 'out', 'next in'])
  queue.add(() => void done.push('next out'))
  expect(done.at(-1)).toBe('next out')
})
