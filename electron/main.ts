import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, nativeTheme, session } from 'electron'
import type { Problem } from '../shared/result.ts'
import { Dialogs } from './dialogs.ts'
import { Films } from './films.ts'
import { Grants } from './grants.ts'
import { makeHandlers } from './ipc/handlers.ts'
import { serve } from './ipc/serve.ts'
import { Log } from './log.ts'
import { serveMedia } from './media/mediaProtocol.ts'
import { OpenFilms } from './media/openFilms.ts'
import { PeaksCache } from './media/peaksCache.ts'
import { setMenu } from './menu.ts'
import { servePage } from './pageProtocol.ts'
import { Productions } from './productions.ts'
import { registerSchemes } from './schemes.ts'
import { guardPages, guardSession } from './security.ts'
import { SettingsStore } from './settings.ts'
import { fileToOpen } from './startFile.ts'
import { closingAsks, openWindow, send } from './window.ts'

registerSchemes()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
guardPages()

const grants = new Grants()
let window: BrowserWindow | null = null
let answerClosing: (stays: boolean) => void = () => {}
let startFile = fileToOpen(process.argv, process.cwd())

/** Opens a file in the window that there is, or keeps it for the one that is about to be. */
function offer(file: string): void {
  const granted = grants.allow(file)
  if (window) send(window, 'file:offered', { path: granted })
  else startFile = granted
}

app.on('open-file', (event, file) => {
  event.preventDefault()
  offer(file)
})
app.on('second-instance', (_event, argv, folder) => {
  const file = fileToOpen(argv, folder)
  if (file) offer(file)
  window?.focus()
})
app.on('window-all-closed', () => app.quit())

function begin(): void {
  const folder = app.getPath('userData')
  const log = new Log(path.join(folder, 'logs'))
  const settings = new SettingsStore(folder, new Date())
  const productions = new Productions(path.join(folder, 'journals'))
  const served = new OpenFilms()
  const cache = new PeaksCache(path.join(folder, 'peaks'))
  for (const recent of settings.all.recents) grants.allow(recent.path)
  let problems: readonly Problem[] = settings.damaged ? [settings.damaged] : []
  nativeTheme.themeSource = settings.all.theme
  guardSession(session.defaultSession)
  servePage(session.defaultSession, path.join(path.dirname(fileURLToPath(import.meta.url)), '../renderer'))
  serveMedia(session.defaultSession, served, cache)
  const handlers = makeHandlers({
    settings,
    grants,
    productions,
    films: new Films(grants, served, cache),
    dialogs: new Dialogs(() => {
      if (!window) throw new Error('there is no window to ask in')
      return window
    }, grants),
    demoFolder: path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'demo'),
    takeStartFile: () => {
      const file = startFile
      startFile = null
      return file && grants.allow(file)
    },
    takeProblems: () => {
      const told = problems
      problems = []
      return told
    },
    closeWindow: (stays) => answerClosing(stays),
  })
  serve(handlers, grants, log)
  process.on('uncaughtException', (error) => log.fault('main process', error))
  window = openWindow()
  setMenu(window)
  answerClosing = closingAsks(window)
  window.on('closed', () => {
    window = null
    void productions.closeAll()
  })
}

if (app.requestSingleInstanceLock()) void app.whenReady().then(begin)
else app.quit()
