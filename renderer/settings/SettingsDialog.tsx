import type { ReactNode } from 'react'
import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { rulerUnitNames } from '../timeline/rulerUnits.ts'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { Dialog, DialogBody } from '../ui/Dialog.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FfmpegSetting } from './FfmpegSetting.tsx'
import { keepSettings } from './keepSettings.ts'
import { MarkingSettings } from './MarkingSettings.tsx'
import styles from './SettingsDialog.module.css'

/** What is remembered between runs; every change counts at once. */
export function SettingsDialog() {
  return (
    <Dialog title="Settings" subtitle="Changes count at once." size="small">
      <DialogBody>
        <div className={styles.settings}>
          <SettingChoice
            name="theme"
            label="Theme"
            options={{ dark: 'Dark', light: 'Light' }}
            hint="The light theme is for bright rooms and for paper people."
          />
          <SettingChoice
            name="follow"
            label="Follow"
            options={{ off: 'Off', page: 'By page', centred: 'Centred' }}
            hint="While playing, the timeline stays where it is, turns a page, or moves under the playhead."
          />
          <SettingChoice
            name="rulerUnits"
            label="Ruler"
            options={rulerUnitNames}
            hint="What the timeline’s ruler counts in. Feet and frames begin at 0 with the first frame of each reel’s film."
          />
          <SettingCheck
            name="waveAutoGain"
            label="Draw quiet sound as tall as the lane"
            hint="The loudest sound in sight reaches the top. It changes what is drawn, never what is heard."
          />
          <SettingChoice
            name="bigStep"
            label="Big step"
            options={{ '5 frames': '5 frames', '10 frames': '10 frames', '1 second': '1 second' }}
            hint="What Shift with ← or → moves by: 5 as in Premiere, 1 second as in Resolve, 10 as in Avid and Final Cut."
          />
          <SettingChoice
            name="preRoll"
            label="Pre-roll"
            options={rolls}
            hint="How much is played before the playhead, or the edge, when / plays around it."
          />
          <SettingChoice
            name="postRoll"
            label="Post-roll"
            options={rolls}
            hint="How much is played after it."
          />
          <SettingCheck
            name="hoverPictures"
            label="Show the picture while pointing at the timeline"
            hint="A small picture of the frame under the pointer, with its timecode."
          />
          <SettingCheck
            name="snapping"
            label="Dragged edges catch"
            hint="On the playhead, other edges, notes, acts and reel ends. Ctrl or ⌘ held while dragging lifts it."
          />
          <SettingCheck
            name="outIncludesShownFrame"
            label="O includes the shown frame"
            hint="On: the shown frame is the last with music, as in Premiere and Resolve. Off: it is the first without."
          />
          <MarkingSettings />
          <SettingCheck
            name="byteOrderMark"
            label="Exported text files begin with a byte-order mark"
            hint="Excel needs it to read accents. Some upload forms refuse it."
          />
          <FfmpegSetting />
        </div>
      </DialogBody>
    </Dialog>
  )
}

type ChoiceName = 'theme' | 'follow' | 'rulerUnits' | 'bigStep' | 'preRoll' | 'postRoll'

const rolls = { '1 s': '1 s', '2 s': '2 s', '3 s': '3 s', '5 s': '5 s' } as const

type SettingChoiceProps<Name extends ChoiceName> = {
  readonly name: Name
  readonly label: string
  /** The values with what to call them, in order. */
  readonly options: Readonly<Record<Settings[Name], string>>
  readonly hint: string
}

function SettingChoice<Name extends ChoiceName>({ name, label, options, hint }: SettingChoiceProps<Name>) {
  const session = useSession()
  const value = useStore(session.settings, (settings) => settings[name])
  const values = Object.keys(options) as Settings[Name][]
  return (
    <Setting hint={hint}>
      <ChoiceSegments
        name={name}
        label={label}
        options={values.map((id) => ({ id, name: options[id] }))}
        value={value}
        onChange={(chosen) => void keepSettings(session, { [name]: chosen })}
      />
    </Setting>
  )
}

type SettingCheckProps = {
  readonly name: 'waveAutoGain' | 'outIncludesShownFrame' | 'byteOrderMark' | 'hoverPictures' | 'snapping'
  readonly label: string
  readonly hint: string
}

function SettingCheck({ name, label, hint }: SettingCheckProps) {
  const session = useSession()
  const value = useStore(session.settings, (settings) => settings[name])
  return (
    <Setting hint={hint}>
      <FieldCheck
        name={name}
        label={label}
        value={value}
        onChange={(isOn) => void keepSettings(session, { [name]: isOn })}
      />
    </Setting>
  )
}

function Setting({ hint, children }: { readonly hint: string; readonly children: ReactNode }) {
  return (
    <div className={styles.setting}>
      {children}
      <p className={styles.hint}>{hint}</p>
    </div>
  )
}
