import type { Prose } from '../../kernel/prose.ts'
import type { Result } from '../../kernel/result.ts'

/** A file as it comes in. Its type was read from its first bytes; its name is what the sender calls it. */
export interface IncomingFile {
  readonly declaredName: Prose
  /** What the sender said it was; for the record only. */
  readonly declaredType: string
  /** What it is. */
  readonly mediaType: string
  readonly limitBytes: number
}

/** A file as it lies in the store, sealed. */
export interface StoredFile {
  /** Names it in commands and addresses; 16–128 letters, digits, `_` and `-`. */
  readonly file: string
  readonly mediaType: string
  readonly bytes: number
}

export type FileRefusal = { readonly kind: 'store-full' }

/** Where files lie. Sealing is the store's affair: what is written down is never the file as it came. */
export interface FileStore {
  /**
   * Writes a file as it streams in, never holding it whole. When reading throws — too large, cut off, not what it says —
   * nothing is left behind and the error goes on to the caller.
   */
  put(content: AsyncIterable<Uint8Array>, incoming: IncomingFile): Promise<Result<StoredFile, FileRefusal>>
  /** Takes back a file that nothing refers to, because the request that brought it was refused. */
  discard(file: string): Promise<void>
}
