import { fullCsv } from './exporters/fullCsv.ts'
import type { Exporter } from './format.ts'
import { markerExporters } from './markerExporters.ts'

/** Every format that a production can be written to; menus, dialogs and the command line follow from it. */
export const exporters: readonly Exporter[] = [fullCsv, ...markerExporters]
