import { type MoneyInCurrency, type MoneyStage, moneyStages } from '../../shared/licensing/money.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './MoneyPanel.module.css'
import { moneyText } from './moneyText.ts'
import type { Rights } from './rights.ts'

const stageNames: Readonly<Record<MoneyStage, string>> = {
  estimate: 'Estimate',
  quoted: 'Quoted',
  approved: 'Approved',
  executed: 'Executed',
  paid: 'Paid',
}

/** What the rights cost, currency by currency and by how firm it is, against what may be spent. */
export function MoneyPanel({ rights }: { readonly rights: Rights }) {
  const session = useSession()
  const { currencies, exposedCues, unpriced } = rights.money
  return (
    <section className={styles.money} aria-label="Money">
      <header className={styles.head}>
        <h2>Money</h2>
        <span className={styles.notes}>
          {unpriced > 0 ? <span>{unpriced} without a price</span> : null}
          {exposedCues.length > 0 ? (
            <span className={styles.exposed}>
              ✕ {exposedCues.length} {exposedCues.length === 1 ? 'cue' : 'cues'} exposed
            </span>
          ) : null}
        </span>
        <Button kind="quiet" label="Budget…" onPress={() => session.moment.patch({ dialog: 'budget' })} />
      </header>
      {currencies.length === 0 ? (
        <p className={styles.nothing}>No fee or estimate is entered yet.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
        <section className={styles.scroll} tabIndex={0} aria-label="Amounts">
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                {moneyStages.map((stage) => (
                  <th key={stage} scope="col">
                    {stageNames[stage]}
                  </th>
                ))}
                <th scope="col">All</th>
              </tr>
            </thead>
            <tbody>
              {currencies.map((money) => (
                <Currency key={money.currency} money={money} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Currency({ money }: { readonly money: MoneyInCurrency }) {
  const { currency, stages, total, exposed, cap, left } = money
  const isOver = left !== null && left < 0n
  return (
    <>
      <tr data-currency={currency}>
        <th scope="row">{currency || 'none'}</th>
        {moneyStages.map((stage) => (
          <td key={stage} data-stage={stage} data-zero={stages[stage] === 0n}>
            {moneyText(stages[stage], '')}
          </td>
        ))}
        <td className={styles.total}>{moneyText(total, '')}</td>
      </tr>
      {cap !== null || exposed > 0n ? (
        <tr className={styles.under}>
          <td />
          <td colSpan={6}>
            {cap !== null ? (
              <span className={styles.budget} data-over={isOver}>
                <span className={styles.track} aria-hidden>
                  <span className={styles.spent} style={{ width: `${part(total, cap)}%` }} />
                </span>
                {isOver
                  ? `▲ ${moneyText(-(left ?? 0n), currency)} over the cap of ${moneyText(cap, '')}`
                  : `${moneyText(left ?? 0n, currency)} left of ${moneyText(cap, '')}`}
              </span>
            ) : null}
            {exposed > 0n ? (
              <span className={styles.exposed}>✕ {moneyText(exposed, currency)} denied or expired</span>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  )
}

function part(total: bigint, cap: bigint): number {
  return cap === 0n ? 100 : Math.min(100, Number((total * 100n) / cap))
}
