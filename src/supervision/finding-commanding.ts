/** What the house gives to a matter by itself: what its rules found, that it was put right, that what was owed was done. */
import type { SupervisionHouse } from './house.ts'
import type { Found, MatterBeginning, Subject } from './supervision.ts'

/** Facts appended; 0 where everything was known already. */
export interface Recorded {
  readonly facts: number
}

/** What the rules found about one subject. What is known already is left out; the first begins the matter. */
export async function recordFindings(
  _house: SupervisionHouse,
  _given: { readonly beginning: MatterBeginning; readonly found: readonly Found[] },
): Promise<Recorded> {
  throw new Error('the matters of supervision are not kept yet')
}

/** What was owed was done since, by the keys of what was found. Nothing where there is no matter. */
export async function recordMended(
  _house: SupervisionHouse,
  _given: { readonly subject: Subject; readonly keys: readonly string[] },
): Promise<Recorded> {
  throw new Error('the matters of supervision are not kept yet')
}

/** Everything that the petition owed was done: each order on it has had its effect. Nothing where there is no matter. */
export async function recordExecuted(
  _house: SupervisionHouse,
  _given: { readonly subject: Subject },
): Promise<Recorded> {
  throw new Error('the matters of supervision are not kept yet')
}
