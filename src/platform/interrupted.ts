/** Somebody wanted the house down while it was still coming up. Everything opened so far is closed again. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}
