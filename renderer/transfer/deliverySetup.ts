import type { OptionValues } from '../../shared/formats/exportOptions.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { DeliverySetup, Settings } from '../../shared/ipc/settingsSchema.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import type { Session } from '../store/session.ts'

/** The options of a format as they are in force: those of the setup, then what the settings say of all text files. */
export function optionsInForce(
  { id, options }: Exporter,
  { delivery, byteOrderMark }: Pick<Settings, 'delivery' | 'byteOrderMark'>,
): OptionValues {
  const mark = options.find((option) => option.id === 'byteOrderMark')
  // A format that begins without one has readers that refuse it.
  const general = mark ? { byteOrderMark: byteOrderMark && mark.initial === true } : {}
  return { ...general, ...delivery.options[id] }
}

/** Changes how deliveries are made from now on. */
export function changeSetup(session: Session, fields: Partial<DeliverySetup>): void {
  void keepSettings(session, { delivery: { ...session.settings.value.delivery, ...fields } })
}

/** Sets an option of a format. */
export function setOption(session: Session, format: string, option: string, value: boolean | string): void {
  const { options } = session.settings.value.delivery
  changeSetup(session, { options: { ...options, [format]: { ...options[format], [option]: value } } })
}

/** Whether two setups deliver the same. */
export function isSameSetup(a: DeliverySetup, b: DeliverySetup): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder({ formats, options, pattern, client }: DeliverySetup): unknown {
  const sorted = Object.entries(options)
    .map(([format, values]) => [format, Object.entries(values).toSorted()] as const)
    .filter(([, values]) => values.length > 0)
    .toSorted(([x], [y]) => (x < y ? -1 : 1))
  return [formats.toSorted(), sorted, pattern, client]
}
