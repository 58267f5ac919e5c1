import path from 'node:path'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Dialogs } from '../dialogs.ts'
import type { CatalogueThread } from './catalogueThread.ts'

type CatalogueHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `catalogue:${string}` | `templates:${string}`>
>

/** The handlers of the personal catalogue and of the series templates. Files are chosen by the user and named by nobody else. */
export function catalogueHandlers({
  catalogue,
  dialogs,
}: {
  readonly catalogue: CatalogueThread
  readonly dialogs: Dialogs
}): CatalogueHandlers {
  return {
    'catalogue:state': () => catalogue.run('state', null),
    'catalogue:search': (wanted) => catalogue.run('search', wanted),
    'catalogue:list': (wanted) => catalogue.run('list', wanted),
    'catalogue:alternatives': (wanted) => catalogue.run('alternatives', wanted),
    'catalogue:learn': ({ document }) => catalogue.run('learn', { document, isAsked: true }),
    'catalogue:remove': (entry) => catalogue.run('remove', entry),
    'catalogue:set': (wish) => catalogue.run('set', wish),
    'catalogue:clear': () => catalogue.run('clear', null),
    'catalogue:export': async () => {
      const file = await dialogs.chooseTarget('My music.ndcatalogue')
      if (file === null) return ok(null)
      const written = await catalogue.run('write', file)
      return written.ok ? ok(path.basename(file)) : written
    },
    'catalogue:import': async () => {
      const file = await dialogs.choose('catalogue')
      return file === null ? ok(null) : catalogue.run('take', file)
    },
    'templates:list': () => catalogue.run('templates', null),
    'templates:read': ({ id }) => catalogue.run('readTemplate', id),
    'templates:keep': ({ template }) => catalogue.run('keepTemplate', template),
    'templates:remove': ({ id }) => catalogue.run('removeTemplate', id),
    'templates:export': async ({ id }) => {
      const template = await catalogue.run('readTemplate', id)
      if (!template.ok) return template
      const name = template.value.name.replaceAll(/[\\/:*?"<>|]/g, '-')
      const file = await dialogs.chooseTarget(`${name}.ndtemplate`)
      if (file === null) return ok(null)
      const written = await catalogue.run('writeTemplate', { id, file })
      return written.ok ? ok(path.basename(file)) : written
    },
    'templates:import': async () => {
      const file = await dialogs.choose('template')
      return file === null ? ok(null) : catalogue.run('takeTemplate', file)
    },
  }
}
