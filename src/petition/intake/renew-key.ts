/** 换发查询码: whoever has lost the key gets a new one at the window, by who they are (art. 21 (2): 方便信访人查询). */
import type { OrganId } from '../../kernel/organ.ts'
import { accept, type Decide, refuse } from '../decision.ts'
import { actingOrgan } from '../may.ts'
import type { Of, Petition, Refusal, World } from '../petition.ts'
import { readsAccusations } from '../routing/accused.ts'
import { refusalOfSealedIdentity } from '../safeguards/opening.ts'

/** A key that is renewed more often than this in a day is not lost: somebody is playing with it. */
const mostRenewalsADay = 3

export const renewKey: Decide<'RenewKey'> = (petition, command, world) => {
  const { on, actor, person, identity, witness } = command
  const organ = actingOrgan(actor, petition)
  const refusal =
    refusalOfOrgan(petition, organ, world) ??
    refusalOfIdentity(petition, command, world) ??
    (identity === 'oldKeyShown' ? null : refusalOfSealedIdentity(petition, on, actor))
  if (refusal) return refuse(refusal)
  const today = petition.renewals.filter((renewal) => renewal.on === on)
  if (today.length >= mostRenewalsADay) return refuse({ kind: 'too-many-today', atMost: mostRenewalsADay })
  return accept({ type: 'KeyRenewed', on, organ, person, identity, witness })
}

/**
 * With the key all can be read and the petitioner's own acts can be done. So an organ that is complained about does not hand it
 * out, nor one that may not read an accusation; and who a confidential petitioner is, only the organ that registered knows.
 */
function refusalOfOrgan(petition: Petition, organ: OrganId, world: World): Refusal | null {
  const { class: petitionClass, registrar, confidentiality, about } = petition
  if (petitionClass === 'accusation' && !readsAccusations(world.organs.find(organ))) {
    const { basis } = world.law.principles.accusationsAreKeptFromTheAccused
    return { kind: 'accusation-is-not-yours', organ, basis }
  }
  if (organ === registrar) return null
  const isComplainedAbout = about.some((complained) => complained.organ === organ)
  return isComplainedAbout || confidentiality === 'confidential'
    ? { kind: 'only-the-registrar', registrar, basis: queriesOf(world) }
    : null
}

/** The right to ask what becomes of it, which a key is for. */
const queriesOf = ({ law }: World) => (law.permissions.RenewKey ?? law.principles.whoAndWhatIsStated).basis

function refusalOfIdentity(petition: Petition, command: Of<'RenewKey'>, world: World): Refusal | null {
  const { person, identity, isOldKey } = command
  const petitioner = petition.people.find(({ ref }) => ref === person)
  if (!petitioner) return { kind: 'unknown-person', person }
  if (identity === 'oldKeyShown') return isOldKey ? null : { kind: 'key-is-wrong' }
  if (petition.confidentiality === 'anonymous') return { kind: 'petitioner-is-anonymous', basis: queriesOf(world) }
  const canBe = {
    idCardSeen: petitioner.name !== null,
    knownInPerson: petitioner.name !== null,
    otherRepresentatives: petition.people.length > 1,
    letterToAddress: petitioner.address !== null,
  }
  return canBe[identity] ? null : { kind: 'identity-does-not-fit', identity, basis: queriesOf(world) }
}
