/** One thing looked at in a finished film: whether it is as planned, and the figures. */
export interface Check {
  readonly name: string
  readonly passed: boolean
  readonly figures: string
}
