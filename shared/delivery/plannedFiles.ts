import type { OptionValues } from '../formats/exportOptions.ts'
import type { Exporter } from '../formats/format.ts'
import type { Production } from '../model/production.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { nameFromPattern, nameUsedTwice, nameValues } from './namingPattern.ts'

/** A file that is to be written into a folder. */
export type PlannedFile = {
  readonly exporter: Exporter
  readonly name: string
  readonly options: OptionValues
}

/** What a delivery is planned from. */
export type DeliveryPlan = {
  readonly exporters: readonly Exporter[]
  readonly pattern: string
  /** Options by the format's id. */
  readonly options: Readonly<Record<string, OptionValues>>
  readonly client: string
  /** A day in ISO 8601. */
  readonly today: string
}

/** The files of a delivery, each under a name of its own. */
export function plannedFiles(production: Production, plan: DeliveryPlan): Result<readonly PlannedFile[]> {
  const files: PlannedFile[] = []
  for (const exporter of plan.exporters) {
    const name = nameFromPattern(plan.pattern, nameValues(production, exporter, plan), exporter.extension)
    if (!name.ok) return name
    files.push({ exporter, name: name.value, options: plan.options[exporter.id] ?? {} })
  }
  const twice = nameUsedTwice(files.map(({ name }) => name))
  return twice === null ? ok(files) : refuse(sameName(twice, plan.pattern))
}

function sameName(name: string, pattern: string): Problem {
  return {
    message: `Two files would be called ${name}.`,
    expected: 'a name of its own for each format',
    found: pattern,
    remedy: 'Add {layout} or {format} to the pattern.',
  }
}
