import path from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'
import { importers } from '../shared/formats/importers.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import type { Grants } from './grants.ts'

const films: FileFilter = {
  name: 'Films and sound',
  extensions: [
    ...[
      'mp4',
      'm4v',
      'mov',
      'qt',
      'mkv',
      'webm',
      'mxf',
      'ts',
      'mts',
      'm2ts',
      'm2t',
      'mpg',
      'mpeg',
      'vob',
      'avi',
    ],
    ...['wmv', 'flv', '3gp', 'ogv'],
    ...[
      'wav',
      'bwf',
      'rf64',
      'w64',
      'aif',
      'aiff',
      'aifc',
      'caf',
      'mp3',
      'mp2',
      'm4a',
      'flac',
      'ogg',
      'opus',
    ],
    ...['aac', 'ac3', 'eac3', 'ec3', 'dts', 'wma'],
  ],
}
const productions: FileFilter = { name: 'Needledrop productions', extensions: ['needledrop'] }
const exchange: FileFilter = { name: 'Exchange files', extensions: ['json'] }
const timelines: FileFilter = {
  name: 'Cues of other programs',
  extensions: [...new Set(importers.flatMap(({ extensions }) => extensions))],
}
const everything: FileFilter = { name: 'All files', extensions: ['*'] }

const papers: FileFilter = {
  name: 'Papers',
  extensions: ['pdf', 'doc', 'docx', 'odt', 'eml', 'msg', 'txt', 'jpg', 'jpeg', 'png', 'tif', 'tiff'],
}
const catalogues: FileFilter = { name: 'Needledrop catalogues', extensions: ['ndcatalogue', 'json'] }
const templates: FileFilter = { name: 'Series templates', extensions: ['ndtemplate', 'template'] }

/** What a file is chosen for. */
export type FilePurpose = 'open' | 'film' | 'import' | 'catalogue' | 'template'

const filters: Readonly<Record<FilePurpose, readonly FileFilter[]>> = {
  open: [
    { name: 'Films and productions', extensions: [...films.extensions, 'needledrop', 'json'] },
    productions,
    films,
    timelines,
    everything,
  ],
  film: [films, everything],
  import: [timelines, exchange, everything],
  catalogue: [catalogues, everything],
  template: [templates, everything],
}

/** The system's file dialogs; what the user chooses there may be opened or written. */
export class Dialogs {
  readonly #window: () => BrowserWindow
  readonly #grants: Grants
  #deliveredInto: string | null = null

  constructor(window: () => BrowserWindow, grants: Grants) {
    this.#window = window
    this.#grants = grants
  }

  /** Asks which file to open; null when the user changes their mind. */
  async choose(purpose: FilePurpose): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(this.#window(), {
      properties: ['openFile'],
      filters: [...filters[purpose]],
    })
    const [file] = filePaths
    return file ? this.#grants.allow(file) : null
  }

  /** Asks for the sound files that are to be heard with a reel; none when the user changes their mind. */
  async chooseStems(): Promise<readonly string[]> {
    const { filePaths } = await dialog.showOpenDialog(this.#window(), {
      properties: ['openFile', 'multiSelections'],
      filters: [films, everything],
    })
    return filePaths.map((file) => this.#grants.allow(file))
  }

  /** Asks for papers of licences; their paths are kept, and they are not opened to requests. */
  async choosePapers(): Promise<readonly string[]> {
    const { filePaths, canceled } = await dialog.showOpenDialog(this.#window(), {
      title: 'Attach papers',
      properties: ['openFile', 'multiSelections'],
      filters: [papers, everything],
    })
    return canceled ? [] : filePaths
  }

  /** Asks for a folder to look for films in; null when the user changes their mind. */
  async chooseFolder(): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: 'Look for films and sound in a folder',
      properties: ['openDirectory'],
    })
    const [folder] = filePaths
    return folder ? this.#grants.allow(folder) : null
  }

  /** Asks for the folder that a delivery goes into; null when the user changes their mind. */
  async chooseDeliveryFolder(): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: 'Deliver into a folder',
      buttonLabel: 'Deliver here',
      // Without a folder to begin in some systems offer the recent ones, of which there may be none.
      defaultPath: this.#deliveredInto ?? app.getPath('home'),
      properties: ['openDirectory', 'createDirectory'],
    })
    const [folder = null] = filePaths
    this.#deliveredInto = folder ?? this.#deliveredInto
    return folder
  }

  /** Asks for a program; it is not opened to requests. */
  async chooseProgram(): Promise<string | null> {
    const { filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: 'Choose ffmpeg',
      properties: ['openFile'],
      ...(process.platform === 'win32' ? { filters: [{ name: 'Programs', extensions: ['exe'] }] } : {}),
    })
    return filePaths[0] ?? null
  }

  /** Asks where to save a production. */
  async chooseProductionFile({ production }: Pick<ProductionDocument, 'production'>): Promise<string | null> {
    const title =
      [production.title, production.episodeNumber].filter(Boolean).join(' ') || 'Untitled production'
    const file = await this.chooseTarget(`${title.replaceAll(/[\\/:*?"<>|]/g, '-')}.needledrop`)
    if (file === null) return null
    return file.toLowerCase().endsWith('.needledrop') ? file : `${file}.needledrop`
  }

  /** Asks where to write a file. */
  async chooseTarget(name: string): Promise<string | null> {
    const extension = path.extname(name).slice(1)
    const { filePath, canceled } = await dialog.showSaveDialog(this.#window(), {
      defaultPath: name,
      ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
    })
    return canceled || !filePath ? null : filePath
  }
}
