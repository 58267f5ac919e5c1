import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, nativeTheme, powerMonitor, session } from 'electron'
import type { Problem } from '../shared/result.ts'
import { CatalogueThread } from './catalogue/catalogueThread.ts'
import { DeliveryFolder } from './deliveries/deliveryFolder.ts'
import { rehearseWithDemo } from './demo.ts'
import { Dialogs } from './dialogs.ts'
import { endAfter, endDespiteReads } from './ending.ts'
import { printPages } from './exports/printPages.ts'
import { Films } from './films.ts'
import { Grants } from './grants.ts'
import { makeHandlers } from './ipc/handlers.ts'
import { serve } from './ipc/serve.ts'
import { Log } from './log.ts'
import { Ffmpeg } from './media/ffmpeg.ts'
import { FfmpegSound } from './media/ffmpegSound.ts'
import { FilmReads } from './media/filmReads.ts'
import { MadeFilms } from './media/madeFilms.ts'
import { serveMedia } from './media/mediaProtocol.ts'
import { MediaSearches } from './media/mediaSearches.ts'
import { OpenFilms } from './media/openFilms.ts'
import { PeaksCache } from './media/peaksCache.ts'
import { PreparedCache } from './media/preparedCache.ts'
import { setMenu } from './menu.ts'
import { Mixes } from './mixes.ts'
import { servePage } from './pageProtocol.ts'
import { PictureWindow } from './pictureWindow.ts'
import { tidyDiscarded } from './production/discardedJournals.ts'
import { Productions } from './productions.ts'
import { RefusedWorks } from './refusedWorks.ts'
import { registerSchemes } from './schemes.ts'
import { guardPages, guardSession } from './security.ts'
import { SettingsStore } from './settings.ts'
import { fileToOpen } from './startFile.ts'
import { Versions } from './versions/versions.ts'
import { VersionsThread } from './versions/versionsThread.ts'
import { Views } from './views.ts'
import { closingAsks, openWindow, send } from './window.ts'

registerSchemes()
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
guardPages()

const grants = new Grants()
let window: BrowserWindow | null = null
let picture: PictureWindow | null = null
let answerClosing: (stays: boolean) => void = () => {}
const reads = new FilmReads()
const isThere = (file: string) => reads.isThere(file, 2000)
let startFile = fileToOpen(process.argv, process.cwd(), isThere)

/** Opens a file in the window that there is, or keeps it for the one that is about to be. */
function offer(file: string): void {
  const granted = grants.allow(file)
  if (window) send(window, 'file:offered', { path: granted })
  else startFile = Promise.resolve(granted)
}

app.on('open-file', (event, file) => {
  event.preventDefault()
  offer(file)
})
app.on('second-instance', async (_event, argv, folder) => {
  window?.focus()
  const file = await fileToOpen(argv, folder, isThere)
  if (file) offer(file)
})
app.on('window-all-closed', () => app.quit())

function begin(): void {
  const folder = app.getPath('userData')
  const log = new Log(path.join(folder, 'logs'))
  const settings = new SettingsStore(folder, new Date())
  const refused = new RefusedWorks(path.join(folder, 'refused'))
  void Promise.all([refused.tidy(new Date()), tidyDiscarded(path.join(folder, 'journals'), new Date())])
  const versions = new Versions(new VersionsThread(path.join(folder, 'versions')), (id, problem) => {
    if (window) send(window, 'versions:kept', { id, problem })
  })
  const productions = new Productions(path.join(folder, 'journals'), {
    keep: (file) => versions.keep(file),
    tellGuard: (id, state) => {
      const file = productions.pathOf(id)
      // The file itself under another name, known by its content.
      if (file !== null && state.file.kind === 'gone' && state.file.movedTo !== null)
        grants.allow(path.join(path.dirname(file), state.file.movedTo))
      if (window) send(window, 'guard:changed', { id, state })
    },
  })
  const catalogue = new CatalogueThread({
    catalogue: path.join(folder, 'catalogue'),
    templates: path.join(folder, 'templates'),
  })
  const served = new OpenFilms()
  const cache = new PeaksCache(path.join(folder, 'peaks'), (text) => log.fault('waveforms', text))
  for (const recent of settings.all.recents) grants.allow(recent.path)
  let problems: readonly Problem[] = settings.damaged ? [settings.damaged] : []
  nativeTheme.themeSource = settings.all.theme
  guardSession(session.defaultSession)
  const builtPage = path.join(path.dirname(fileURLToPath(import.meta.url)), '../renderer')
  servePage(session.defaultSession, builtPage)
  const ffmpeg = new Ffmpeg({ get: () => settings.all.ffmpeg, set: (file) => settings.set({ ffmpeg: file }) })
  const made = new MadeFilms()
  const films = new Films(grants, served, cache, reads, {
    ffmpeg,
    made,
    cache: new PreparedCache(path.join(folder, 'prepared')),
    tell: (preparing) => window && send(window, 'media:preparing', preparing),
  })
  const searches = new MediaSearches((progress) => window && send(window, 'media:searching', progress))
  app.on('will-quit', () => {
    films.end()
    searches.stop()
  })
  serveMedia(session.defaultSession, served, cache, reads, made, new FfmpegSound(ffmpeg))
  const demoFolder = path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'demo')
  const handlers = makeHandlers({
    settings,
    grants,
    productions,
    versions,
    films,
    ffmpeg,
    mixes: new Mixes(folder),
    reads,
    searches,
    refused,
    views: new Views(path.join(folder, 'views')),
    catalogue,
    deliveries: {
      records: new DeliveryFolder(path.join(folder, 'deliveries')),
      print: (pages, job) => printPages(pages, path.join(builtPage, 'assets'), job),
      tell: (done) => window && send(window, 'delivery:printing', { done }),
    },
    dialogs: new Dialogs(() => {
      if (!window) throw new Error('there is no window to ask in')
      return window
    }, grants),
    demoFolder,
    takeStartFile: async () => {
      const taken = startFile
      startFile = Promise.resolve(null)
      const file = await taken
      return file && grants.allow(file)
    },
    takeProblems: () => {
      const told = problems
      problems = []
      return told
    },
    nameMenu: (names) => window && setMenu(window, names),
    focusWindow: () => window?.focus(),
    fillScreen: (wish) => picture?.setFullScreen(wish),
    closeWindow: (stays) => {
      if (stays) picture?.stay()
      answerClosing(stays)
    },
  })
  serve(handlers, grants, log)
  endAfter(versions, catalogue)
  endDespiteReads(() => productions.closeAll())
  process.on('uncaughtException', (error) => log.fault('main process', error))
  window = openWindow()
  window.webContents.once('did-finish-load', () => void rehearseWithDemo(demoFolder, isThere))
  picture = new PictureWindow(window, settings)
  window.on('focus', () => productions.setAttentive(true))
  window.on('blur', () => productions.setAttentive(false))
  powerMonitor.on('resume', () => {
    productions.setAttentive(true)
    if (window) send(window, 'guard:woke', {})
  })
  setMenu(window)
  answerClosing = closingAsks(window)
  window.on('closed', () => {
    window = null
    picture = null
    void productions.closeAll()
  })
}

if (app.requestSingleInstanceLock()) void app.whenReady().then(begin)
else {
  endDespiteReads(async () => {})
  app.quit()
}
