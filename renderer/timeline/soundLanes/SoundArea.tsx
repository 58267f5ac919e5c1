import { AudioWaveform, Rows3 } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { commandById, runCommand } from '../../commands/commands.ts'
import { type OpenWork, type Session, useSession } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import { Button } from '../../ui/Button.tsx'
import { SpectrogramLane } from '../spectrogram/SpectrogramLane.tsx'
import type { TimelineSceneMaker } from '../timelineScene.ts'
import styles from './SoundArea.module.css'
import { SoundLanes } from './SoundLanes.tsx'
import { type SoundLane, soundLanes } from './soundLane.ts'

type SoundAreaProps = {
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker | null
  /** Buttons that stand beside those for lanes and spectrogram. */
  readonly tools: ReactNode
  /** The sound that is listened to, as the timeline paints it; hidden while each track has a lane. */
  readonly children: ReactNode
}

/** The sound of the timeline: what is listened to, or each track in its lane, and the spectrogram. */
export function SoundArea({ work, maker, tools, children }: SoundAreaProps) {
  const session = useSession()
  const hasLanes = useStore(session.settings, (settings) => settings.soundLanes)
  const hasSpectrogram = useStore(session.settings, (settings) => settings.spectrogram)
  const lanes = useSoundLanes(session, work)
  return (
    <div className={styles.area} data-shares={hasSpectrogram}>
      <div className={styles.mix} hidden={hasLanes}>
        {children}
      </div>
      {hasLanes ? <SoundLanes work={work} maker={maker} lanes={lanes} /> : null}
      {hasSpectrogram && maker ? <SpectrogramLane work={work} maker={maker} lanes={lanes} /> : null}
      <div className={styles.tools} role="presentation" onPointerDown={(event) => event.stopPropagation()}>
        {tools}
        <Toggle id="view.soundLanes" isOn={hasLanes} icon={<Rows3 size={13} />} />
        <Toggle id="view.spectrogram" isOn={hasSpectrogram} icon={<AudioWaveform size={13} />} />
      </div>
    </div>
  )
}

function Toggle({
  id,
  isOn,
  icon,
}: {
  readonly id: string
  readonly isOn: boolean
  readonly icon: ReactNode
}) {
  const session = useSession()
  const command = commandById(id)
  return (
    <Button
      kind="quiet"
      label={command.label}
      icon={icon}
      keys={command.keys[0]}
      isPressed={isOn}
      onPress={() => runCommand(session, command)}
    />
  )
}

function useSoundLanes(session: Session, work: OpenWork): readonly SoundLane[] {
  const films = useStore(session.films.films)
  const stemFiles = useStore(session.sound.stemFiles)
  const document = useStore(work.documents.state, (state) => state.document)
  const { reels, production } = document
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the document only reels and rate matter, and cues change often
  return useMemo(() => soundLanes(document, films, stemFiles), [reels, production.rate, films, stemFiles])
}
