/** A failure that was expected, in words for the user: what happened, what was expected, what was found, what to do. */
export type Problem = {
  /** One sentence that names the fault. */
  readonly message: string
  readonly expected: string
  readonly found: string
  /** What the user can do about it. */
  readonly remedy: string
  /** A value that would be accepted in place of the refused one. */
  readonly suggestion?: string
}

/** Either a value or the Problem that stood in its way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

/** Wraps a value that was obtained. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Wraps the Problem that prevented a value. */
export function refuse(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem }
}

/** The Problem as lines of plain text, for a terminal or a log. */
export function problemText(problem: Problem): string {
  return `${problem.message}\n  expected: ${problem.expected}\n  found: ${problem.found}\n  what to do: ${problem.remedy}`
}
