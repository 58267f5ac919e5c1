import { type CuePatch, retypeCues, setCueDiegesis, updateCues } from '../../shared/edits/cueFieldEdits.ts'
import {
  type Cue,
  cueOrigins,
  cueStates,
  cueTypes,
  diegeses,
  prominences,
  sourceVisibilities,
  themeRoles,
  vocalKinds,
} from '../../shared/model/cue.ts'
import { commandById } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { Choice, type Option } from '../ui/Choice.tsx'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { TagChip } from '../ui/TagChip.tsx'
import {
  diegesisNames,
  originNames,
  prominenceNames,
  stateNames,
  themeRoleNames,
  typeNames,
  visibilityNames,
  vocalNames,
} from '../ui/words.ts'
import { DiegesisSwatch } from './DiegesisSwatch.tsx'
import styles from './Inspector.module.css'
import { optionsOf } from './optionsOf.ts'
import { sharedValue } from './sharedValue.ts'

const types = optionsOf(cueTypes, typeNames, {
  sign: (type) => <TagChip type={type} />,
  keys: (type) => commandById(`cue.type.${type}`).keys[0],
})
const diegesisKinds = optionsOf(diegeses, diegesisNames, {
  sign: (diegesis) => <DiegesisSwatch diegesis={diegesis} />,
  keys: (diegesis) => commandById(`cue.diegesis.${diegesis}`).keys[0],
})

type Axis = {
  readonly field: 'vocals' | 'sourceVisibility' | 'origin' | 'themeRole' | 'prominence' | 'state'
  readonly label: string
  readonly options: readonly Option<string>[]
  /** The few values that show side by side. */
  readonly isOpen?: boolean
}

const axes: readonly Axis[] = [
  { field: 'vocals', label: 'Vocals', options: optionsOf(vocalKinds, vocalNames) },
  {
    field: 'sourceVisibility',
    label: 'Source seen',
    options: optionsOf(sourceVisibilities, visibilityNames),
  },
  { field: 'origin', label: 'Origin', options: optionsOf(cueOrigins, originNames) },
  { field: 'themeRole', label: 'Theme role', options: optionsOf(themeRoles, themeRoleNames) },
  {
    field: 'prominence',
    label: 'Prominence',
    options: optionsOf(prominences, prominenceNames),
    isOpen: true,
  },
  { field: 'state', label: 'State', options: optionsOf(cueStates, stateNames), isOpen: true },
]

/** What the cues are, on every axis that decides how they are reported and licensed. */
export function KindFields({ cues }: { readonly cues: readonly Cue[] }) {
  const session = useSession()
  const ids = cues.map((cue) => cue.id)
  return (
    <div className={styles.fields}>
      <Choice
        name="type"
        label="Type"
        options={types}
        value={sharedValue(cues, (cue) => cue.type)}
        onChange={(type) => void session.apply(retypeCues(ids, type))}
      />
      <Choice
        name="diegesis"
        label="Diegesis"
        options={diegesisKinds}
        value={sharedValue(cues, (cue) => cue.diegesis)}
        onChange={(diegesis) => void session.apply(setCueDiegesis(ids, diegesis))}
      />
      {axes.map(({ field, label, options, isOpen }) => {
        const Control = isOpen ? ChoiceSegments<string> : Choice<string>
        return (
          <Control
            key={field}
            name={field}
            label={label}
            options={options}
            value={sharedValue(cues, (cue) => cue[field])}
            onChange={(value) => void session.apply(updateCues(ids, { [field]: value } as CuePatch))}
          />
        )
      })}
    </div>
  )
}
