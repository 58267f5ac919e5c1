import { type ExportOption, isOn, type OptionValues } from '../../shared/formats/exportOptions.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import { useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { setOption } from './deliverySetup.ts'
import styles from './OptionFields.module.css'

type OptionFieldsProps = { readonly exporter: Exporter; readonly values: OptionValues }

/** What a format lets the user decide, drawn as the format declares it. */
export function OptionFields({ exporter, values }: OptionFieldsProps) {
  const session = useSession()
  if (exporter.options.length === 0) return <div />
  return (
    <fieldset className={styles.options} aria-label={`Options of ${exporter.label}`}>
      {exporter.options.map((option) => (
        <OptionField
          key={option.id}
          option={option}
          values={values}
          onChange={(value) => setOption(session, exporter.id, option.id, value)}
        />
      ))}
    </fieldset>
  )
}

type OptionFieldProps = {
  readonly option: ExportOption
  readonly values: OptionValues
  readonly onChange: (value: boolean | string) => void
}

function OptionField({ option, values, onChange }: OptionFieldProps) {
  const name = `option.${option.id}`
  if (option.kind === 'check') {
    return (
      <div className={styles.option} title={option.hint}>
        <FieldCheck name={name} label={option.label} value={isOn(option, values)} onChange={onChange} />
        {option.hint ? <p className={styles.hint}>{option.hint}</p> : null}
      </div>
    )
  }
  const chosen = option.choices.find(({ value }) => value === values[option.id])?.value ?? option.initial
  return (
    <div className={styles.option} title={option.hint}>
      <Choice
        name={name}
        label={option.label}
        layout="above"
        options={option.choices.map(({ value, label }) => ({ id: value, name: label }))}
        value={chosen}
        onChange={onChange}
      />
    </div>
  )
}
