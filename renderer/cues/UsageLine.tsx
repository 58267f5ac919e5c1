import type { Cue } from '../../shared/model/cue.ts'
import type { VisualRule } from '../../shared/model/production.ts'
import { ukCodeNames, usCodeNames } from '../../shared/sheet/readableNames.ts'
import { type Usage, ukUsage, usUsage } from '../../shared/sheet/usage.ts'
import styles from './Inspector.module.css'

/** The usage codes that follow from the axes above, each with the sentence that explains it. */
export function UsageLine({ cue, visualRule }: { readonly cue: Cue; readonly visualRule: VisualRule }) {
  return (
    <dl className={styles.usage}>
      <Code sheet="US" usage={usUsage(cue, visualRule)} names={usCodeNames} />
      <Code sheet="UK" usage={ukUsage(cue)} names={ukCodeNames} />
    </dl>
  )
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
