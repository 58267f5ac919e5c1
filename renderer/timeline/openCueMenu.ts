import type { Session } from '../store/session.ts'

/** Opens the menu of the selected cues at the first of them that is seen, else at the middle of the timeline. */
export function openCueMenu(session: Session): void {
  const area = document.querySelector('[data-testid="timeline-detail"]')?.getBoundingClientRect()
  if (!area) return
  const blocks = session.moment.value.selection.flatMap(
    (id) => document.querySelector(`[data-item="${CSS.escape(id)}"]`)?.getBoundingClientRect() ?? [],
  )
  const seen = blocks.find(({ left, right }) => right > area.left && left < area.right)
  const cueMenu = seen
    ? { x: Math.max(area.left, seen.left) + 8, y: seen.bottom }
    : { x: area.left + area.width / 2, y: area.bottom - 40 }
  session.moment.patch({ cueMenu })
}
