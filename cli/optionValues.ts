import type { ExportOption, OptionValues } from '../shared/formats/exportOptions.ts'
import type { Exporter } from '../shared/formats/format.ts'
import { ok, type Problem, type Result, refuse } from '../shared/result.ts'

const yes = ['on', 'yes', 'true', '1']
const no = ['off', 'no', 'false', '0']

/** What an option is on the command line where nobody sets it: programs read what is written there, and want no byte-order mark. */
export function usualValue({ id, initial }: ExportOption): boolean | string {
  return id === 'byteOrderMark' ? false : initial
}

/** The options of formats as the command line sets them: `option=value` for each format that has it, `format.option=value` for one. */
export function optionValues(
  exporters: readonly Exporter[],
  settings: readonly string[],
): Result<Readonly<Record<string, OptionValues>>> {
  const values: Record<string, Record<string, boolean | string>> = {}
  for (const { id, options } of exporters)
    values[id] = Object.fromEntries(options.map((option) => [option.id, usualValue(option)]))
  for (const setting of settings) {
    const match = /^(?:([\w-]+)\.)?(\w+)=(.*)$/.exec(setting)
    if (!match) return refuse(notASetting(setting))
    const [, format, id, text = ''] = match
    const concerned = exporters.filter((exporter) => format === undefined || exporter.id === format)
    const found = concerned.flatMap((exporter) => {
      const option = exporter.options.find((each) => each.id.toLowerCase() === id?.toLowerCase())
      return option ? [{ exporter, option }] : []
    })
    if (found.length === 0) return refuse(noSuchOption(setting, exporters))
    for (const { exporter, option } of found) {
      const value = givenValue(option, text)
      if (value === null) return refuse(wrongValue(option, text))
      values[exporter.id] = { ...values[exporter.id], [option.id]: value }
    }
  }
  return ok(values)
}

function givenValue(option: ExportOption, text: string): boolean | string | null {
  const written = text.trim().toLowerCase()
  if (option.kind === 'check') return yes.includes(written) ? true : no.includes(written) ? false : null
  return option.choices.find(({ value }) => value.toLowerCase() === written)?.value ?? null
}

function notASetting(found: string): Problem {
  return {
    message: 'This sets no option.',
    expected: 'option=value, or format.option=value',
    found,
    remedy: 'Write for example --set byteOrderMark=on; `needledrop formats` lists the options.',
  }
}

function noSuchOption(found: string, exporters: readonly Exporter[]): Problem {
  const all = exporters.flatMap(({ id, options }) => options.map((option) => `${id}.${option.id}`))
  return {
    message: 'There is no such option.',
    expected: all.join(', ') || 'none: these formats have no options',
    found,
    remedy: 'Choose an option that `needledrop formats` lists for the format.',
  }
}

function wrongValue(option: ExportOption, found: string): Problem {
  return {
    message: `${option.id} has no such value.`,
    expected: option.kind === 'check' ? 'on, or off' : option.choices.map(({ value }) => value).join(', '),
    found: found === '' ? 'nothing' : found,
    remedy: 'Choose one of these.',
  }
}
