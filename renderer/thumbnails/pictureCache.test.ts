import { expect, test } from 'vitest'
import { PictureCache } from './pictureCache.ts'

function picture(width: number, height: number) {
  const made = { width, height, isClosed: false, close: () => {} }
  made.close = () => {
    made.isClosed = true
  }
  return made
}

test('the longest unused pictures go first, and are closed', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(2 * 400)
  const [a, b, c] = [picture(10, 10), picture(10, 10), picture(10, 10)]
  cache.add('a', a)
  cache.add('b', b)
  cache.get('a')
  cache.add('c', c)
  expect([a.isClosed, b.isClosed, c.isClosed]).toEqual([false, true, false])
  expect(cache.get('b')).toBeNull()
  expect(cache.bytes).toBe(800)
})

test('a picture in place of another closes the other', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(1000)
  const [before, after] = [picture(10, 10), picture(5, 5)]
  cache.add('a', before)
  cache.add('a', after)
  expect(before.isClosed).toBe(true)
  expect(cache.bytes).toBe(100)
})

test('one picture beyond all bounds is kept, alone', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(100)
  const small = picture(2, 2)
  cache.add('small', small)
  cache.add('large', picture(100, 100))
  expect(small.isClosed).toBe(true)
  expect(cache.get('large')).not.toBeNull()
})

test('emptied, it holds nothing', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(1000)
  const a = picture(10, 10)
  cache.add('a', a)
  cache.clear()
  expect([a.isClosed, cache.bytes, cache.get('a')]).toEqual([true, 0, null])
})
