/** When something was delivered, as the system writes day and time: `24 Nov 2026, 09:30`. */
export function deliveredAt(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}
