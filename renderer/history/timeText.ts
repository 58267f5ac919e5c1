/** When a step was made: the time of day, with the date unless it is today. */
export function timeText(made: number | null, now: number): string {
  if (made === null) return ''
  const time = new Date(made)
  const clock = time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  if (time.toDateString() === new Date(now).toDateString()) return clock
  return `${time.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })}, ${clock}`
}
