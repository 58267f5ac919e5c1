import { fixes } from '../shared/fixes/fixes.ts'
import type { Rule } from '../shared/review/rule.ts'
import { rules } from '../shared/review/rules.ts'

const groups = [
  { below: 20, heading: 'Times' },
  { below: 40, heading: 'What a cue is' },
  { below: 60, heading: 'Works and holders' },
  { below: 70, heading: 'Recordings and public domain' },
  { below: 90, heading: 'Licences' },
  { below: 100, heading: 'The production' },
] as const

const severityWords = { error: 'error', warning: 'warning', info: 'note' } as const

const opening = `# Review rules

Each rule of the review, with what it means and what to do. An **error** blocks delivery: a sheet with errors is stamped DRAFT. A
**warning** and a **note** do not. The review looks at active cues only, and again after each change.

What you have looked at and let stand you can ignore, with a reason. The reason is kept in the production and shown, ignoring can be
undone like any edit, and the finding no longer counts.

A *quick fix* is one edit that resolves the finding; undo takes it back. It is offered where it fits.

This page is made from the rules themselves by \`npm run make-rules-page\`.
`

/** The guide's page on the rules of the review, made from the list of rules and the list of fixes. */
export function rulesPage(): string {
  const numberOf = ({ id }: Rule) => Number(id.slice(3))
  const sections = groups.map(({ below, heading }, index) => {
    const from = groups[index - 1]?.below ?? 0
    const inGroup = rules.filter((rule) => from <= numberOf(rule) && numberOf(rule) < below)
    return `\n## ${heading}\n${inGroup.map(ruleText).join('')}`
  })
  return opening + sections.join('')
}

function ruleText({ id, severity, fault, reason, remedy, source }: Rule): string {
  const offered = fixes.filter(({ rule }) => rule === id)
  const lines = [
    `\n### ${id}: ${severityWords[severity]}\n\n${fault}\n`,
    `- **Why:** ${reason}`,
    `- **What to do:** ${remedy}`,
    ...offered.map(({ does }) => `- **Quick fix:** ${does}`),
    `- **Source:** ${source}${source.endsWith('.') ? '' : '.'}`,
  ]
  return `${lines.join('\n')}\n`
}
