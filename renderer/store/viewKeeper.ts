import type { KeptView } from '../../shared/ipc/keptView.ts'
import { request } from '../ipc.ts'
import type { OpenWork, Session } from './session.ts'

/** Milliseconds after a move until the place is kept: while the playhead stands, and while it runs. */
const pauses = { standing: 400, running: 2000 } as const
/** A larger selection is not kept. */
const mostSelected = 1000

/** What was kept last, so that nothing is written twice. */
const kept = new WeakMap<OpenWork, string>()

/** Keeps where the editor is in each production, a moment after it has changed. */
export function connectView(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const moved = () => {
    if (timer !== null || !session.work.value) return
    const { running, standing } = pauses
    const pause = session.playhead.state.value.speed === 0 ? standing : running
    timer = setTimeout(() => {
      timer = null
      void keepView(session)
    }, pause)
  }
  for (const store of [session.timeline.view, session.timeline.picked, session.playhead.state])
    store.subscribe(moved)
  session.moment.subscribe(moved)
  session.scrolls.subscribe(moved)
}

/** Keeps where the editor is now; resolves when that is written. */
export async function keepView(session: Session): Promise<void> {
  const work = session.work.value
  if (!work) return
  const view = currentView(session)
  const text = JSON.stringify(view)
  if (kept.get(work) === text) return
  kept.set(work, text)
  await request('view:keep', { id: work.id, view })
}

/** Where the editor was in a production; null where that is not known. */
export async function keptView(id: string): Promise<KeptView | null> {
  const view = await request('view:get', { id })
  return view.ok ? view.value : null
}

function currentView({ playhead, timeline, moment, scrolls }: Session): KeptView {
  const { selection, panel, isMixOpen, room } = moment.value
  const { first, pixelsPerFrame, width } = timeline.view.value
  return {
    place: playhead.place,
    selection: selection.length > mostSelected ? [] : [...selection],
    picked: timeline.picked.value,
    timeline: { first, pixelsPerFrame, width },
    panel,
    isMixOpen,
    room,
    scroll: scrolls.value,
  }
}
