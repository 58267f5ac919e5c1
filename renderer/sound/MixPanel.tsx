import { X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { LevelSlider } from './LevelSlider.tsx'
import { Meter } from './Meter.tsx'
import styles from './MixPanel.module.css'
import { MixToggle } from './MixToggle.tsx'
import { decibels } from './mix.ts'
import { TrackRow } from './TrackRow.tsx'

/** Pixels between the panel and what it stands beside. */
const gap = 8

/** The mix: what is heard of the film's streams and of the stems, and how loud. It stands beside the picture, above the inspector. */
export function MixPanel({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const session = useSession()
  const panel = useRef<HTMLElement>(null)
  const tracks = useStore(session.sound.tracks)
  const close = () => session.moment.patch({ isMixOpen: false })
  useLayoutEffect(() => {
    const stand = () => panel.current && standBeside(panel.current, place.current)
    stand()
    window.addEventListener('resize', stand)
    return () => window.removeEventListener('resize', stand)
  }, [place])
  const streams = tracks.filter(({ stream }) => stream !== null)
  const stems = tracks.filter(({ stem }) => stem !== null)
  const attach = commandById('sound.attachStems')
  return createPortal(
    <section
      ref={panel}
      className={styles.panel}
      aria-label="Mix"
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        close()
        place.current?.querySelector('button')?.focus()
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>Mix</h2>
        <Button
          label={attach.label}
          onPress={() => runCommand(session, attach)}
          isDisabled={!(attach.when?.(session) ?? true)}
        />
        <Button kind="quiet" label="Close the mix" icon={<X size={14} />} onPress={close} />
      </header>
      <div className={styles.tracks}>
        <Tracks name="Film" tracks={streams} empty="This film has no sound." />
        <Tracks
          name="Stems"
          tracks={stems}
          empty="None. Attach dialogue, music and effects to hear the music alone."
        />
      </div>
      <Master />
      <Loudness />
    </section>,
    document.body,
  )
}

type TracksProps = {
  readonly name: string
  readonly tracks: readonly Parameters<typeof TrackRow>[0]['track'][]
  readonly empty: string
}

function Tracks({ name, tracks, empty }: TracksProps) {
  return (
    <fieldset className={styles.group} aria-label={name}>
      <h3 className={styles.groupName}>{name}</h3>
      {tracks.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      {tracks.map((track) => (
        <TrackRow key={track.key} track={track} />
      ))}
    </fieldset>
  )
}

function Master() {
  const session = useSession()
  const level = useStore(session.sound.mix, (mix) => mix.level)
  const isMuted = useStore(session.sound.mix, (mix) => mix.isMuted)
  return (
    <fieldset className={styles.master} aria-label="Everything">
      <span className={styles.masterName}>Everything</span>
      <span className={styles.switches}>
        <MixToggle
          kind="mute"
          label="Mute everything"
          isOn={isMuted}
          onChange={() => runCommand(session, commandById('sound.mute'))}
        />
      </span>
      <LevelSlider
        label="Level of everything"
        level={level}
        onChange={(next) => session.sound.change((mix) => ({ ...mix, level: next }))}
      />
      <Meter name="Everything" />
    </fieldset>
  )
}

/** What a screen reader can ask for in place of the meters: the loudest sample of the last moment. */
function Loudness() {
  const session = useSession()
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(() => {
    let loudest = 0
    const listen = setInterval(() => {
      loudest = Math.max(loudest, ...session.sound.peaks())
    }, 50)
    const tell = setInterval(() => {
      const level = Math.round(decibels(loudest))
      loudest = 0
      if (meter.current) meter.current.value = level
      meter.current?.setAttribute('aria-valuetext', level <= -60 ? 'silence' : `${level} decibels`)
    }, 500)
    return () => {
      clearInterval(listen)
      clearInterval(tell)
    }
  }, [session])
  return <meter ref={meter} className={styles.unseen} aria-label="Peak level" min={-60} max={0} value={-60} />
}

/** Puts the panel to the right of the transport bar, or inside the window's right edge where there is no room. */
function standBeside(panel: HTMLElement, button: HTMLElement | null): void {
  const bar = button?.closest('[role="toolbar"]')?.getBoundingClientRect()
  if (!bar) return
  const left = Math.min(bar.right + gap, window.innerWidth - panel.offsetWidth - gap)
  panel.style.setProperty('left', `${Math.max(gap, left)}px`)
  panel.style.setProperty('bottom', `${window.innerHeight - bar.bottom + gap}px`)
  panel.style.setProperty('max-height', `${bar.bottom - gap - 52}px`)
}
