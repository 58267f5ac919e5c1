import { expect, test } from 'vitest'
import { PictureQueue } from './pictureQueue.ts'

test('of what the pointer ran over only the last is drawn, and before any cue', () => {
  const queue = new PictureQueue<string>()
  expect(queue.add('cue 1', 'cue')).toBeNull()
  expect(queue.add('pointer 1', 'pointer')).toBeNull()
  expect(queue.add('cue 2', 'cue')).toBeNull()
  expect(queue.add('pointer 2', 'pointer')).toBe('pointer 1')
  expect([queue.take(), queue.take(), queue.take(), queue.take()]).toEqual([
    'pointer 2',
    'cue 1',
    'cue 2',
    null,
  ])
})

test('what nobody waits for any more is not drawn', () => {
  const queue = new PictureQueue<string>()
  queue.add('cue', 'cue')
  queue.add('pointer', 'pointer')
  expect([queue.drop('cue'), queue.drop('pointer'), queue.drop('pointer')]).toEqual([true, true, false])
  expect(queue.take()).toBeNull()
})
