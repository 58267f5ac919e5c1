import path from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { app, nativeTheme } from 'electron'
import type { JournalEntry } from '../../shared/files/journal.ts'
import type { Handlers, OpenedProduction, PackedProduction, StartState } from '../../shared/ipc/contract.ts'
import {
  type PackedDocument,
  packDocument,
  type readPackedDocument,
  readPackedInSteps,
} from '../../shared/ipc/packedDocument.ts'
import type { Recent } from '../../shared/ipc/settingsSchema.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { catalogueHandlers } from '../catalogue/catalogueHandlers.ts'
import type { CatalogueThread } from '../catalogue/catalogueThread.ts'
import { type DeliveryServices, deliveryHandlers } from '../deliveries/deliveryHandlers.ts'
import { hasDemo, openDemo } from '../demo.ts'
import type { Dialogs } from '../dialogs.ts'
import { writeArtifact } from '../exports/writeArtifact.ts'
import type { Films } from '../films.ts'
import { filesOf, filmOf, foreignFilm, reelsOf } from '../foreignFilm.ts'
import type { Grants } from '../grants.ts'
import { readImport } from '../imports/readImport.ts'
import type { Ffmpeg } from '../media/ffmpeg.ts'
import type { FilmReads } from '../media/filmReads.ts'
import type { MediaSearches } from '../media/mediaSearches.ts'
import type { MenuNames } from '../menu.ts'
import type { Mixes } from '../mixes.ts'
import { inBreaths } from '../production/inBreaths.ts'
import type { Productions } from '../productions.ts'
import type { RefusedWorks } from '../refusedWorks.ts'
import type { SettingsStore } from '../settings.ts'
import { versionHandlers } from '../versions/versionHandlers.ts'
import type { Versions } from '../versions/versions.ts'
import type { Views } from '../views.ts'
import { mediaLinkHandlers, withMediaNews } from './mediaLinkHandlers.ts'
import { recoveryHandlers } from './recoveryHandlers.ts'

/** What the handlers work with. */
export type Services = {
  readonly settings: SettingsStore
  readonly grants: Grants
  readonly productions: Productions
  readonly versions: Versions
  readonly films: Films
  readonly dialogs: Dialogs
  readonly ffmpeg: Ffmpeg
  readonly mixes: Mixes
  readonly reads: FilmReads
  readonly searches: MediaSearches
  readonly refused: RefusedWorks
  readonly views: Views
  readonly catalogue: CatalogueThread
  readonly deliveries: DeliveryServices['deliveries']
  /** Folder of the bundled demo. */
  readonly demoFolder: string
  /** The file that the app was started with, given once. */
  readonly takeStartFile: () => Promise<string | null>
  /** What went wrong while starting, given once. */
  readonly takeProblems: () => readonly Problem[]
  /** Brings the main window to the front. */
  readonly focusWindow: () => void
  /** Lets the picture's own window fill its screen, or leave it. */
  readonly fillScreen: (wish: boolean | 'toggle') => void
  /** Names what Undo and Redo stand for in the menu. */
  readonly nameMenu: (names: MenuNames) => void
  /** The page's answer to being asked whether the window may close. */
  readonly closeWindow: (stays: boolean) => void
}

