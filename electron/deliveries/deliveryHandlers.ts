import os from 'node:os'
import path from 'node:path'
import { readRecordedSheet } from '../../shared/delivery/deliveryRecord.ts'
import type { PagesArtifact } from '../../shared/formats/format.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Dialogs } from '../dialogs.ts'
import type { PrintJob } from '../exports/printPages.ts'
import { userName } from '../production/lockIdentity.ts'
import type { DeliveryFolder } from './deliveryFolder.ts'
import { presentFiles, writeDelivered } from './writeDelivered.ts'

/** What the handlers of delivery work with. */
export type DeliveryServices = {
  readonly dialogs: Dialogs
  readonly deliveries: {
    readonly records: DeliveryFolder
    readonly print: (pages: PagesArtifact, job: PrintJob) => Promise<Result<Uint8Array>>
    /** Told how far the printing of pages is, from 0 to 1. */
    readonly tell: (done: number) => void
  }
}

type Names = Extract<keyof Handlers, `delivery:${string}`>

/** Requests about what goes out, and about what went out before. Files go only into folders that the user chose for that. */
export function deliveryHandlers({ dialogs, deliveries }: DeliveryServices): Pick<Handlers, Names> {
  const { records, print, tell } = deliveries
  const chosen = new Set<string>()
  let stop = new AbortController()
  const allow = (folder: string) => {
    chosen.add(path.resolve(folder))
    return path.resolve(folder)
  }
  const notChosen = (folder: string): Result<never> | null =>
    chosen.has(folder) ? null : refuse(foreign(folder))
  return {
    'delivery:chooseFolder': async () => {
      const folder = await dialogs.chooseDeliveryFolder()
      return ok(folder === null ? null : allow(folder))
    },
    'delivery:present': async ({ folder, names }) => notChosen(folder) ?? presentFiles(folder, names),
    'delivery:write': async ({ folder, name, data, replaces }) => {
      const refused = notChosen(folder)
      if (refused) return refused
      if (data.kind !== 'pages')
        return writeDelivered(folder, name, data.kind === 'text' ? data.text : data.bytes, replaces)
      stop = new AbortController()
      const printed = await print(data, { signal: stop.signal, onProgress: tell })
      return printed.ok ? writeDelivered(folder, name, printed.value, replaces) : printed
    },
    'delivery:stop': async () => {
      stop.abort()
      return ok(null)
    },
    'delivery:record': async ({ id, details, sheet: text }) => {
      const refused = notChosen(details.folder)
      if (refused) return refused
      const sheet = readRecordedSheet(text)
      if (!sheet.ok) return sheet
      const by = { user: userName(), machine: os.hostname() }
      return records.keep({ production: id, at: new Date().toISOString(), by, details, sheet: sheet.value })
    },
    'delivery:list': async ({ id }) => {
      const listed = await records.list(id)
      // A folder that was delivered into was chosen by the user then.
      if (listed.ok) for (const { details } of listed.value.deliveries) allow(details.folder)
      return listed
    },
    'delivery:sheet': async ({ id, name }) => {
      const record = await records.read(id, name)
      return record.ok ? ok(JSON.stringify(record.value.sheet)) : record
    },
  }
}

function foreign(folder: string) {
  return {
    message: 'Nothing is written there: the folder was not chosen for a delivery.',
    expected: 'a folder that was chosen in the dialog',
    found: folder,
    remedy: 'Choose the folder again.',
  }
}
