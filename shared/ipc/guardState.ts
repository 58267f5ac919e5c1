/** Who has a production open for editing. */
export type LockHolder = {
  readonly user: string
  readonly machine: string
  /** ISO 8601 instants: when it was opened there, and when that Needledrop was last heard of. */
  readonly since: string
  readonly seen: string
  /** Whether it is another Needledrop on this machine. */
  readonly isHere: boolean
  /** Names this opening among all others. */
  readonly session: string
}

/**
 * Who may write the production's file. `mine`: this window. `unlocked`: this window too, but the folder takes no lock.
 * `lost`: this window, though somebody has taken the lock over. `theirs`: somebody else, and this window only looks.
 * `free`: this window only looks, and nobody else has it any more.
 */
export type Hold =
  | { readonly kind: 'mine' | 'unlocked' | 'free' }
  | { readonly kind: 'lost' | 'theirs'; readonly holder: LockHolder }

/** How the file on the disk stands to what this window last read or wrote. */
export type FileState =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'changed'
      /** Tells this state of the file from any other. */
      readonly stamp: string
    }
  | {
      readonly kind: 'gone'
      /** Another name under which it was found in its folder. */
      readonly movedTo: string | null
    }
  | { readonly kind: 'unreachable'; readonly found: string }

/** What is known of the file of an open production, its lock and its folder. */
export type GuardState = {
  readonly hold: Hold
  readonly file: FileState
  /** Whether the file and its folder can be written to at all. */
  readonly isReadOnly: boolean
  /** Versions that a sync client put beside the file. */
  readonly copies: readonly { readonly name: string; readonly stamp: string }[]
}

/** The state of a production that has no file, or whose file is just as it should be. */
export const unguarded: GuardState = {
  hold: { kind: 'mine' },
  file: { kind: 'same' },
  isReadOnly: false,
  copies: [],
}

/** Whether the production can only be looked at in this window. */
export function isOnlyLookedAt({ hold }: GuardState): boolean {
  return hold.kind === 'theirs' || hold.kind === 'free'
}
