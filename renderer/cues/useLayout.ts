import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { allColumns, shownColumns } from './columns.ts'

type CueTableSettings = Settings['cueTable']

/** Changes how the table is laid out; kept in the settings. */
export type Layout = {
  /** Up, then down, then in the order of the film; further sorts within what is sorted already. */
  readonly sortBy: (id: string, isFurther: boolean) => void
  readonly groupBy: (id: string | null) => void
  readonly move: (id: string, by: number) => void
  readonly hide: (id: string) => void
  /** Shows these columns and no others, in the order in which they are or would be. */
  readonly show: (ids: ReadonlySet<string>) => void
  /** Makes a column wider by so many rem; null gives it its usual width. */
  readonly resize: (id: string, by: number | null) => void
  /** Shows a width in rem while it is dragged, and keeps what is shown. */
  readonly preview: (id: string, width: number) => void
  readonly keep: () => void
  readonly reset: () => void
}

/** Changes how the table is laid out. */
export function useLayout(): Layout {
  const session = useSession()
  const now = () => session.settings.value.cueTable
  const set = (patch: Partial<CueTableSettings>) =>
    void keepSettings(session, { cueTable: { ...now(), ...patch } })
  const shown = () => shownColumns(now().columns).map(({ id, width }) => ({ id, width }))
  const widthOf = (id: string) => {
    const column = shownColumns(now().columns).find((candidate) => candidate.id === id)
    return column ? (column.width ?? column.least) : 4
  }
  const withWidth = (id: string, width: number | null) =>
    shown().map((column) =>
      column.id === id ? { id, width: width === null ? null : Math.max(2, Math.min(60, width)) } : column,
    )
  return {
    sortBy: (id, isFurther) => {
      const { sort } = now()
      const present = sort.find((key) => key.id === id)
      const others = isFurther ? sort.filter((key) => key.id !== id) : []
      const next = present ? (present.isDown ? [] : [{ id, isDown: true }]) : [{ id, isDown: false }]
      const place = isFurther ? sort.findIndex((key) => key.id === id) : -1
      set({
        sort:
          place < 0
            ? [...others, ...next].slice(-8)
            : [...others.slice(0, place), ...next, ...others.slice(place)],
      })
    },
    groupBy: (id) => set({ group: id }),
    move: (id, by) => {
      const columns = shown()
      const from = columns.findIndex((column) => column.id === id)
      const to = from + by
      const [column] = columns.slice(from, from + 1)
      if (!column || to < 0 || to >= columns.length) return
      const others = columns.filter((other) => other !== column)
      set({ columns: [...others.slice(0, to), column, ...others.slice(to)] })
    },
    hide: (id) => {
      const columns = shown().filter((column) => column.id !== id)
      if (columns.length > 0) set({ columns })
    },
    show: (ids) => {
      const kept = shown().filter(({ id }) => ids.has(id))
      const more = allColumns.filter(({ id }) => ids.has(id) && !kept.some((column) => column.id === id))
      if (kept.length + more.length > 0) {
        set({ columns: [...kept, ...more.map(({ id }) => ({ id, width: null }))] })
      }
    },
    resize: (id, by) => set({ columns: withWidth(id, by === null ? null : widthOf(id) + by) }),
    preview: (id, width) => session.settings.patch({ cueTable: { ...now(), columns: withWidth(id, width) } }),
    keep: () => set({}),
    reset: () => set({ columns: null }),
  }
}
