import { z } from 'zod'
import type { DifferenceCounts } from '../edits/difference.ts'
import type { VersionKind } from '../files/versionName.ts'
import type { PackedDocument } from './packedDocument.ts'

/** Names a version: production, file, and version of it. */
export const versionKeySchema = z
  .string()
  .max(250)
  .regex(
    /^[A-Za-z0-9_-]{1,64}\/[0-9a-f]{16}\/[0-9]{6,12}_[0-9T.+-]+_(saved|opened)_[0-9a-f]{16}\.needledrop$/,
  )

/** Versions whose changes are asked for in one go, each with the one before it. */
export const describedSchema = z.strictObject({
  pairs: z.array(z.strictObject({ key: versionKeySchema, before: versionKeySchema })).max(40),
})

/** A version as the list shows it. */
export type ListedVersion = {
  readonly key: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly kind: VersionKind
  /** The production file that it is a version of. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Whether its content is as it was written; one that is not can be neither looked into nor restored. */
  readonly isGood: boolean
  /** Key of the good version before it; null for the first. */
  readonly before: string | null
}

/** A production file that can be opened, is damaged, is not there, was written by a later Needledrop, or may not be read now. */
export type FileState = 'whole' | 'damaged' | 'gone' | 'newer' | 'unreadable'

/** The versions of a production, the newest first. */
export type VersionList = {
  readonly versions: readonly ListedVersion[]
  /** What they take on the disk. */
  readonly bytes: number
  /** How it stands with the production file that was asked for; whole for an open production. */
  readonly file: FileState
}

/** What changed in a version against the one before; null where that cannot be told. */
export type DescribedVersion = { readonly key: string; readonly counts: DifferenceCounts | null }

/** A version that is looked into. */
export type ReadVersion = { readonly key: string; readonly document: PackedDocument }
