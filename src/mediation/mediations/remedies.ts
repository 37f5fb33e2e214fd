/**
 * 告知 (art. 26): by which routes the parties go on where nothing was agreed, was not kept, or was held invalid; each with its own limit, which no
 * mediation stops. And what holds whatever comes of it.
 */
import { type Basis, basisInWords, decided, rule } from '../../law/basis.ts'
import type { OtherProcedure, ProcedureName } from '../../law/law.ts'
import type { PetitionLaw } from '../../petition/petition.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import type { Mediation } from './mediation.ts'

const againstOrgans: readonly ProcedureName[] = ['administrativeReconsideration', 'administrativeLitigation']
const betweenPeople: readonly ProcedureName[] = ['civilLitigation', 'labourArbitration', 'landContractArbitration']

/** Which of them stand open: over what was agreed a court alone; over what was not, whatever the matter is for. */
export function remediesOf(
  { stage, parties, confirmation, closed }: Mediation,
  { otherProcedures }: Pick<PetitionLaw, 'otherProcedures'>,
): readonly (readonly [ProcedureName, OtherProcedure])[] {
  const isAgainstOrgan = parties.some(({ organ }) => organ !== null)
  const isUnkept = closed !== null && !closed.isPerformed
  const isInvalid = confirmation.decided?.outcome === 'invalid'
  const isOver = stage === 'ended' || stage === 'declined'
  const names = isOver
    ? [...(isAgainstOrgan ? againstOrgans : []), ...betweenPeople]
    : isUnkept || isInvalid
      ? (['civilLitigation'] as const)
      : []
  return names.flatMap((name) => {
    const row = otherProcedures[name]
    return row ? [[name, row] as const] : []
  })
}

export interface Assurance extends Bilingual {
  readonly basis: Bilingual
}

const assured = (basis: Basis, says: Bilingual): Assurance => ({ ...says, basis: basisInWords(basis) })

/** What every party reads before they say yes or no. */
export const assurances: readonly Assurance[] = [
  assured(rule('RMTJ', 4), say('调解不收任何费用。', 'Mediation costs nothing.')),
  assured(
    rule('RMTJ', 23, 1, 2),
    say(
      '是否调解由您自己决定；可以不同意，也可以随时要求终止，不用说明理由。',
      'It is for you to say whether you want it. You can say no, and end it at any time, without a reason.',
    ),
  ),
  assured(
    rule('RMTJ', 3, 1, 3),
    say(
      '调解不影响您通过仲裁、行政、司法等途径维护自己的权利；那些途径的期限照常计算。',
      'It closes no other way: arbitration, administrative bodies and courts stay open, and their limits go on.',
    ),
  ),
]

/** What whoever petitions reads as well. */
export const assurancesToPetitioner: readonly Assurance[] = [
  ...assurances,
  assured(
    decided('0048'),
    say(
      '已经提出的信访事项照常办理，办理期限一天也不停；只有您本人才能就信访事项和解。',
      'A petition that you raised goes on as before and none of its days stops; only you yourself can settle it.',
    ),
  ),
]
