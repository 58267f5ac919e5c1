#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// The sources run as they are, so there is nothing to build and nothing to grow stale. A tsconfig.json of the folder one
// happens to stand in has no say.
register({ tsconfig: false })
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
