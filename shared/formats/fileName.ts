import type { Production } from '../model/production.ts'
import type { Exporter } from './format.ts'

/**
 * The name to save under: `<title>-<episode>-cue-sheet-<layout>-<date>.<extension>`, the episode left out where there is
 * none. `date` is a day in ISO 8601.
 */
export function fileName(
  { title, episodeNumber, episodeTitle }: Production,
  { layout, extension }: Pick<Exporter, 'layout' | 'extension'>,
  date: string,
): string {
  const episode = safePart(episodeNumber) || safePart(episodeTitle)
  const parts = [safePart(title) || 'untitled', episode, 'cue-sheet', layout, safePart(date)]
  return `${parts.filter(Boolean).join('-')}.${extension}`
}

/** At most 60 characters of text, with a hyphen for every run that some file system, shell or reader stumbles over. */
function safePart(text: string): string {
  const safe = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._,&()+']+/gu, '-')
  return [...safe]
    .slice(0, 60)
    .join('')
    .replace(/^[-.]+|[-.]+$/g, '')
}
