/** Names one record of one table; never reused, never shown. */
export type Id<Table extends string> = string & { readonly __table: Table }

/** Id of a Reel. */
export type ReelId = Id<'reels'>
/** Id of a Segment. */
export type SegmentId = Id<'segments'>
/** Id of a Cue. */
export type CueId = Id<'cues'>
/** Id of a Work. */
export type WorkId = Id<'works'>
/** Id of a Recording. */
export type RecordingId = Id<'recordings'>
/** Id of a Party. */
export type PartyId = Id<'parties'>
/** Id of a Licence. */
export type LicenceId = Id<'licences'>
/** Id of a Note. */
export type NoteId = Id<'notes'>
/** Id of an Ignored. */
export type IgnoredId = Id<'ignored'>

/** Makes an id that no record of the document has yet; given by the shell, since `shared/` has no randomness. */
export type MakeId = <Table extends string>() => Id<Table>
