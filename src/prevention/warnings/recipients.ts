/** To whom a warning goes: whoever can act where it is, and above them, to know. */
import { widerThan } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Recipient, WarningWorld } from './warning.ts'

/** How much of what came an organ must have to be the one whose duty it is: half. */
const leastShare = 0.5

export interface Holding {
  readonly organ: OrganId
  readonly count: number
}

/**
 * The bureau and the mediation centre of the place or of the next wider one that has them, the organ that most of the matters are with, and
 * the bureaus above, who read it. Null where no bureau is there at all.
 */
export function recipientsOf(
  place: string,
  holders: readonly Holding[],
  { organs }: Pick<WarningWorld, 'organs'>,
): { readonly bureau: OrganId; readonly recipients: readonly Recipient[] } | null {
  const active = [...organs.all()].filter(({ state }) => state === 'active')
  const regions = [place, ...widerThan(place)]
  const nearest = (kind: OrganFacts['kind']) =>
    regions.flatMap((region) => active.filter((organ) => organ.kind === kind && organ.region === region))
  const [bureau, ...above] = nearest('bureau')
  if (bureau === undefined) return null
  const centre = nearest('mediationCentre')[0]
  const holder = responsibleAmong(holders, active)
  const recipients: readonly Recipient[] = [
    { organ: bureau.id, part: 'bureau' },
    ...(centre ? [{ organ: centre.id, part: 'centre' } as const] : []),
    ...(holder ? [{ organ: holder, part: 'responsible' } as const] : []),
    ...above.filter(({ level }) => level !== 'nation').map(({ id }) => ({ organ: id, part: 'reader' }) as const),
  ]
  return { bureau: bureau.id, recipients: onceEach(recipients) }
}

function responsibleAmong(holders: readonly Holding[], active: readonly OrganFacts[]): OrganId | null {
  const all = holders.reduce((sum, { count }) => sum + count, 0)
  const most = holders.toSorted((a, b) => b.count - a.count || (a.organ < b.organ ? -1 : 1))[0]
  if (most === undefined || most.count < all * leastShare) return null
  return active.some(({ id, kind }) => id === most.organ && kind !== 'bureau') ? most.organ : null
}

const onceEach = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.filter(({ organ }, at) => recipients.findIndex((other) => other.organ === organ) === at)
