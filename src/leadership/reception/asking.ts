/** Who asked for a seat, as the house knows it for the draw and for conflicts. References alone come out; nothing that anybody wrote is opened. */
import { fly } from '../../engine/flight.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ReceptionHouse } from './house.ts'

/** Everybody whose request for this day stands. */
export async function whoAsked(
  house: ReceptionHouse,
  stream: string,
): Promise<readonly { readonly reference: string; readonly first: boolean }[]> {
  const [rows = []] = await fly(house.work, [
    {
      name: 'reception who asked',
      text: `select reference, is_first as first from booking where reception = $1 and stage = 'requested' order by reference`,
      values: [stream],
    },
  ])
  return rows as unknown as readonly { readonly reference: string; readonly first: boolean }[]
}

/** Those who still wait to be received and whom somebody must not receive: it is about them, about whom they answer to, or about their organ. */
export async function conflictsWith(
  house: ReceptionHouse,
  stream: string,
  { account, organ }: { readonly account: string; readonly organ: OrganId },
): Promise<readonly string[]> {
  const [rows = []] = await fly(house.work, [
    {
      name: 'reception conflicts',
      text: `select reference, kept_from, officials, led from booking
        where reception = $1 and stage in ('requested', 'arrived') and (kept_from <> '{}' or officials <> '{}') order by reference`,
      values: [stream],
    },
  ])
  const asked = rows as unknown as readonly {
    readonly reference: string
    readonly kept_from: readonly OrganId[]
    readonly officials: readonly string[]
    readonly led: readonly OrganId[]
  }[]
  return asked
    .filter(
      ({ kept_from, officials, led }) =>
        officials.includes(account) || led.includes(organ) || isKeptOut(kept_from, organ, house.directory),
    )
    .map(({ reference }) => reference)
}
