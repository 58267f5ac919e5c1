/** Put before every channel name that a page may use; the preload adds it, so that a page can reach no other channel. */
export const channelPrefix = 'needledrop:'

/** The channel on which the preload alone tells which file was dropped; a page cannot name it. */
export const droppedFileChannel = 'preload:dropped-file'

/** What the preload gives the page, as `window.needledrop`. */
export type Bridge = {
  /** Sends a request; the answer is a Result as plain data. */
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>
  /** Hears an event until the returned function is called. */
  readonly subscribe: (channel: string, listener: (payload: unknown) => void) => () => void
  /** The path of a file that the user dropped on the window, which may then be opened; empty if it has none. */
  readonly acceptDroppedFile: (file: unknown) => Promise<string>
}
