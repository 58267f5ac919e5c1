import type { OptionValues } from './exportOptions.ts'
import type { Artifact, Exporter, ExporterFrom, SourceName } from './format.ts'
import type { Sources } from './sources.ts'

/**
 * Makes what a format writes, whatever its kind: yields how much is done, from 0 to 1, and returns the artifact. Whoever
 * wants it no longer calls `return` on the generator.
 */
export async function* renderArtifact(
  exporter: Exporter,
  sources: Sources,
  options: OptionValues,
): AsyncGenerator<number, Artifact> {
  const writer: ExporterFrom<SourceName> = exporter
  const from = sources[writer.source]
  return writer.kind === 'bytes' ? yield* writer.render(from, options) : writer.render(from, options)
}

/** The same at once, for a format that is text or pages; null for one that takes its time. */
export function renderAtOnce(
  exporter: Exporter,
  sources: Sources,
  options: OptionValues,
): Exclude<Artifact, { readonly kind: 'bytes' }> | null {
  const writer: ExporterFrom<SourceName> = exporter
  return writer.kind === 'bytes' ? null : writer.render(sources[writer.source], options)
}
