/** 送达: what was served, to whom, by which way, on what day and with what proof; and what follows when all have it. */
import { isAfter, isBefore } from '../../kernel/day.ts'
import type { ServiceRule } from '../../law/law.ts'
import { accept, type Decide, pastDay, peopleToServe, refuse } from '../decision.ts'
import type { Of, Petition, PetitionDocument, Refusal, World } from '../petition.ts'

export const serve: Decide<'Serve'> = (petition, command, world) => {
  const document = petition.documents.find(({ ref }) => ref === command.document)
  if (!document) return refuse({ kind: 'unknown-document', document: command.document })
  const refusal = refusalOfService(petition, document, command, world)
  if (refusal) return refuse(refusal)
  const { on, person, way, servedOn } = command
  const published = way === 'announcement' && document.announced ? { publishedOn: document.announced.on } : {}
  const waiting = peopleToServe(petition, document).filter(
    (ref) => !document.services.some((service) => service.person === ref),
  )
  const toAll = waiting.every((ref) => ref === person)
  return accept({
    type: 'DocumentServed',
    on,
    document: document.ref,
    kind: document.kind,
    person,
    way,
    servedOn,
    proof: { ...command.proof, ...published },
    toAll,
  })
}

function refusalOfService(
  petition: Petition,
  document: PetitionDocument,
  command: Of<'Serve'>,
  world: World,
): Refusal | null {
  const { person, way, servedOn, on } = command
  if (!document.served) return { kind: 'not-a-served-document', document: document.ref }
  if (!peopleToServe(petition, document).includes(person)) return { kind: 'unknown-person', person }
  const earlier = document.services.find((service) => service.person === person)
  if (earlier) return { kind: 'already-served', document: document.ref, person, on: earlier.servedOn }
  if (isBefore(servedOn, document.issuedOn)) return { kind: 'served-before-issued', issuedOn: document.issuedOn }
  // It arrives in the house's own system the moment it is served there: no other day can be claimed (民事诉讼法 art. 90).
  if (way === 'electronic' && isBefore(servedOn, on)) return { kind: 'day-before-the-matter', day: servedOn, from: on }
  const rule = world.law.serviceWays[way]
  const isSimplified =
    document.kind === 'simplifiedAnswer' || (document.kind === 'suggestionReply' && petition.track === 'simplified')
  if (rule.onlySimplified && !isSimplified) return { kind: 'way-only-simplified', way, basis: rule.basis }
  return pastDay(servedOn, petition, on) ?? refusalOfProof(petition, document, command, rule)
}

function refusalOfProof(
  petition: Petition,
  { announced }: PetitionDocument,
  { way, proof, person, servedOn }: Of<'Serve'>,
  rule: ServiceRule,
): Refusal | null {
  const agreed = petition.people.find(({ ref }) => ref === person)?.electronicService ?? false
  const present: Record<ServiceRule['proof'][number], boolean> = {
    signature: proof.signature !== undefined,
    witness: proof.witness !== undefined,
    photo: proof.photo !== undefined,
    postalReceipt: proof.postalReceipt !== undefined,
    consent: proof.consent === true && agreed,
    record: proof.record !== undefined,
    publication: announced !== null,
  }
  const missing = rule.proof.filter((needed) => !present[needed])
  if (missing.length > 0) return { kind: 'proof-missing', way, missing, basis: rule.basis }
  if (rule.runsDays === 0 || !announced) return null
  // A right counts from the day of service, so that day is the end of the announcement and not its beginning.
  const { until } = announced
  return isAfter(until, servedOn) ? { kind: 'announcement-still-running', until, basis: rule.basis } : null
}
