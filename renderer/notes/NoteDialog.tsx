import { useEffect, useRef } from 'react'
import { commandById, runCommand } from '../commands/commands.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { focusField, isEnterIn } from '../ui/focusField.ts'
import { NoteFields } from './NoteFields.tsx'

/** The text of the selected note. Enter stores it and closes. */
export function NoteDialog() {
  const session = useSession()
  const document = useDocument()
  const picked = useStore(session.timeline.picked)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => focusField(place.current, 'noteText'), [])
  const note = picked?.table === 'notes' ? document?.notes[picked.id] : undefined
  const close = () => session.moment.patch({ dialog: 'none' })
  if (!note || !document) return null
  return (
    <Dialog
      title="Note"
      subtitle={document.reels[note.reel]?.label}
      size="small"
      onKey={(event) => {
        if (isEnterIn(event, 'noteText')) close()
      }}
    >
      <DialogBody>
        <div ref={place}>
          <NoteFields key={note.id} note={note} document={document} />
        </div>
      </DialogBody>
      <DialogActions note="A hit point, a door, a look: whatever music has to meet.">
        <Button
          label="Remove"
          onPress={() => {
            close()
            runCommand(session, commandById('note.remove'))
          }}
        />
        <Button kind="primary" label="Done" keys="Enter" onPress={close} />
      </DialogActions>
    </Dialog>
  )
}
