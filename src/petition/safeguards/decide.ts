import type { OrganId } from '../../kernel/organ.ts'
import { organInPart } from '../clocks.ts'
import { accept, type Decide, refuse } from '../decision.ts'
import { actingOrgan } from '../may.ts'
import type { Actor, Fact, Of, Petition, Refusal, World } from '../petition.ts'
import { accusedIn, organsAbove, readsAccusations, refusalOfAccused } from '../routing/accused.ts'
import { isOpenTo } from './opening.ts'
import { officialsIn, refusalOfLed } from './recusal.ts'
import type { Opening, RecusalOf } from './words.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** Commands of staff alone reach here with a member of staff: the permission table lets nobody else through. */
const staffIn = (actor: Actor): Staff => {
  if (actor.kind !== 'staff') throw new Error('a seal is opened by a person')
  return actor
}

/** Opened once, a seal stays open to that person for that day; asking again records nothing new. */
const openSeal: Decide<'OpenSeal'> = (petition, command, world) => {
  const actor = staffIn(command.actor)
  const refusal = refusalToOpen(petition, command, actor, world)
  if (refusal) return refuse(refusal)
  const { on, seal, material, purpose, reason } = command
  if (isOpenTo(petition, { on, account: actor.account, seal, material })) return accept()
  const { account, organ } = actor
  const posts = [...actor.posts]
  return accept({ type: 'SealOpened', on, organ, account, posts, seal, material, purpose, reason })
}

function refusalToOpen(petition: Petition, command: Of<'OpenSeal'>, actor: Staff, world: World): Refusal | null {
  switch (command.seal) {
    case 'accusation':
      return refusalToOpenAccusation(petition, actor, world)
    case 'identity':
      return refusalToOpenIdentity(petition, command, actor, world)
    case 'material':
      return refusalToOpenMaterial(petition, command, actor, world)
  }
}

/** Art. 22 (2), 30: what an accusation says is for the body that handles it. The bureau sees that it exists and where it went. */
function refusalToOpenAccusation(petition: Petition, actor: Staff, world: World): Refusal | null {
  if (petition.class !== 'accusation') return { kind: 'nothing-sealed', seal: 'accusation' }
  if (!readsAccusations(world.organs.find(actor.organ)))
    return { kind: 'not-the-competent-body', basis: world.law.principles.onlyTheCompetentBodyHandlesAccusations.basis }
  return null
}

/** Who a confidential petitioner or an accuser is: for the clerk named for it, or the head. Nobody else needs to know. */
function refusalToOpenIdentity(petition: Petition, { on }: Of<'OpenSeal'>, actor: Staff, world: World): Refusal | null {
  if (petition.class !== 'accusation' && petition.confidentiality === 'named')
    return { kind: 'nothing-sealed', seal: 'identity' }
  const isNamed = actor.posts.includes('head') || petition.clerk === actor.account
  if (!isNamed) return { kind: 'not-the-named-post', seal: 'identity', basis: { adr: '0019' } }
  return refusalOfClosedAccusation(petition, on, actor, world)
}

function refusalToOpenMaterial(
  petition: Petition,
  { material, on }: Of<'OpenSeal'>,
  actor: Staff,
  world: World,
): Refusal | null {
  const all = [...petition.materials, ...petition.added.flatMap(({ materials }) => materials)]
  if (!all.some(({ ref }) => ref === material)) return { kind: 'unknown-material', material: material ?? '' }
  return refusalOfClosedAccusation(petition, on, actor, world)
}

/** Of an accusation nothing is opened before the accusation itself. */
function refusalOfClosedAccusation(petition: Petition, on: Opening['on'], actor: Staff, world: World): Refusal | null {
  if (petition.class !== 'accusation') return null
  const refusal = refusalToOpenAccusation(petition, actor, world)
  if (refusal) return refusal
  const opened = isOpenTo(petition, { on, account: actor.account, seal: 'accusation', material: null })
  const { basis } = world.law.principles.accusationsAreKeptFromTheAccused
  return opened ? null : { kind: 'accusation-is-sealed', basis }
}

const declareRecusal: Decide<'DeclareRecusal'> = (_, { on, actor, reason }) => {
  const { organ, account } = staffIn(actor)
  return accept({ type: 'StaffRecused', on, organ, account, reason })
}

/** Decided by the head of the organ that works on the matter; where its head is meant, or is the clerk who is, by the organ above. */
const requestRecusal: Decide<'RequestRecusal'> = (petition, { on, actor, whom, reasons }, world) => {
  const person = actor.kind === 'petitioner' ? actor.person : 'p1'
  const open = petition.recusals.find((asked) => asked.person === person && asked.decidedOn === null)
  if (open) return refuse({ kind: 'recusal-undecided', request: open.ref })
  const organ = workingOn(petition)
  const decider =
    whom === 'head' || isClerkHead(petition, organ, whom, world) ? deciderAbove(petition, organ, world) : organ
  const ref = `v${petition.recusals.length + 1}`
  return accept({ type: 'RecusalRequested', on, ref, person, organ, decider, whom, reasons })
}

/** Whose people a petitioner means now: whoever is looked at by another organ does not decide who looks. */
function workingOn(petition: Petition): OrganId {
  const part = { underReview: 'reviewer', underReexamination: 'reexaminer', disputed: 'arbiter' } as const
  const { stage } = petition
  return (stage in part && organInPart(part[stage as keyof typeof part], petition)) || petition.holder
}

