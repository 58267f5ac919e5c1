import { type LicencePatch, setLicenceStatus, updateLicence } from '../../shared/edits/licenceEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { type Licence, licenceKinds } from '../../shared/model/licence.ts'
import { possibleStatuses } from '../../shared/model/licenceStatus.ts'
import { type Result, refuse } from '../../shared/result.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { wholeFee } from '../../shared/sheet/wholeFee.ts'
import { LicensorField } from '../catalogue/LicensorField.tsx'
import { useApply } from '../cues/useApply.ts'
import { feeText, parseFee } from '../licensing/parseFee.ts'
import { parsePercent } from '../licensing/parsePercent.ts'
import { statusOptions } from '../licensing/statusOptions.tsx'
import { today } from '../licensing/today.ts'
import { useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { licenceKindNames } from '../ui/words.ts'
import { moneyText } from './moneyText.ts'
import { author } from './moveCard.ts'
import styles from './RightsInspector.module.css'

type LicenceDealProps = { readonly licence: Licence; readonly document: ProductionDocument }

const kindOptions = licenceKinds.map((id) => ({ id, name: licenceKindNames[id] }))

/** With whom, for what part, how far and at what price. */
export function LicenceDeal({ licence, document }: LicenceDealProps) {
  const session = useSession()
  const apply = useApply()
  const update = (patch: LicencePatch, field: string): Result<unknown> =>
    apply(updateLicence(licence.id, patch), `${field} ${licence.id}`)
  const possible = possibleStatuses(licence)
  const whole = wholeFee(licence)
  const usual = licence.currency || usualCurrency(document)
  return (
    <section className={styles.section} aria-label="Deal">
      <div className={styles.fields}>
        <Choice
          name="status"
          label="Status"
          options={statusOptions.filter(({ id }) => id === licence.status || possible.includes(id))}
          value={licence.status}
          onChange={(status) =>
            void session.apply(setLicenceStatus([licence.id], status, today(), author(session)))
          }
        />
        <LicensorField
          licence={licence}
          kind={licenceKindNames[licence.kind]}
          document={document}
          layout="beside"
        />
        <FieldText
          name="contact"
          label="Contact"
          value={licence.contact}
          placeholder="E-mail, telephone, whom to ask for"
          commit={(contact) => update({ contact }, 'contact')}
        />
        <Choice
          name="kind"
          label="Kind"
          options={kindOptions}
          value={licence.kind}
          onChange={(kind) => void update({ kind }, 'kind')}
        />
        <FieldText
          name="licenceShare"
          label="Share"
          value={percentText(licence.share)}
          storesOnPause={false}
          commit={(text) => {
            const share = parsePercent(text)
            return share.ok ? update({ share: share.value }, 'share') : share
          }}
        />
        <FieldText
          name="estimate"
          label="Estimate"
          placeholder={`Expected, such as ${usual || 'EUR'} 5k`}
          value={feeText({ feeMinor: licence.estimateMinor, currency: licence.currency })}
          storesOnPause={false}
          commit={(text) => {
            const fee = feeIn(text, usual, licence.feeMinor !== null)
            if (!fee.ok) return fee
            return update({ estimateMinor: fee.value.feeMinor, currency: fee.value.currency }, 'estimate')
          }}
        />
        <FieldText
          name="fee"
          label="Fee"
          placeholder={`Quoted, such as ${usual || 'EUR'} 5,000`}
          value={feeText(licence)}
          storesOnPause={false}
          commit={(text) => {
            const fee = feeIn(text, usual, false)
            return fee.ok ? update(fee.value, 'fee') : fee
          }}
        />
        {whole !== null && licence.share !== 10_000 ? (
          <p className={styles.under}>At 100 %: {moneyText(whole, licence.currency)}</p>
        ) : null}
        <FieldCheck
          name="mfn"
          label="Most favoured nations"
          value={licence.mfn}
          onChange={(mfn) => void update({ mfn }, 'mfn')}
        />
      </div>
    </section>
  )
}

/** One licence is in one currency: with a fee, its estimate is in that of the fee. */
function feeIn(text: string, usual: string, isFixed: boolean) {
  const fee = parseFee(text, usual)
  if (!fee.ok || !isFixed || fee.value.currency === usual) return fee
  return refuse({
    message: 'A licence is in one currency.',
    expected: `an amount in ${usual}, as the fee is`,
    found: fee.value.currency,
    remedy: 'Change the currency of the fee first.',
  })
}

/** The currency that most other licences are in. */
function usualCurrency(document: ProductionDocument): string {
  const counts = new Map<string, number>()
  for (const { currency } of recordsOf(document, 'licences')) {
    if (currency !== '') counts.set(currency, (counts.get(currency) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? document.production.budgets[0]?.currency ?? ''
}
