import type { OptionValues } from '../shared/formats/exportOptions.ts'
import type { Artifact, Exporter } from '../shared/formats/format.ts'
import { renderArtifact } from '../shared/formats/renderArtifact.ts'
import type { Sources } from '../shared/formats/sources.ts'
import { ok, type Result } from '../shared/result.ts'
import { printedPages } from './printedPages.ts'

/** What a format writes, as it goes to disk; `onProgress` hears how much is done, from 0 to 1. */
export async function exportedData(
  exporter: Exporter,
  sources: Sources,
  options: OptionValues,
  onProgress: (done: number) => void = () => {},
): Promise<Result<string | Uint8Array>> {
  const rendering = renderArtifact(exporter, sources, options)
  for (;;) {
    const step = await rendering.next()
    if (step.done) return finished(step.value, onProgress)
    onProgress(step.value)
  }
}

async function finished(
  artifact: Artifact,
  onProgress: (done: number) => void,
): Promise<Result<string | Uint8Array>> {
  if (artifact.kind === 'pages') return printedPages(artifact, onProgress)
  return ok(artifact.kind === 'text' ? artifact.text : artifact.bytes)
}
