import { useEffect, useRef } from 'react'
import { commandById, runCommand } from '../commands/commands.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { focusField, isEnterIn } from '../ui/focusField.ts'
import { SegmentFields } from './SegmentFields.tsx'

/** Name and kind of the selected segment. Enter in the name stores it and closes. */
export function SegmentDialog() {
  const session = useSession()
  const document = useDocument()
  const picked = useStore(session.timeline.picked)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => focusField(place.current, 'segmentLabel'), [])
  const segment = picked?.table === 'segments' ? document?.segments[picked.id] : undefined
  const close = () => session.moment.patch({ dialog: 'none' })
  if (!segment || !document) return null
  return (
    <Dialog
      title="Segment"
      subtitle={document.reels[segment.reel]?.label}
      size="small"
      onKey={(event) => {
        if (isEnterIn(event, 'segmentLabel')) close()
      }}
    >
      <DialogBody>
        <div ref={place}>
          <SegmentFields key={segment.id} segment={segment} document={document} />
        </div>
      </DialogBody>
      <DialogActions note="Acts count as show, breaks do not.">
        <Button
          label="Remove"
          onPress={() => {
            close()
            runCommand(session, commandById('segment.remove'))
          }}
        />
        <Button kind="primary" label="Done" keys="Enter" onPress={close} />
      </DialogActions>
    </Dialog>
  )
}
