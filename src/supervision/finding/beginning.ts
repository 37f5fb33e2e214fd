/** With what a matter of supervision begins, read from the petition once: later on nobody looks there to decide who may see it. */

import { isKeptOut } from '../../kernel/keeping-out.ts'
import { lineOf, type OrganId } from '../../kernel/organ.ts'
import type { Petition } from '../../petition/petition.ts'
import { accusedIn } from '../../petition/routing/accused.ts'
import { officialsIn } from '../../petition/safeguards/recusal.ts'
import { supervisorOver } from '../supervising.ts'
import type { Found, MatterBeginning, SupervisedOrgans } from '../supervision.ts'
import type { FindingHouse } from './house.ts'

/** Null where nobody stands above whoever it is about. */
export async function beginningOf(
  house: Pick<FindingHouse, 'directory' | 'leadsOf'>,
  number: string,
  petition: Petition,
  found: readonly Found[],
): Promise<MatterBeginning | null> {
  const officials = officialsIn(petition)
  const led = officials.length === 0 ? [] : (await house.leadsOf(officials)).map(({ organ }) => organ)
  const keptFrom = [...new Set([...accusedIn(petition), ...led])]
  const supervisor = found.flatMap(({ organ }) => whoSupervises({ over: organ, keptFrom }, house.directory) ?? []).at(0)
  if (supervisor === undefined) return null
  const { category, place } = petition
  return {
    ...{ subject: { kind: 'petition', petition: number }, supervisor, keptFrom, officials },
    ...{ isShowable: isShowable(petition), category, place },
  }
}

/** The bureau; where no bureau stands above, whoever does by administration. */
function whoSupervises(
  seat: { readonly over: OrganId; readonly keptFrom: readonly OrganId[] },
  organs: SupervisedOrgans,
): OrganId | null {
  const above = lineOf(organs, seat.over)
    .slice(1)
    .find(({ id, state }) => state === 'active' && !isKeptOut(seat.keptFrom, id, organs))
  return supervisorOver(seat, organs) ?? above?.id ?? null
}

/** Never of an accusation, of somebody who asked for confidentiality or gave no name, nor of what was taken out. */
export const isShowable = ({ class: petitionClass, confidentiality, erasure }: Petition): boolean =>
  petitionClass !== 'accusation' && confidentiality === 'named' && !erasure?.approvedOn
