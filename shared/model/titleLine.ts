/** What a line of a list of titles says of a cue. */
export type TitleLine = {
  readonly title: string
  readonly artist: string
  /** Names of the writers. */
  readonly composers: readonly string[]
}
