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
  /** Removes folders of partial tiles that a full tile has made needless. Failing to is no fault. */
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

/** The store does not answer, or not as it should. Nothing is said of what lies there, and later it may answer. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
}

/** Tiles never change; the checkpoint does every second. */
export const cachingOf = (path: string): string =>
  path === checkpointPath ? 'public, max-age=1' : 'public, max-age=31536000, immutable'

export const mediaTypeOf = (path: string): string =>
  path === checkpointPath ? 'text/plain; charset=utf-8' : 'application/octet-stream'
