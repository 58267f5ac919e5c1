import { expect, test } from 'vitest'
import { largeDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { productionFileText, productionFileTextInSteps } from '../../shared/files/productionFile.ts'
import { inBreaths } from './inBreaths.ts'

test('others have their turn while a large production is written, and the text is the same', async () => {
  const document = largeDocument(2000)
  const header = { id: 'x', lastSequence: 7 }
  let turns = 0
  let isOver = false
  const others = () => {
    turns++
    if (!isOver) setImmediate(others)
  }
  others()
  const text = await inBreaths(productionFileTextInSteps(document, header))
  isOver = true
  expect(turns).toBeGreaterThan(3)
  expect(text === productionFileText(document, header)).toBe(true)
})
