/** How a run ended, for scripts. */
export const exitCode = {
  ok: 0,
  /** Done, but review finds errors. */
  errorsFound: 1,
  /** Nothing was done or written; standard error says why. */
  refused: 2,
  /** A fault in Needledrop itself. */
  failed: 3,
} as const

/** One of `exitCode`. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
