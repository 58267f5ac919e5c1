import { startTransition, useEffect, useState } from 'react'
import { LibraryDialog } from '../catalogue/LibraryDialog.tsx'
import { PasteTitlesDialog } from '../catalogue/PasteTitlesDialog.tsx'
import { TemplatesDialog } from '../catalogue/TemplatesDialog.tsx'
import { CommandPalette } from '../commands/CommandPalette.tsx'
import { PushDialog } from '../commands/PushDialog.tsx'
import { ShortcutSheet } from '../commands/ShortcutSheet.tsx'
import { BulkEditDialog } from '../cues/BulkEditDialog.tsx'
import { PasteDialog } from '../cues/PasteDialog.tsx'
import { FilmDialog } from '../film/FilmDialog.tsx'
import { OtherVersionDialog } from '../guard/OtherVersionDialog.tsx'
import { TakeOverDialog } from '../guard/TakeOverDialog.tsx'
import { NoteDialog } from '../notes/NoteDialog.tsx'
import { TimecodeEntry } from '../player/TimecodeEntry.tsx'
import { FindMediaDialog } from '../relink/FindMediaDialog.tsx'
import { FixAllDialog } from '../review/FixAllDialog.tsx'
import { IgnoreDialog } from '../review/IgnoreDialog.tsx'
import { BudgetDialog } from '../rights/BudgetDialog.tsx'
import { LetterDialog } from '../rights/LetterDialog.tsx'
import { OverruleDialog } from '../rights/OverruleDialog.tsx'
import { WhatIfDialog } from '../rights/WhatIfDialog.tsx'
import { SegmentDialog } from '../segments/SegmentDialog.tsx'
import { ProductionDialog } from '../settings/ProductionDialog.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Notices } from '../ui/Notices.tsx'
import { VersionsDialog } from '../versions/VersionsDialog.tsx'
import { Opening } from './Opening.tsx'
import { Welcome } from './Welcome.tsx'
import { Workspace } from './Workspace.tsx'

/** The window: the welcome screen or the workspace, and whatever dialog is open above it. */
export function App() {
  const session = useSession()
  const hasStarted = useStore(session.start, (start) => start !== null)
  const work = useWorkGently(session)
  const hasWork = work !== null
  const opening = useStore(session.opening)
  const dialog = useStore(session.moment, (moment) => moment.dialog)
  if (!hasStarted) return null
  return (
    <>
      {work ? <Workspace work={work} /> : opening ? <Opening name={opening.name} /> : <Welcome />}
      {dialog === 'palette' ? <CommandPalette /> : null}
      {dialog === 'shortcuts' ? <ShortcutSheet /> : null}
      {dialog === 'settings' ? <SettingsDialog /> : null}
      {dialog === 'timecode' && hasWork ? <TimecodeEntry /> : null}
      {dialog === 'production' && hasWork ? <ProductionDialog /> : null}
      {dialog === 'film' && hasWork ? <FilmDialog /> : null}
      {dialog === 'note' && hasWork ? <NoteDialog /> : null}
      {dialog === 'segment' && hasWork ? <SegmentDialog /> : null}
      {dialog === 'media' && hasWork ? <FindMediaDialog /> : null}
      {dialog === 'push' && hasWork ? <PushDialog /> : null}
      {dialog === 'versions' ? <VersionsDialog /> : null}
      {dialog === 'otherVersion' && hasWork ? <OtherVersionDialog /> : null}
      {dialog === 'ignore' && hasWork ? <IgnoreDialog /> : null}
      {dialog === 'fixAll' && hasWork ? <FixAllDialog /> : null}
      {dialog === 'paste' && hasWork ? <PasteDialog /> : null}
      {dialog === 'bulkEdit' && hasWork ? <BulkEditDialog /> : null}
      {dialog === 'overrule' && hasWork ? <OverruleDialog /> : null}
      {dialog === 'budget' && hasWork ? <BudgetDialog /> : null}
      {dialog === 'whatIf' && hasWork ? <WhatIfDialog /> : null}
      {dialog === 'letter' && hasWork ? <LetterDialog /> : null}
      {dialog === 'takeOver' && hasWork ? <TakeOverDialog /> : null}
      {dialog === 'library' && hasWork ? <LibraryDialog /> : null}
      {dialog === 'pasteTitles' && hasWork ? <PasteTitlesDialog /> : null}
      {dialog === 'templates' ? <TemplatesDialog /> : null}
      <Notices />
    </>
  )
}

/** The open production, shown in slices: the whole workspace in one go would hold the window's thread for too long. */
function useWorkGently(session: Session): OpenWork | null {
  const [work, setWork] = useState(session.work.value)
  useEffect(() => session.work.subscribe((next) => startTransition(() => setWork(next))), [session])
  return work
}
