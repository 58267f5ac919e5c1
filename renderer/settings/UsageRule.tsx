import { updateProduction } from '../../shared/edits/productionEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type VisualRule, visualRules } from '../../shared/model/production.ts'
import { useSession } from '../store/session.ts'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import styles from './UsageRule.module.css'
import { visualCues } from './visualCues.ts'

const names: Readonly<Record<VisualRule, string>> = {
  performerOnly: 'Performer seen',
  sourceVisible: 'Source seen',
  diegetic: 'Heard in the scene',
}

const explanations: Readonly<Record<VisualRule, string>> = {
  performerOnly: 'The characters hear it and a player or singer is on screen. ASCAP defines it so.',
  sourceVisible: 'The characters hear it, and a performer or a device such as a radio is on screen.',
  diegetic: 'The characters hear it, whether its source is seen or not.',
}

/** When US usage codes call a cue visual, and what each rule would make of the cues there are. */
export function UsageRule({ document }: { readonly document: ProductionDocument }) {
  const session = useSession()
  const { visualRule } = document.production
  return (
    <div className={styles.rule}>
      <ChoiceSegments
        name="visualRule"
        label="Visual when"
        options={visualRules.map((rule) => ({ id: rule, name: names[rule] }))}
        value={visualRule}
        onChange={(rule) => session.apply(updateProduction({ visualRule: rule }))}
      />
      <p className={styles.reason}>
        US sheets tell visual music (VV, VI) from background music (BV, BI). Agree on the rule with whoever
        receives the sheet. UK codes do not depend on it.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">A cue is visual when</th>
            <th scope="col" className={styles.figure}>
              Visual cues
            </th>
          </tr>
        </thead>
        <tbody>
          {visualRules.map((rule) => (
            <tr key={rule} data-chosen={rule === visualRule}>
              <th scope="row">{names[rule]}</th>
              <td>{explanations[rule]}</td>
              <td className={styles.figure}>{visualCues(document, rule).toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
