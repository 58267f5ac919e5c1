import { markerExporters } from '../shared/formats/markerExporters.ts'
import { renderArtifact } from '../shared/formats/renderArtifact.ts'
import { sourcesOf } from '../shared/formats/sources.ts'
import type { ProductionDocument } from '../shared/model/document.ts'

/** What one marker format costs on a document. */
export type MarkerFormatTime = { readonly id: string; readonly milliseconds: number }

/** The quickest of three runs of each marker format, the marker list made anew for each as on an export. */
export async function timeMarkerFormats(document: ProductionDocument): Promise<readonly MarkerFormatTime[]> {
  const times: MarkerFormatTime[] = []
  for (const exporter of markerExporters) {
    let quickest = Number.POSITIVE_INFINITY
    for (let run = 0; run < 3; run++) {
      const begun = performance.now()
      const sources = sourcesOf(document, { findings: [], today: '2026-01-01' })
      const rendering = renderArtifact(exporter, sources, {})
      while (!(await rendering.next()).done);
      quickest = Math.min(quickest, performance.now() - begun)
    }
    times.push({ id: exporter.id, milliseconds: quickest })
  }
  return times
}
