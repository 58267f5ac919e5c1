import type { Cue } from '../../shared/model/cue.ts'
import type { Production } from '../../shared/model/production.ts'
import { ukCodeNames, usCodeNames } from '../../shared/sheet/readableNames.ts'
import { type DdexUsage, usagesOf } from '../../shared/sheet/societyUsage.ts'
import type { Usage } from '../../shared/sheet/usage.ts'
import styles from './Inspector.module.css'

type UsageLineProps = {
  readonly cue: Cue
  readonly production: Pick<Production, 'visualRule' | 'category'>
}

/** The usage codes that follow from the axes above, each with the sentence that explains it; less usual vocabularies when opened. */
export function UsageLine({ cue, production }: UsageLineProps) {
  const { us, uk, apra, socan, ddex } = usagesOf(cue, production)
  const others = [
    { sheet: 'APRA', code: apra.code, text: apra.code, reason: apra.reason },
    { sheet: 'SOCAN', code: socan.code, text: socan.code, reason: socan.reason },
    { sheet: 'DDEX', code: ddex.code, text: ddexText(ddex), reason: ddex.reason },
  ]
  return (
    <div className={styles.usage}>
      <dl>
        <Code sheet="US" usage={us} names={usCodeNames} />
        <Code sheet="UK" usage={uk} names={ukCodeNames} />
      </dl>
      <details className={styles.otherUsages}>
        <summary>{others.map(({ sheet, code }) => `${sheet} ${code}`).join(' · ')}</summary>
        <dl>
          {others.map(({ sheet, text, reason }) => (
            <div key={sheet} className={styles.usageOf}>
              <dt>{sheet}</dt>
              <dd>
                {text}. {reason}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

function ddexText({ code, theme, perception, vocal }: DdexUsage): string {
  return [code, theme, perception, vocal].filter(Boolean).join(', ')
}

type CodeProps<Known extends string> = {
  readonly sheet: string
  readonly usage: Usage<Known>
  readonly names: Readonly<Record<Known, string>>
}

function Code<Known extends string>({ sheet, usage, names }: CodeProps<Known>) {
  return (
    <div className={styles.usageOf}>
      <dt>
        {sheet} <strong title={usage.code ? names[usage.code] : undefined}>{usage.code ?? '–'}</strong>
      </dt>
      <dd>{usage.reason}</dd>
    </div>
  )
}
