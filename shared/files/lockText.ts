import { z } from 'zod'

const lockSchema = z.object({
  needledropLock: z.literal(1),
  user: z.string().max(200),
  machine: z.string().max(300),
  machineKey: z.string().max(64),
  process: z.int().min(1),
  began: z.nullable(z.string().max(100)),
  session: z.string().max(64),
  since: z.string().max(40),
})

/** What the lock beside a production's file says: who has it open, where, in which process, and since when. */
export type LockText = Readonly<z.infer<typeof lockSchema>>

/** One line of JSON. */
export function lockText(lock: Omit<LockText, 'needledropLock'>): string {
  return `${JSON.stringify({ needledropLock: 1, ...lock })}\n`
}

/** Reads a lock; null for a text that is none, such as one that is still being written. */
export function readLockText(text: string): LockText | null {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
