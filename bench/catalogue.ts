import { emptyCatalogue } from '../shared/catalogue/catalogue.ts'
import { CatalogueBook } from '../shared/catalogue/catalogueBook.ts'
import { CatalogueSearch } from '../shared/catalogue/catalogueSearch.ts'
import { catalogueText, readCatalogue } from '../shared/catalogue/catalogueText.ts'
import { countingIds, largeDocument } from '../shared/edits/fixtures/sampleDocument.ts'

/*
 * How fast a personal catalogue of 20,000 works is read, searched letter by letter, taught and written, in its thread.
 */

const count = 20_000
const document = largeDocument(count)
const { works, recordings, parties } = document

function timed<Made>(what: string, make: () => Made): Made {
  const began = performance.now()
  const made = make()
  console.info(`${what}: ${(performance.now() - began).toFixed(1)} ms`)
  return made
}

const text = timed('write', () => catalogueText({ ...emptyCatalogue, works, recordings, parties }))
const read = timed('read and check', () => readCatalogue(text))
if (!read.ok) throw new Error(read.problem.message)
const book = timed('index', () => new CatalogueBook(read.value))
const search = new CatalogueSearch(book)
timed('first search', () => search.find('title', 'w', 12))
for (const typed of ['wo', 'work', 'work number 1', 'number 19999', 'holm 42', 'nothing like it'])
  timed(`search “${typed}”`, () => search.find('title', typed, 12))
timed('learn a production of 20,000 works again', () => book.learn(document, countingIds('k')))
