import { doubleShares, type ShareSide, splitEvenly } from '../../shared/edits/shareEdits.ts'
import { doubleSide, scaleToWhole } from '../../shared/edits/shareScaling.ts'
import type { Work } from '../../shared/model/work.ts'
import { shareOneWhole, shareTotals, wholeSide } from '../../shared/review/shareTotals.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { FieldMark } from '../ui/FieldMarks.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import styles from './Shares.module.css'

type SharesHeadProps = { readonly side: ShareSide; readonly work: Work | null; readonly titleId: string }

/** Which side it is, what it adds up to, and what brings it to a whole. */
export function SharesHead({ side, work, titleId }: SharesHeadProps) {
  const session = useSession()
  const count = work?.[side].length ?? 0
  const total = work ? shareTotals(work)[side] : 0
  return (
    <div className={styles.head}>
      <h4 id={titleId}>
        {side === 'writers' ? 'Writers' : 'Publishers'}
        <FieldMark name={side} />
      </h4>
      {work && count > 0 ? <Total total={total} /> : null}
      <span className={styles.tools}>
        {work && count > 1 ? (
          <Button
            kind="quiet"
            label="Split evenly"
            onPress={() => void session.apply(splitEvenly(work.id, side))}
          />
        ) : null}
        {work && count > 0 && total !== wholeSide ? (
          <Button
            kind="quiet"
            label="Scale to 100%"
            onPress={() => keepingFocus(() => void session.apply(scaleToWhole(work.id, side)))}
          />
        ) : null}
        {work && total * 2 === wholeSide && !shareOneWhole(work) ? (
          <Button
            kind="quiet"
            label="Double"
            onPress={() => keepingFocus(() => void session.apply(doubleSide(work.id, side)))}
          />
        ) : null}
        {work && side === 'writers' && shareOneWhole(work) ? (
          <Button
            label="Double it"
            onPress={() => keepingFocus(() => void session.apply(doubleShares(work.id)))}
          />
        ) : null}
      </span>
    </div>
  )
}

function Total({ total }: { readonly total: number }) {
  const isWhole = total === wholeSide
  return (
    <span className={styles.total} data-whole={isWhole}>
      {percentText(total)}
      {isWhole ? null : ' of 100%'}
    </span>
  )
}
