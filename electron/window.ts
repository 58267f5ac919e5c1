import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BrowserWindow } from 'electron'
import { channelPrefix } from '../shared/ipc/bridge.ts'
import type { EventName, Payload } from '../shared/ipc/contract.ts'
import { pagePreferences } from './pagePreferences.ts'
import { mainAddress } from './schemes.ts'

/** Opens the main window. Page scripts have no Node, no shared world with the preload, and a sandbox. */
export function openWindow(): BrowserWindow {
  const here = path.dirname(fileURLToPath(import.meta.url))
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#17181a',
    title: 'Needledrop',
    webPreferences: {
      preload: path.join(here, '../preload/preload.cjs'),
      ...pagePreferences,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(mainAddress)
  return window
}

/** Sends an event of the contract to the page. */
export function send<Name extends EventName>(
  window: BrowserWindow,
  name: Name,
  payload: Payload<Name>,
): void {
  if (!window.isDestroyed()) window.webContents.send(channelPrefix + name, payload)
}

/** Milliseconds that the page has to bring its work to safety before the window closes all the same. */
const patience = 10_000

/**
 * Lets the page save before the window closes; a page that does not answer keeps nobody waiting for ever. Returns what takes
 * the page's answer.
 */
export function closingAsks(window: BrowserWindow): (stays: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const leave = () => {
    if (!window.isDestroyed()) window.destroy()
  }
  window.on('close', (event) => {
    if (window.webContents.isCrashed()) return
    event.preventDefault()
    if (timer) return
    timer = setTimeout(leave, patience)
    send(window, 'window:closing', {})
  })
  return (stays) => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!stays) leave()
  }
}
