import { memo, useMemo } from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { LicenceFields } from '../licensing/LicenceFields.tsx'
import { useProjection } from '../review/findings.ts'
import { FieldMarksProvider } from '../ui/FieldMarks.tsx'
import { CueFindings } from './CueFindings.tsx'
import { cueMusic } from './cueMusic.ts'
import { gravestByField } from './fieldOfFinding.ts'
import { InspectorHeader } from './InspectorHeader.tsx'
import { InspectorSection } from './InspectorSection.tsx'
import { KindFields } from './KindFields.tsx'
import { MusicFields } from './MusicFields.tsx'
import { SceneFields } from './SceneFields.tsx'
import { TimeFields } from './TimeFields.tsx'
import { UsageLine } from './UsageLine.tsx'

/*
 * A drag shows other times many times a second; only what shows times is drawn again then.
 */
const Kind = memo(KindFields)
const Music = memo(MusicFields)
const Licences = memo(LicenceFields)
const Scene = memo(SceneFields)

const noFindings: readonly Finding[] = []

type OneCueProps = {
  readonly cue: Cue
  /** The cue as it shows while it is being dragged. */
  readonly shown: Cue
  readonly document: ProductionDocument
  readonly goTo: (field: string) => void
}

/** The inspector of a single cue. */
export function OneCue({ cue, shown, document, goTo }: OneCueProps) {
  const { findingsOf, useOf } = useProjection(document)
  const findings = findingsOf.get(cue.id) ?? noFindings
  const marks = useMemo(() => gravestByField(findings, cue, document), [findings, cue, document])
  const cues = useMemo(() => [cue], [cue])
  return (
    <FieldMarksProvider value={marks}>
      <InspectorHeader
        cue={cue}
        work={cueMusic(document, cue).work}
        findings={findings}
        document={document}
      />
      <CueFindings cue={cue} document={document} findings={findings} goTo={goTo} />
      <InspectorSection name="times" title="Where it is" folds={false}>
        <TimeFields cue={shown} document={document} />
      </InspectorSection>
      <InspectorSection name="kind" title="What it is">
        <Kind cues={cues} />
        <UsageLine cue={cue} production={document.production} />
      </InspectorSection>
      <InspectorSection name="music" title="Music">
        <Music cue={cue} document={document} />
      </InspectorSection>
      <InspectorSection name="licences" title="Licences">
        <Licences cue={cue} use={useOf.get(cue.id) ?? null} document={document} />
      </InspectorSection>
      <InspectorSection name="scene" title="Scene and notes">
        <Scene cues={cues} />
      </InspectorSection>
    </FieldMarksProvider>
  )
}
