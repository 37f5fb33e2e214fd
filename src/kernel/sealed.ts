/**
 * What a command and a fact carry instead of prose or personal data: the name of the sealed piece and a randomly
 * salted commitment to it. Erasing the piece leaves history, hashes and log valid (invariant 5).
 */
export interface Sealed {
  readonly ref: string
  /** base64url(sha256(salt || utf8 text)), the salt lying beside the text in the sealed box. */
  readonly commitment: string
}
