/**
 * Where the published files of the log lie: a folder, or an object store. Everything there is public, and everything but the
 * checkpoint is written once and stays as it is.
 */
export interface LogStore {
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /** Writes a file for good, on the disk before this resolves. Throws `PublishedOtherwise` where other bytes lie there. */
  add(path: string, bytes: Uint8Array): Promise<void>
  /** Replaces the checkpoint: who reads gets the old or the new one, whole. */
  putCheckpoint(note: string): Promise<void>
  /** Removes files that a full tile has made needless. Failing to is no fault. */
  forget(paths: readonly string[]): Promise<void>
}

export const checkpointPath = 'checkpoint'

/** What was published cannot be taken back: the log would say two things. */
export class PublishedOtherwise extends Error {
  override readonly name = 'PublishedOtherwise'
  readonly path: string

  constructor(path: string) {
    super(`${path} was published with other content`)
    this.path = path
  }
}
