import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { channelPrefix, droppedFileChannel } from '../../shared/ipc/bridge.ts'
import { contract, type Handlers, type RequestName } from '../../shared/ipc/contract.ts'
import { type Problem, type Result, refuse } from '../../shared/result.ts'
import type { Grants } from '../grants.ts'
import type { Log } from '../log.ts'
import { mainAddress } from '../schemes.ts'

/** Answers the contract's requests, and no others: the sender is checked, the input parsed, a fault logged. */
export function serve(handlers: Handlers, grants: Grants, log: Log): void {
  for (const name of Object.keys(contract.requests) as RequestName[]) {
    ipcMain.handle(channelPrefix + name, async (event, input: unknown): Promise<Result<unknown>> => {
      if (!isOurTopFrame(event)) return refuse(wrongSender)
      const parsed = contract.requests[name].input.safeParse(input)
      if (!parsed.success) return refuse(malformed(name, parsed.error.issues[0]?.message ?? ''))
      try {
        return await (handlers[name] as (input: unknown) => Promise<Result<unknown>>)(parsed.data)
      } catch (error) {
        log.fault(name, error)
        return refuse(unforeseen(error))
      }
    })
  }
  ipcMain.handle(droppedFileChannel, (event, path: unknown) =>
    isOurTopFrame(event) && typeof path === 'string' && path !== '' ? grants.allow(path) : '',
  )
}

/** Whether a request comes from the top frame of our main page; the picture's window has nothing to ask. */
export function isOurTopFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.url.replace(/[?#].*$/, '') === mainAddress
}

const wrongSender: Problem = {
  message: 'This request was refused.',
  expected: "a request from Needledrop's own page",
  found: 'another sender',
  remedy: 'Restart Needledrop.',
}

function malformed(name: string, complaint: string): Problem {
  return {
    message: `The request ${name} was malformed.`,
    expected: 'the fields that the contract names',
    found: complaint,
    remedy: 'This is a fault in Needledrop. Your work is safe in the journal; restart and go on.',
  }
}

function unforeseen(error: unknown): Problem {
  return {
    message: 'Something went wrong that Needledrop did not foresee.',
    expected: 'no fault',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'Your work is safe in the journal. Try again; if it happens again, restart Needledrop.',
  }
}
