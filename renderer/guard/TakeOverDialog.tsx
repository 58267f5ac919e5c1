import { openPath } from '../store/openings.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { holderTimes, holderWords } from './guardWords.ts'

/** Asks before a production is opened for editing that somebody else has open. */
export function TakeOverDialog() {
  const work = useStore(useSession().work)
  return work ? <TakeOver work={work} /> : null
}

function TakeOver({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const hold = useStore(work.guard, (guard) => guard.hold)
  const path = useStore(work.saved, (saved) => saved.path)
  const close = () => session.moment.patch({ dialog: 'none' })
  const holder = hold.kind === 'theirs' ? hold.holder : null
  const open = () => {
    close()
    if (path) void openPath(session, path, holder?.session ?? null)
  }
  return (
    <Dialog title="Open for editing anyway?" size="small">
      <DialogBody>
        {holder ? (
          <p>
            {holderWords(holder)} has had this production open {holderTimes(holder, new Date())}.
          </p>
        ) : (
          <p>Nobody has this production open any more.</p>
        )}
        <p>
          If they still work on it, both of you can save. Nothing is lost then: whoever saves second is shown
          what differs, and both versions are kept. But somebody has to bring them together.
        </p>
      </DialogBody>
      <DialogActions>
        <Button label="Open for editing" onPress={open} />
        <Button label="Go on looking" kind="primary" onPress={close} />
      </DialogActions>
    </Dialog>
  )
}
