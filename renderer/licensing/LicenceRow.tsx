import { Unlink, X } from 'lucide-react'
import {
  type LicencePatch,
  removeLicences,
  setLicenceStatus,
  uncoverCues,
  updateLicence,
} from '../../shared/edits/licenceEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Licence } from '../../shared/model/licence.ts'
import type { Result } from '../../shared/result.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { useApply } from '../cues/useApply.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import { licenceKindNames } from '../ui/words.ts'
import styles from './Licences.module.css'
import { LicenceTerms } from './LicenceTerms.tsx'
import { feeText, parseFee } from './parseFee.ts'
import { parsePercent } from './parsePercent.ts'
import { sideTitles } from './SideRow.tsx'
import { statusOptions } from './statusOptions.tsx'
import { today } from './today.ts'

type LicenceRowProps = {
  readonly licence: Licence
  /** One of the cues that it covers. */
  readonly cue: Cue
  readonly document: ProductionDocument
}

/** One licence: from whom, for what part, how far, and for how much. */
export function LicenceRow({ licence, cue, document }: LicenceRowProps) {
  const session = useSession()
  const apply = useApply()
  const update = (patch: LicencePatch, field: string) =>
    apply(updateLicence(licence.id, patch), `${field} ${licence.id}`)
  const kind = licenceKindNames[licence.kind]
  return (
    <div className={styles.licence}>
      <div className={styles.kind}>
        <span>{kind}</span>
        <span className={styles.grants}>{grantsText(licence)}</span>
      </div>
      <FieldText
        name="licensor"
        label={`Licensor of the ${kind}`}
        layout="bare"
        placeholder="Licensor"
        value={licence.licensor}
        commit={(licensor) => update({ licensor }, 'licensor')}
      />
      <FieldText
        name="licenceShare"
        label={`Share of the ${kind} in percent`}
        layout="bare"
        look="figure"
        value={percentText(licence.share)}
        storesOnPause={false}
        commit={(text) => {
          const share = parsePercent(text)
          return share.ok ? update({ share: share.value }, 'share') : share
        }}
      />
      <FeeField licence={licence} document={document} kind={kind} update={update} />
      <Choice
        name="status"
        label={`State of the ${kind}`}
        layout="bare"
        options={statusOptions}
        value={licence.status}
        onChange={(status) => void session.apply(setLicenceStatus([licence.id], status, today()))}
      />
      <EndOfLicence licence={licence} cue={cue} kind={kind} />
      <LicenceTerms licence={licence} kind={kind} update={update} />
    </div>
  )
}

type EndOfLicenceProps = Omit<LicenceRowProps, 'document'> & { readonly kind: string }

/** Removes a licence; one that covers other cues as well only lets this one go. */
function EndOfLicence({ licence, cue, kind }: EndOfLicenceProps) {
  const session = useSession()
  const isShared = licence.cues.length > 1
  const edit = () => (isShared ? uncoverCues(licence.id, [cue.id]) : removeLicences([licence.id]))
  return (
    <Button
      kind="quiet"
      label={isShared ? `Take this cue off the ${kind}` : `Remove the ${kind}`}
      icon={isShared ? <Unlink size={12} /> : <X size={12} />}
      onPress={() => keepingFocus(() => void session.apply(edit()))}
    />
  )
}

type FeeFieldProps = Omit<LicenceRowProps, 'cue'> & {
  readonly kind: string
  readonly update: (patch: LicencePatch, field: string) => Result<unknown>
}

function FeeField({ licence, document, kind, update }: FeeFieldProps) {
  return (
    <FieldText
      name="fee"
      label={`Fee of the ${kind}`}
      layout="bare"
      look="figure"
      placeholder="Fee"
      value={feeText(licence)}
      storesOnPause={false}
      commit={(text) => {
        const fee = parseFee(text, licence.currency || usualCurrency(document))
        return fee.ok ? update(fee.value, 'fee') : fee
      }}
    />
  )
}

/** Which sides it gives, and for how many cues. */
function grantsText({ grants, cues }: Licence): string {
  const sides = grants.map((side) => sideTitles[side].toLowerCase()).join(' and ')
  return [sides, cues.length > 1 ? `${cues.length} cues` : ''].filter(Boolean).join(' · ')
}

/** The currency that most other licences are paid in. */
function usualCurrency(document: ProductionDocument): string {
  const counts = new Map<string, number>()
  for (const { currency } of recordsOf(document, 'licences')) {
    if (currency !== '') counts.set(currency, (counts.get(currency) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
