import { useState } from 'react'
import { setBudget } from '../../shared/edits/budgetEdits.ts'
import { ok, refuse } from '../../shared/result.ts'
import { useApply } from '../cues/useApply.ts'
import { feeText, parseFee } from '../licensing/parseFee.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import { moneyText } from './moneyText.ts'
import styles from './RightsDialogs.module.css'
import { rightsOf } from './rights.ts'

const newCap = '[data-field="budget-new"]'

/** The most that may be spent in each currency; nothing is converted. */
export function BudgetDialog() {
  const session = useSession()
  const apply = useApply()
  const document = useDocument()
  const [round, setRound] = useState(0)
  if (!document) return null
  const { currencies } = rightsOf(document).money
  const close = () => session.moment.patch({ dialog: 'none' })
  const usual = currencies.find(({ cap }) => cap === null)?.currency ?? currencies[0]?.currency ?? ''
  const add = (text: string) => {
    if (text.trim() === '') return ok(null)
    const fee = parseFee(text, usual)
    if (!fee.ok) return fee
    const set = apply(setBudget(fee.value.currency, fee.value.feeMinor), 'budget')
    if (!set.ok) return set
    setRound(round + 1)
    // The emptied field is a new one; the keyboard stays in it unless it has gone on already.
    const active = globalThis.document.activeElement
    if (!active || active === globalThis.document.body || active.closest(newCap))
      focusWhenThere(`${newCap} input`)
    return set
  }
  return (
    <Dialog title="Budget" subtitle="Currency by currency, never converted" size="small">
      <DialogBody>
        <div className={styles.form}>
          {document.production.budgets.map(({ currency, capMinor }) => (
            <FieldText
              key={currency}
              name={`budget-${currency}`}
              label={currency}
              value={feeText({ feeMinor: capMinor, currency })}
              placeholder="No cap"
              storesOnPause={false}
              commit={(text) => {
                const fee = parseFee(text, currency)
                if (!fee.ok) return fee
                if (fee.value.currency !== currency && text.trim() !== '')
                  return refuse({
                    message: `This is the budget in ${currency}.`,
                    expected: `an amount in ${currency}`,
                    found: fee.value.currency,
                    remedy: 'Type the other currency into the field for a new cap.',
                  })
                return apply(setBudget(currency, fee.value.feeMinor), 'budget')
              }}
            />
          ))}
          <FieldText
            key={round}
            name="budget-new"
            label="New cap"
            value=""
            placeholder={`Such as ${usual || 'EUR'} 20k`}
            storesOnPause={false}
            commit={add}
          />
          {currencies.map(({ currency, total, left }) => (
            <p key={currency} className={styles.note}>
              {moneyText(total, currency || 'without a currency')} planned or spent
              {left === null
                ? ''
                : left < 0n
                  ? `, ${moneyText(-left, '')} over`
                  : `, ${moneyText(left, '')} left`}
            </p>
          ))}
        </div>
      </DialogBody>
      <DialogActions note="An empty field takes a cap away.">
        <Button kind="primary" label="Done" onPress={close} />
      </DialogActions>
    </Dialog>
  )
}
