import { cisacCsv } from './exporters/cisacCsv.ts'
import { clearanceCsv } from './exporters/clearanceCsv.ts'
import { clearancePdf } from './exporters/clearancePdf.ts'
import { cueSheetPdf } from './exporters/cueSheetPdf.ts'
import { exchangeJson } from './exporters/exchangeJson.ts'
import { fullCsv } from './exporters/fullCsv.ts'
import { prsCsv } from './exporters/prsCsv.ts'
import { rapidcueCsv } from './exporters/rapidcueCsv.ts'
import { rapidcueXlsx } from './exporters/rapidcueXlsx.ts'
import type { Exporter } from './format.ts'
import { markerExporters } from './markerExporters.ts'

/** Every format that a production can be written to; menus, dialogs and the command line follow from it. */
export const exporters: readonly Exporter[] = [
  fullCsv,
  rapidcueCsv,
  rapidcueXlsx,
  prsCsv,
  cisacCsv,
  cueSheetPdf,
  clearanceCsv,
  clearancePdf,
  exchangeJson,
  ...markerExporters,
]
