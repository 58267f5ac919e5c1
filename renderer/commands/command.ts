import type { Session } from '../store/session.ts'

/** The headings under which commands are listed in the menu, the palette and the key sheet. */
export const commandGroups = [
  'Production',
  'Edit',
  'Transport',
  'Sound',
  'Mark',
  'Cue',
  'Selection',
  'Note',
  'Segment',
  'Rights',
  'View',
  'Help',
] as const
/** One of `commandGroups`. */
export type CommandGroup = (typeof commandGroups)[number]

/** What a key does when it goes down, and when it is let go; the latter also when the window loses the keyboard. */
export type HeldKey = {
  readonly press: (session: Session) => void
  readonly release: (session: Session) => void
}

/** Something that the user can invoke by key, menu, button or palette. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** Keys in tinykeys' notation; the first is the one shown. Bare keys are dead in text fields. */
  readonly keys: readonly string[]
  /** Whether a held key runs it again and again. */
  readonly repeats?: boolean
  /** Whether it can run now; always, if absent. */
  readonly when?: (session: Session) => boolean
  /** `key` is the character that ran it, if a key did. */
  readonly run: (session: Session, key?: string) => void
  /** What its key does in place of `run`, where it matters how long the key is down. */
  readonly hold?: HeldKey
}
