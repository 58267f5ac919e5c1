import type { Importer } from './format.ts'
import { exchange } from './importers/exchange.ts'
import { markerImporters } from './markerImporters.ts'

/** Every format that a production can be read from; dialogs and the command line follow from it. */
export const importers: readonly Importer[] = [exchange, ...markerImporters]
