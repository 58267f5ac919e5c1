import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { versionRule } from '../../shared/files/keptVersions.ts'
import type { ListedVersion, VersionList } from '../../shared/ipc/versions.ts'
import type { Problem } from '../../shared/result.ts'
import { onlyLooks } from '../guard/openForEditing.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import { type LookedInto, useVersion, useVersionList, type VersionsOf } from './useVersions.ts'
import { VersionContent } from './VersionContent.tsx'
import { VersionRows } from './VersionRows.tsx'
import styles from './Versions.module.css'
import { openVersion, restoreVersion, saveVersion } from './versionActions.ts'
import { calledVersion, sizeWords } from './versionWords.ts'

/** The kept versions of the open production, or of a file that need not be there any more. */
export function VersionsDialog() {
  const session = useSession()
  const file = useStore(session.moment, (moment) => moment.versionsOf)
  const work = useStore(session.work)
  if (file) {
    const name = file.path.split(/[\\/]/).at(-1) ?? file.path
    return <Versions of={{ path: file.path }} name={name} problem={file.problem} />
  }
  return work ? <Versions of={{ id: work.id }} name="" problem={null} /> : null
}

type VersionsProps = {
  readonly of: VersionsOf
  /** The file's name; empty for the open production. */
  readonly name: string
  /** Why the file could not be opened. */
  readonly problem: Problem | null
}

function Versions({ of, name, problem }: VersionsProps) {
  const { list, problem: unread } = useVersionList(of)
  const [chosen, setChosen] = useState<string | null>(null)
  const versions = list?.versions ?? []
  const version =
    versions.find(({ key }) => key === chosen) ?? versions.find(({ isGood }) => isGood) ?? versions[0] ?? null
  const looked = useVersion(version)
  const act = useVersionAction(of, list, version, looked)
  const heard = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    act.run?.()
  }
  const told =
    unread ??
    (problem && { ...problem, remedy: 'Open a version below. The newest good one is chosen already.' })
  return (
    <Dialog title={name === '' ? 'Versions' : `Versions of ${name}`} size="large" onKey={heard}>
      {told ? (
        <div className={styles.problem} role="alert">
          <ProblemDetails problem={told} />
        </div>
      ) : null}
      <div className={styles.browser}>
        {list && version ? (
          <>
            <VersionRows versions={versions} chosen={version} onChoose={setChosen} />
            <VersionContent version={version} looked={looked} isOpen={'id' in of} />
          </>
        ) : (
          <NoVersions isRead={list !== null} />
        )}
      </div>
      <DialogActions note={<Rule list={list} />}>
        <Button
          label="Save as a file…"
          isDisabled={!version?.isGood}
          onPress={() => void (version && act.save(version))}
        />
        <Button
          kind="primary"
          label={act.label}
          keys="$mod+Enter"
          isDisabled={act.run === null}
          onPress={() => act.run?.()}
        />
      </DialogActions>
    </Dialog>
  )
}

/** What is done with the chosen version: restored in the open production, or opened with its file. */
function useVersionAction(
  of: VersionsOf,
  list: VersionList | null,
  version: ListedVersion | null,
  looked: LookedInto | null,
) {
  const session = useSession()
  const called = version ? calledVersion(version.at, new Date()) : 'the version'
  const document = looked?.document
  const save = (wanted: ListedVersion) => saveVersion(session, wanted)
  if ('id' in of) {
    const run =
      version && document && !onlyLooks(session) ? () => restoreVersion(session, version, document) : null
    return { label: `Restore ${called}`, run, save }
  }
  const file = { path: of.path, isWhole: list?.file === 'whole' }
  const run = version && document ? () => void openVersion(session, version, document, file) : null
  return { label: `${file.isWhole ? 'Open and restore' : 'Open'} ${called}`, run, save }
}

function NoVersions({ isRead }: { readonly isRead: boolean }): ReactNode {
  return (
    <p className={styles.none} role="status">
      {isRead ? 'No version is kept yet. Each save keeps one.' : 'Reading the versions…'}
    </p>
  )
}

function Rule({ list }: { readonly list: VersionList | null }) {
  const most = sizeWords(versionRule.mostBytes)
  const bytes = list ? `${sizeWords(list.bytes)} of at most ${most} for a file. ` : ''
  return (
    <>
      {bytes}Kept: every save of the last hour, the last of each hour for a day, the last of each day for 90
      days.
    </>
  )
}
