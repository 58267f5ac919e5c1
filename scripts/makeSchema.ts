import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { productionFileSchemaText } from '../shared/files/productionFileSchema.ts'
import { projectRoot } from './projectRoot.ts'

/** `npm run make-schema`: writes the JSON Schema of the production file, as the model describes it now. */
const file = path.join(projectRoot, 'docs', 'production-file.schema.json')
writeFileSync(file, productionFileSchemaText())
console.log(`wrote ${path.relative(projectRoot, file)}`)
