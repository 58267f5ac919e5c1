import type { Finding } from '../../model/finding.ts'
import { durationText } from '../../sheet/duration.ts'
import { sheetHeader } from '../sheetHeader.ts'
import type { DeliveredSheet } from '../sources.ts'
import { type Html, html, nothing } from './html.ts'

/** Labels that the top of the page says otherwise. */
const shownElsewhere: readonly string[] = ['Program/Show Duration', 'Total Music Duration']

/** The production as the first page begins with it: what it is, whether it is ready, how much music it has. */
export function sheetTop(kind: string, delivered: DeliveredSheet, side: Html): Html {
  const { production } = delivered.sheet
  const facts = sheetHeader(delivered).filter(([label]) => !shownElsewhere.includes(label))
  const episode = [production.episodeNumber, production.episodeTitle].filter((text) => text.trim())
  return html`<header class="top">
<div>
<p class="kind">${kind}</p>
<h1 dir="auto">${production.title || 'Untitled production'}</h1>
${episode.length > 0 ? html`<p class="episode">${episode.map((part, index) => html`${index > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}</p>` : nothing}
<dl class="facts">${facts.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd dir="auto">${value || '–'}</dd></div>\n`,
  )}</dl>
</div>
<div class="side">
${side}
</div>
</header>
`
}

/** Show and music as a sheet states them. */
export function sheetTotals({ sheet: { totals, rows } }: DeliveredSheet): Html {
  const figure = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return html`<dl class="totals">
${figure('Show duration', durationText(totals.showSeconds))}
${figure('Total music', durationText(totals.musicSeconds))}
${figure('Cues', String(rows.length))}
${figure('With any music', durationText(totals.coverageSeconds))}
</dl>`
}

/** What pages of this production are called, and what stands at the foot of each of them. */
export function sheetNames(
  kind: string,
  { sheet: { production }, findings, today }: DeliveredSheet,
): { readonly title: string; readonly footer: readonly string[] } {
  const { title, episodeNumber, episodeTitle, version, classification, datePrepared } = production
  const name = title || 'Untitled production'
  return {
    title: [name, episodeNumber, episodeTitle, kind].filter((text) => text.trim()).join(' – '),
    footer: [
      name,
      [episodeNumber, episodeTitle].filter((text) => text.trim()).join(' '),
      `${version} / ${classification}`,
      `Prepared ${datePrepared || today}`,
      errorsIn(findings) > 0 ? 'DRAFT' : '',
    ],
  }
}

/** READY, or DRAFT with the number of errors that review finds. */
export function readyStamp({ findings }: Pick<DeliveredSheet, 'findings'>): Html {
  const errors = errorsIn(findings)
  if (errors === 0) return html`<div class="stamp">READY</div>`
  return html`<div class="stamp draft">DRAFT <small>${errors === 1 ? '1 error' : `${errors} errors`}</small></div>`
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length
}
