import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './projectRoot.ts'
import { rulesPage } from './rulesPage.ts'

/** `npm run make-rules-page`: writes the guide's page on the rules of the review, as the lists of rules and fixes have them now. */
const file = path.join(projectRoot, 'docs', 'guide', 'review-rules.md')
writeFileSync(file, rulesPage())
console.log(`wrote ${path.relative(projectRoot, file)}`)
