import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'

/** Lets the catalogue be read once a production is open, behind everything else, and tells what became of its file. */
export function connectCatalogue(session: Session): void {
  void session.work
    .when((work) => work !== null)
    .then(() => requestIdleCallback(() => void read(session), { timeout: 3000 }))
}

async function read(session: Session): Promise<void> {
  const state = await request('catalogue:state', {})
  const problem = state.ok ? state.value.problem : state.problem
  if (problem) session.tell(problem)
}
