import { type HistoryEntry, nextRedo, nextUndo } from '../../shared/edits/history.ts'
import { request } from '../ipc.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { followTyping, textUndo, typingNow } from '../ui/textUndo.ts'

/** Milliseconds that the menu waits for more edits before it is named anew. */
const patience = 120

/** Reads the kept history of what is opened, and names Undo and Redo in the menu. */
export function connectHistory(session: Session): void {
  const naming = new MenuNaming(session)
  let forget = () => {}
  session.work.subscribe((work) => {
    forget()
    forget = work ? work.documents.state.subscribe(() => naming.soon()) : () => {}
    naming.soon()
    if (work) void readKept(session, work)
  })
  followTyping(document)
  textUndo.subscribe(() => naming.soon())
}

/** Gives the document's store the steps of earlier sessions, slice by slice. */
async function readKept(session: Session, work: OpenWork): Promise<void> {
  const kept: HistoryEntry[] = []
  for (let isOver = false; !isOver; ) {
    await idle()
    if (session.work.value !== work) return
    const read = await request('history:read', { id: work.id, from: kept.length })
    if (session.work.value !== work) return
    if (!read.ok) {
      session.tell(read.problem)
      work.documents.takeKept([], 0)
      return
    }
    const { steps, count, position, warnings } = read.value
    for (const warning of warnings) session.tell(warning)
    for (const { label, made, texts } of steps)
      kept.push({ label, made, change: { texts }, key: null, at: 0 })
    isOver = steps.length === 0 || kept.length >= count
    if (isOver) work.documents.takeKept(kept, position)
  }
}

/** Resolves when the window has nothing else to do, after a second at the latest. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }))
}

class MenuNaming {
  readonly #session: Session
  #timer: ReturnType<typeof setTimeout> | undefined
  #named = ''

  constructor(session: Session) {
    this.#session = session
  }

  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#name()
    }, patience)
  }

  #name(): void {
    const history = this.#session.work.value?.documents.state.value.history
    const typed = typingNow()
    const names = {
      undo: typed?.canUndo ? 'Typing' : nameOf(history ? nextUndo(history) : null),
      redo: typed?.canRedo ? 'Typing' : nameOf(history ? nextRedo(history) : null),
    }
    const named = JSON.stringify(names)
    if (named === this.#named) return
    this.#named = named
    void request('menu:name', names)
  }
}

function nameOf(entry: HistoryEntry | null): string | null {
  return entry?.label ?? null
}
