import os from 'node:os'
import path from 'node:path'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Dialogs } from '../dialogs.ts'
import { userName } from '../production/lockIdentity.ts'
import type { DeliveryFolder } from './deliveryFolder.ts'
import { presentFiles, writeDelivered } from './writeDelivered.ts'

/** What the handlers of delivery work with. */
export type DeliveryServices = { readonly dialogs: Dialogs; readonly deliveries: DeliveryFolder }

type Names = Extract<keyof Handlers, `delivery:${string}`>

/** Requests about what goes out, and about what went out before. Files go only into folders that the user chose for that. */
export function deliveryHandlers({ dialogs, deliveries }: DeliveryServices): Pick<Handlers, Names> {
  const chosen = new Set<string>()
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
      const content = data.kind === 'text' ? data.text : data.kind === 'bytes' ? data.bytes : data.html
      return writeDelivered(folder, name, content, replaces)
    },
    'delivery:record': async ({ id, details, sheet }) =>
      notChosen(details.folder) ??
      deliveries.keep({
        production: id,
        at: new Date().toISOString(),
        by: { user: userName(), machine: os.hostname() },
        details,
        sheet,
      }),
    'delivery:list': async ({ id }) => {
      const listed = await deliveries.list(id)
      // A folder that was delivered into was chosen by the user then.
      if (listed.ok) for (const { details } of listed.value.deliveries) allow(details.folder)
      return listed
    },
    'delivery:sheet': async ({ id, name }) => {
      const record = await deliveries.read(id, name)
      return record.ok ? ok(record.value.sheet) : record
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
