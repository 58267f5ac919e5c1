import type { Standing, WhatIf } from '../../shared/licensing/whatIf.ts'
import { durationText } from '../../shared/sheet/duration.ts'
import { moneyText } from './moneyText.ts'
import styles from './RightsDialogs.module.css'

/** The same figures before and after, and what would no longer or newly block delivery. */
export function WhatIfFigures({ outcome }: { readonly outcome: WhatIf }) {
  const { before, after, solved, raised } = outcome
  const currencies = [
    ...new Set([...before.money.currencies, ...after.money.currencies].map(({ currency }) => currency)),
  ].toSorted()
  return (
    <>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">What it would change</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          <Row
            name="Cues that block delivery"
            figure={({ blockers }) => blockers.length}
            {...{ before, after }}
          />
          <Row
            name="Cues that are cleared"
            figure={({ clearance }) => clearance.counts.cleared + clearance.counts.safe}
            isMoreBetter
            {...{ before, after }}
          />
          <Row
            name="Music not cleared"
            figure={({ seconds }) => seconds.uncleared}
            text={durationText}
            {...{ before, after }}
          />
          <Row
            name="Library music"
            figure={({ seconds }) => seconds.byOrigin.library ?? 0}
            isNeutral
            text={durationText}
            {...{ before, after }}
          />
          {currencies.map((currency) => (
            <Row
              key={currency}
              name={`Cost in ${currency || 'no currency'}`}
              figure={({ money }) =>
                Number(money.currencies.find((each) => each.currency === currency)?.total ?? 0n)
              }
              text={(minor) => moneyText(minor, currency)}
              {...{ before, after }}
            />
          ))}
          <Row name="Without a price" figure={({ money }) => money.unpriced} {...{ before, after }} />
        </tbody>
      </table>
      {solved.map(({ cue, number, title }) => (
        <p key={cue}>
          ● {number} {title} would no longer block delivery.
        </p>
      ))}
      {raised.map(({ cue, number, title, sides }) => (
        <p key={cue} className={styles.warning}>
          ▲ {number} {title} would: {sides.map(({ reason }) => reason).join(' ')}
        </p>
      ))}
      {after.blockers
        .filter(({ cue }) => !raised.some((other) => other.cue === cue))
        .filter(({ cue, title }) =>
          before.blockers.some((other) => other.cue === cue && other.title !== title),
        )
        .map(({ cue, number, title, sides }) => (
          <p key={cue}>
            {number} {title} is still to be cleared: {sides.map(({ reason }) => reason).join(' ')}
          </p>
        ))}
    </>
  )
}

type RowProps = {
  readonly name: string
  readonly before: Standing
  readonly after: Standing
  readonly figure: (standing: Standing) => number
  readonly text?: (figure: number) => string
  readonly isMoreBetter?: boolean
  /** Whether more is neither better nor worse. */
  readonly isNeutral?: boolean
}

function Row({
  name,
  before,
  after,
  figure,
  text = String,
  isMoreBetter = false,
  isNeutral = false,
}: RowProps) {
  const [now, then] = [figure(before), figure(after)]
  const better = now === then || isNeutral ? undefined : then > now === isMoreBetter
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{text(now)}</td>
      <td data-better={better}>
        {now === then ? '' : then > now ? '↑ ' : '↓ '}
        {text(then)}
      </td>
    </tr>
  )
}
