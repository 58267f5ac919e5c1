import {
  app,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  screen,
  type WindowOpenHandlerResponse,
} from 'electron'
import type { Settings } from '../shared/ipc/settingsSchema.ts'
import { pagePreferences } from './pagePreferences.ts'
import { picturePlace } from './picturePlace.ts'
import { pageOrigin } from './schemes.ts'
import type { SettingsStore } from './settings.ts'

/** The one page that the main page may open in a second window. */
export const pictureAddress = `${pageOrigin}/picture.html`
/** The name under which the main page opens it. */
export const pictureName = 'picture'

const denied: WindowOpenHandlerResponse = { action: 'deny' }

/**
 * The second window, which shows nothing but the picture. The main page draws into it, being of the same origin and process, so
 * it has no preload and no scripts of its own, goes nowhere and opens nothing.
 */
export class PictureWindow {
  readonly #owner: BrowserWindow
  readonly #settings: SettingsStore
  #window: BrowserWindow | null = null
  /** Whether the app is about to end, so that closing does not mean that the user wants the window away. */
  #isLeaving = false

  constructor(owner: BrowserWindow, settings: SettingsStore) {
    this.#owner = owner
    this.#settings = settings
    const { webContents } = owner
    webContents.setWindowOpenHandler(({ url, frameName }) =>
      url === pictureAddress && frameName === pictureName && !this.#window
        ? { action: 'allow', overrideBrowserWindowOptions: this.#options() }
        : denied,
    )
    webContents.on('did-create-window', (window) => this.#adopt(window))
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#drop()
    })
    webContents.on('render-process-gone', () => this.#drop())
    const leave = () => {
      this.#isLeaving = true
    }
    app.on('before-quit', leave)
    owner.on('closed', () => {
      app.off('before-quit', leave)
      this.#drop()
    })
  }

  /** Fills the screen or leaves it; `toggle` does the other of what it is. */
  setFullScreen(wish: boolean | 'toggle'): void {
    const window = this.#window
    if (window) window.setFullScreen(wish === 'toggle' ? !window.isFullScreen() : wish)
  }

  /** Takes note that the app stays open after all. */
  stay(): void {
    this.#isLeaving = false
  }

  #options(): BrowserWindowConstructorOptions {
    const home = screen.getDisplayMatching(this.#owner.getBounds())
    const place = picturePlace(screen.getAllDisplays(), home, this.#settings.all.picture)
    return {
      ...place.bounds,
      // On a Mac, saying false would take the button away.
      ...(place.isFullScreen ? { fullscreen: true } : {}),
      minWidth: 240,
      minHeight: 135,
      autoHideMenuBar: true,
      backgroundColor: '#000000',
      title: 'Picture – Needledrop',
      webPreferences: pagePreferences,
    }
  }

  #adopt(window: BrowserWindow): void {
    this.#window = window
    window.setMenuBarVisibility(false)
    const { webContents } = window
    webContents.on('will-navigate', (event, address) => {
      // Its very first page is announced as a departure too.
      if (webContents.getURL() !== '' || address !== pictureAddress) event.preventDefault()
    })
    // What no navigation announces, as the way to about:blank, ends with the window closed.
    webContents.on('did-navigate', (_event, address) => {
      if (address !== pictureAddress) window.destroy()
    })
    let place = placeOf(window)
    for (const change of ['move', 'resize', 'enter-full-screen', 'leave-full-screen'] as const) {
      window.on(change as 'move', () => {
        place = placeOf(window)
      })
    }
    this.#settings.set({ picture: { isOpen: true, ...place } })
    window.on('closed', () => {
      this.#window = null
      this.#settings.set({ picture: { isOpen: this.#isLeaving, ...place } })
    })
  }

  /** Closes the window with what it belongs to, which says nothing about the next run. */
  #drop(): void {
    const wasLeaving = this.#isLeaving
    this.#isLeaving = true
    this.#window?.destroy()
    this.#isLeaving = wasLeaving
  }
}

function placeOf(window: BrowserWindow): Pick<Settings['picture'], 'bounds' | 'isFullScreen'> {
  const { x, y, width, height } = window.getNormalBounds()
  return { bounds: { x, y, width, height }, isFullScreen: window.isFullScreen() }
}
