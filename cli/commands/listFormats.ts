import { exporters } from '../../shared/formats/exporters.ts'
import type { ExportOption } from '../../shared/formats/exportOptions.ts'
import { importers } from '../../shared/formats/importers.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import { usualValue } from '../optionValues.ts'
import type { Terminal } from '../terminal.ts'

/** Prints what can be written and read, the options of each format and what it leaves out; as one object of JSON if asked to. */
export function listFormats(asJson: boolean, terminal: Terminal): ExitCode {
  if (asJson) terminal.out(JSON.stringify(figures(), null, 1))
  else for (const line of lines()) terminal.out(line)
  return exitCode.ok
}

function lines(): readonly string[] {
  const written = exporters.flatMap(({ id, label, losses, options }) => [
    `  ${id}  ${label}`,
    ...options.map((option) => `    ${optionText(option)}`),
    `    leaves out: ${losses.length > 0 ? losses.join('; ') : 'nothing'}`,
  ])
  return ['export:', ...written, 'import:', ...importers.map(({ id, label }) => `  ${id}  ${label}`)]
}

function optionText(option: ExportOption): string {
  const values = option.kind === 'check' ? ['on', 'off'] : option.choices.map(({ value }) => value)
  const usual = usualValue(option)
  const initial = usual === true ? 'on' : usual === false ? 'off' : usual
  const marked = values.map((value) => (value === initial ? `${value} (usual)` : value))
  return `--set ${option.id}=${marked.join('|')}  ${option.label}`
}

function figures(): object {
  return {
    export: exporters.map(({ id, label, group, extension, layout, kind, source, options, losses }) => ({
      ...{ id, label, group, extension, layout, kind, source },
      options: options.map((option) =>
        option.kind === 'check'
          ? { id: option.id, label: option.label, values: [true, false], initial: usualValue(option) }
          : {
              id: option.id,
              label: option.label,
              values: option.choices.map(({ value }) => value),
              initial: usualValue(option),
            },
      ),
      losses,
    })),
    import: importers.map(({ id, label, extensions }) => ({ id, label, extensions })),
  }
}
