/** From a folded matter and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../kernel/organ.ts'
import { basisInWords } from '../law/basis.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import { supervisionTerms } from '../wording/supervision-terms.ts'
import { actionsOn, kindsFor, type Openable, type SupervisionAction } from './actions.ts'
import type { SubjectView, SupervisedMatterView, SupervisionActionView } from './contract.ts'
import type { Staff as StaffActor } from './decision.ts'
import { findingView } from './finding-view.ts'
import type { SupervisedPetition } from './house-queries.ts'
import { orderView } from './order-view.ts'
import { refereesIn } from './ordering.ts'
import type { ReadMatter, Staff } from './queries.ts'
import { matterOf } from './room.ts'
import type { Matter, Order, SupervisionFact, SupervisionRefusal } from './supervision.ts'
import { organRef, type Place, type Seen, seenBy } from './view-place.ts'
import { explainSupervision } from './wording.ts'

/** What is known of the petition beside the matter: where it stands, and its title for whoever may read that. */
export interface AboutPetition extends SupervisedPetition {
  readonly title: string | null
}

export function viewOf(
  read: ReadMatter,
  viewer: Staff,
  actor: StaffActor,
  about: AboutPetition | null,
  visible: ReadonlySet<string>,
  place: Place,
): SupervisedMatterView {
  const { matter, stream } = read
  const seen = seenBy(matter, viewer)
  const { house, world, today } = place
  const organ = (id: OrganId) => organRef(place, id)
  const actions = actionsOn(matter, actor, today, world).filter(({ on }) => isShown(on, seen))
  return {
    matter: matterOf(stream),
    version: matter.version,
    subject: subjectView(matter, about, visible, place),
    supervisors: matter.supervisors.map(organ),
    findings: seen.findings.map((finding) => findingView(finding, read, seen.isSupervisor, place)),
    orders: seen.orders.map((order) => orderView(order, read, viewer, seen.isSupervisor, place)),
    referrals: seen.isSupervisor
      ? matter.referrals.map(({ on, from, to, note, declined }) => ({
          ...{ on, from: organ(from), to: organ(to) },
          note: note && place.opened(read, note),
          declined: declined && { on: declined.on, reason: place.opened(read, declined.reason) },
        }))
      : [],
    kinds: seen.isSupervisor ? kindViews(matter, actor, place) : [],
    referees: seen.isSupervisor ? refereesIn(matter, actor, { ...world, organs: house.directory }).map(organ) : [],
    actions: actions.map((action) => actionView(action, place)),
    history: read.history
      .filter(({ fact }) => seen.isSupervisor || isOfOrders(fact, seen.orders))
      .map(({ fact, by }) => ({
        ...{ type: fact.type, on: fact.on },
        organ: by.organ === undefined ? null : organ(by.organ as OrganId),
        ...supervisionTerms.supervisionFact[fact.type],
      })),
  }
}

const isShown = (on: string | null, { findings, orders, isSupervisor }: Seen): boolean =>
  on === null
    ? isSupervisor
    : orders.some(({ ref }) => ref === on) || (isSupervisor && findings.some(({ ref }) => ref === on))

/** An organ that must act reads of the history what is about its own orders, except what others wrote on them. */
function isOfOrders(fact: SupervisionFact, orders: readonly Order[]): boolean {
  if (fact.type === 'OrderOpened') return orders.some(({ ref }) => ref === fact.ref)
  if (fact.type === 'PetitionerAsked' || fact.type === 'PetitionersWordRecorded') return false
  return 'order' in fact && orders.some(({ ref }) => ref === fact.order)
}

function subjectView(
  { subject, place: where }: Matter,
  about: AboutPetition | null,
  visible: ReadonlySet<string>,
  place: Place,
): SubjectView {
  switch (subject.kind) {
    case 'petition': {
      const { stage, holder, registeredOn } = about?.petition ?? { stage: '', holder: '' as OrganId, registeredOn: '' }
      return {
        ...{ kind: 'petition', number: subject.petition, title: about?.title ?? null, stage, registeredOn },
        holder: organRef(place, holder),
        isOpenToYou: about?.isOpenTo ?? false,
      }
    }
    case 'topic': {
      const { category, from, until, petitions } = subject
      return {
        ...{ kind: 'topic', category, place: subject.place ?? where, from, until },
        petitions: petitions.filter((number) => visible.has(number)),
        count: petitions.length,
      }
    }
    case 'proposal':
      return { kind: 'proposal', proposal: subject.proposal }
  }
}

export function kindViews(matter: Openable, actor: StaffActor, place: Place): SupervisedMatterView['kinds'] {
  return kindsFor(matter, actor, place.world).map(({ kind, refusal }) => {
    const row = place.world.law.orders[kind]
    return {
      ...{ kind, allowed: refusal === null, refusal: refusalView(refusal, place) },
      needsCriteria: row?.needsCriteria ?? false,
      severalOrgans: row?.severalOrgans ?? false,
      basis: basisInWords(row?.basis ?? { adr: '0030' }),
    }
  })
}

export const refusalView = (refusal: SupervisionRefusal | null, { house }: Place) =>
  refusal && { kind: refusal.kind, ...explainSupervision(refusal, (id) => house.directory.nameOf(id)) }

const actionView = ({ action, on, type, refusal }: SupervisionAction, place: Place): SupervisionActionView => ({
  ...{ action, on, allowed: refusal === null, refusal: refusalView(refusal, place) },
  ...(supervisionTerms.supervisionCommand[type] as Bilingual),
})