/** One handler for each request of the contract, each one call into a service. */
export function makeHandlers(services: Services): Handlers {
  const { settings, grants, productions, films, dialogs, ffmpeg } = services
  const isThere = (film: string) => films.isThere(film)
  // Settings are written and flushed in one go: not while the window waits for what it opens or saves.
  const rememberSoon = (recent: Omit<Recent, 'openedAt'>) =>
    setImmediate(() => settings.remember({ ...recent, openedAt: new Date().toISOString() }))
  const remember = (opened: OpenedProduction, file: string | null) => {
    grantMedia(grants, opened.document)
    if (file === null) return
    grants.allow(file)
    const title = opened.document.production.title || path.basename(file)
    rememberSoon({ path: file, title })
  }
  const opening = async (
    work: Promise<Result<OpenedProduction>>,
    source: string | null = null,
  ): Promise<Result<PackedProduction>> => {
    const opened = await work
    if (!opened.ok) return opened
    const { document, media } = await withMediaNews(services, opened.value)
    remember(opened.value, opened.value.path ?? source)
    return ok({ ...opened.value, document: packDocument(document), media })
  }
  return {
    ...recoveryHandlers(services),
    ...mediaLinkHandlers(services),
    ...catalogueHandlers(services),
    ...deliveryHandlers(services),
    'app:start': async () => ok(await startState(services)),
    'settings:set': async (patch) => {
      const all = settings.set(patch as Parameters<SettingsStore['set']>[0])
      nativeTheme.themeSource = all.theme
      return ok(all)
    },
    'recents:forget': async ({ path: file }) => ok(settings.forget(file)),
    'file:choose': async ({ purpose }) => ok(await dialogs.choose(purpose)),
    'production:open': async ({ path: file, takeOver }) =>
      grants.require(file) ?? opening(productions.open(file, takeOver)),
    'production:create': async ({ document }) =>
      foreignFilm(grants, reelsOf(document)) ??
      opening(
        productions.create(document as unknown as ProductionDocument),
        chosenFilm(grants, reelsOf(document)),
      ),
    'production:demo': async () => opening(openDemo(services.demoFolder, productions, isThere)),
    'production:recover': async ({ id }) => opening(productions.recover(id)),
    'production:discard': async ({ id }) => productions.discard(id),
    'production:theirs': async ({ id, copy }) => {
      const theirs = await productions.theirs(id, copy)
      if (!theirs.ok) return theirs
      grantMedia(grants, theirs.value.document)
      return ok({ ...theirs.value, document: packDocument(theirs.value.document) })
    },
    'production:save': async ({ id, document: packed, lastSequence, as, over }) => {
      const document = await unpackedGently(packed)
      if (!document) return refuse(notPacked)
      const refused = foreignFilm(grants, reelsOf(document))
      if (refused) return refused
      const sound = document as unknown as ProductionDocument
      const file = (as ? null : productions.pathOf(id)) ?? (await dialogs.chooseProductionFile(sound))
      if (file === null) return ok(null)
      const saved = await productions.save(id, sound, lastSequence, file, over)
      if (!saved.ok || saved.value === 'changed') return saved
      const title = sound.production.title || saved.value.title
      rememberSoon({ path: grants.allow(saved.value.path), title })
      void services.catalogue.run('learn', { document: packed, isAsked: false })
      return saved
    },
    'production:close': async ({ id }) => {
      await productions.close(id)
      return ok(null)
    },
    ...versionHandlers(services, opening, (document) => grantMedia(grants, document)),
    'journal:append': async ({ id, ...entry }) =>
      foreignFilm(
        grants,
        entry.change.map(({ after }) => after),
      ) ?? productions.append(id, entry as unknown as JournalEntry),
    'journal:restart': async ({ id, document: packed, lastSequence }) => {
      const document = await unpackedGently(packed)
      if (!document) return refuse(notPacked)
      const base = document as unknown as ProductionDocument
      return foreignFilm(grants, reelsOf(document)) ?? productions.restartJournal(id, base, lastSequence)
    },
    'history:read': async ({ id, from }) => productions.history(id, from),
    'menu:name': async (names) => {
      services.nameMenu(names)
      return ok(null)
    },
    'media:serve': async ({ path: file }) => films.serve(file),
    'media:open': async ({ path: file }) => films.open(file),
    'media:prepare': async ({ path: file, remedy }) => films.prepare(file, remedy),
    'media:cancel': async ({ path: file }) => films.cancel(file),
    'media:attachProxy': async ({ path: file, proxy }) => films.attachProxy(file, proxy),
    'made:start': async ({ path: file }) => films.startCopy(file),
    'made:finish': async ({ token }) => films.copies.finish(token),
    'made:drop': async ({ token }) => {
      films.copies.drop(token)
      return ok(null)
    },
    'ffmpeg:find': async () => ok(await ffmpeg.find()),
    'ffmpeg:choose': async () => {
      const chosen = await dialogs.chooseProgram()
      return chosen === null ? ok(await ffmpeg.find()) : ffmpeg.choose(chosen)
    },
    'ffmpeg:forget': async () => ok(await ffmpeg.forget()),
    'import:read': async ({ path: file, assumed }) =>
      grants.require(file) ?? opening(readImport(file, productions, assumed), file),
    'stems:choose': async () => ok(await dialogs.chooseStems()),
    'papers:choose': async () => ok(await dialogs.choosePapers()),
    'papers:check': async ({ paths }) => ok(await Promise.all(paths.map(isThere))),
    'mix:get': async ({ id }) => ok(services.mixes.get(id)),
    'mix:set': async ({ id, mix }) => {
      services.mixes.set(id, mix)
      return ok(null)
    },
    'artifact:write': async ({ name, text }) => writeArtifact(dialogs, name, text),
    'window:focus': async () => {
      services.focusWindow()
      return ok(null)
    },
    'picture:fullScreen': async ({ wish }) => {
      services.fillScreen(wish)
      return ok(null)
    },
    'window:close': async ({ stays }) => {
      services.closeWindow(stays)
      return ok(null)
    },
  }
}

/** What a packed document holds, still to be checked. Taking it in has held everybody up already. */
async function unpackedGently(packed: PackedDocument): Promise<ReturnType<typeof readPackedDocument>> {
  await othersTurn()
  return inBreaths(readPackedInSteps(packed))
}

const notPacked: Problem = {
  message: 'The production could not be saved.',
  expected: 'its document',
  found: 'something else',
  remedy: 'This is a fault in Needledrop. Your work is safe in the journal; restart and save again.',
}

async function startState(services: Services): Promise<StartState> {
  return {
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    settings: services.settings.all,
    recoverable: await services.productions.recoverable(),
    hasDemo: hasDemo(services.demoFolder),
    file: await services.takeStartFile(),
    problems: services.takeProblems(),
  }
}

/** The film that a new production was made from, if the user chose it. */
function chosenFilm(grants: Grants, reels: readonly unknown[]): string | null {
  return reels.map(filmOf).find((file) => file !== null && grants.has(file)) ?? null
}

/** A production that the user opened names the films and stems that it needs; each is probed before it is served. */
function grantMedia(grants: Grants, document: Pick<ProductionDocument, 'reels'>): void {
  for (const file of Object.values(document.reels).flatMap(filesOf)) grants.allowNamed(file)
}
