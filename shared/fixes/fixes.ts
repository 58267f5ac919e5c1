import { describingFixes } from './describingFixes.ts'
import type { Fix } from './fix.ts'
import { identifierFixes } from './identifierFixes.ts'
import { licenceFixes } from './licenceFixes.ts'
import { shareFixes } from './shareFixes.ts'
import { timingFixes } from './timingFixes.ts'

/** Every quick fix, by rule; of one rule the likeliest first. */
export const fixes: readonly Fix[] = [
  ...timingFixes,
  ...describingFixes,
  ...shareFixes,
  ...identifierFixes,
  ...licenceFixes,
].toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