const isClerkHead = (petition: Petition, organ: OrganId, whom: RecusalOf, { leading = [] }: World): boolean =>
  whom === 'clerk' &&
  organ === petition.holder &&
  leading.some((led) => led.account === petition.clerk && led.organ === organ)

/** The nearest organ above that may know of the matter; at the very top the organ decides about its own head. */
function deciderAbove(petition: Petition, below: OrganId, world: World): OrganId {
  const above = organsAbove(world.organs, below).find(
    (organ) =>
      world.organs.find(organ)?.state === 'active' &&
      refusalOfAccused(petition, organ, world) === null &&
      refusalOfLed(petition, organ, world) === null,
  )
  return above ?? below
}

const decideRecusal: Decide<'DecideRecusal'> = (petition, { on, actor, request, account, reasons }, { law }) => {
  const { basis } = law.principles.whoIsConcernedStepsAside
  const asked = petition.recusals.find(({ ref }) => ref === request)
  if (!asked || asked.decidedOn !== null) return refuse({ kind: 'no-recusal-to-decide', request })
  const organ = actingOrgan(actor, petition)
  if (organ !== asked.decider) return refuse({ kind: 'not-the-decider', decider: asked.decider, basis })
  const staff = staffIn(actor)
  const own = [staff.account, ...(staff.standsFor ?? [])]
  if ([account, asked.clerk].some((meant) => meant !== null && own.includes(meant)))
    return refuse({ kind: 'own-recusal', basis })
  if (petition.recused.some((each) => each.account === account)) {
    return refuse({ kind: 'already-recused', account: account ?? '' })
  }
  return accept({ type: 'RecusalDecided', on, organ, request, account, reasons })
}

/** One entry means one person and their namesakes: a list of names would keep a whole office out at one stroke. */
const mostNamesakes = 3

/** Art. 30 (3): found late, the accused is kept out from now on; the duties go on to whoever may have them (reactions.ts). */
const nameComplained: Decide<'NameComplained'> = (petition, command, world) => {
  const { organs } = world
  const { on, actor, organ, official, officials, reason } = command
  if (organ === null && official === null) return refuse({ kind: 'nobody-named' })
  const count = officials?.length ?? 0
  if (count > mostNamesakes) return refuse({ kind: 'names-too-many', count, atMost: mostNamesakes })
  if (organ !== null && !organs.find(organ)) return refuse({ kind: 'unknown-organ', organ })
  const isThere = petition.about.some((each) => each.organ === organ && each.as === command.as)
  if (organ !== null && official === null && isThere) return refuse({ kind: 'already-named', organ })
  const as = petition.class === 'accusation' ? 'accused' : command.as
  const complained = { as, organ, official, ...(officials ? { officials } : {}) }
  const after = { ...petition, about: [...petition.about, complained] }
  const refusal = refusalToShirk(after, actingOrgan(actor, petition), world) ?? refusalOfNowhere(after, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'ComplainedNamed', on, organ: actingOrgan(actor, petition), complained, reason })
}

/** An organ does not get rid of an ordinary claim by saying that it is accused itself, or whoever is above it: that is for others to say. */
const refusalToShirk = (petition: Petition, organ: OrganId, world: World): Refusal | null =>
  petition.class === 'accusation' ? null : refusalOfAccused(petition, organ, world)

/** Where nobody above may have it either it would be hidden from everybody: it is handed to one who may first. */
function refusalOfNowhere(petition: Petition, world: World): Refusal | null {
  const refusal = refusalOfAccused(petition, petition.holder, world)
  const mayHave = (organ: OrganId) =>
    world.organs.find(organ)?.state === 'active' && refusalOfAccused(petition, organ, world) === null
  return refusal && !organsAbove(world.organs, petition.holder).some(mayHave) ? refusal : null
}

/** Whoever has not read an accusation does not know whom it means, and could keep out those who are to read it. */
const identifyOfficial: Decide<'IdentifyOfficial'> = (petition, { on, actor, complained, account }, world) => {
  const about = petition.about[complained]
  if (!about) return refuse({ kind: 'unknown-complained', complained })
  // An organ is nobody: without an official in words nobody is to be found, or anybody could be kept out.
  if (about.official === null) return refuse({ kind: 'nobody-named' })
  const unread = refusalOfClosedAccusation(petition, on, staffIn(actor), world)
  if (unread) return refuse(unread)
  if (officialsIn(petition).includes(account)) return refuse({ kind: 'already-recused', account })
  return accept({ type: 'OfficialIdentified', on, organ: actingOrgan(actor, petition), complained, account })
}

/** Nothing of the accusation is passed on: an extract written for this, and why the law lets it be told. */
const informAccused: Decide<'InformAccused'> = (petition, { on, actor, organ, extract, legalBasis }, world) => {
  const by = staffIn(actor)
  const refusal = refusalToOpenAccusation(petition, by, world)
  if (refusal) return refuse(refusal)
  const { basis } = world.law.principles.accusationsAreKeptFromTheAccused
  if (!accusedIn(petition).includes(organ)) return refuse({ kind: 'not-accused', organ, basis })
  const informed: Fact = { type: 'AccusedInformed', on, by: by.organ, organ, extract, legalBasis }
  return accept(informed)
}

export const safeguardDecisions = {
  OpenSeal: openSeal,
  DeclareRecusal: declareRecusal,
  RequestRecusal: requestRecusal,
  DecideRecusal: decideRecusal,
  NameComplained: nameComplained,
  IdentifyOfficial: identifyOfficial,
  InformAccused: informAccused,
}
