/** From a folded intake and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { ProcedureName } from '../../law/law.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import { partyKey as disputeKey } from '../../prevention/disputes/party-keys.ts'
import { intakeTerms } from '../../wording/intake-terms.ts'
import { plainProcedures, windowInWords } from '../../wording/plain/procedures.ts'
import { partyKey } from '../mediations/party-keys.ts'
import type { ReferralView } from '../referrals/contract.ts'
import { refusalToLead } from './commanding.ts'
import type { HeldIntakeView, IntakeRowView, IntakeView, LeadView } from './contract.ts'
import type { IntakeHouse } from './house.ts'
import { type Intake, type IntakeRefusal, type LeadKind, leadKinds, type StaffActor } from './intake.ts'
import type { IntakeRow, KnownIntake, ReadIntake } from './queries.ts'
import { explainIntake } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export type Place = Pick<IntakeHouse, 'directory' | 'laws' | 'today'>

export const organRef = ({ directory }: Pick<Place, 'directory'>, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: IntakeRefusal | null, { directory }: Pick<Place, 'directory'>) =>
  refusal && { kind: refusal.kind, ...explainIntake(refusal, (id) => directory.nameOf(id)) }

/** The law where a centre is: its limits of other procedures are what people are told. */
export const lawAt = ({ directory, laws, today }: Place, centre: OrganId) =>
  laws.inForce((directory.find(centre)?.region ?? '00') as RegionCode, today())

export function limitsOf(way: ReferralWay | null, centre: OrganId, place: Place): LeadView['limits'] {
  if (way === null || way === 'mediationBeforeFiling' || way === 'courtMediation') return null
  const procedure = lawAt(place, centre).otherProcedures[way as ProcedureName]
  return procedure === undefined ? null : windowInWords(plainProcedures[way].name, procedure)
}

interface Sight {
  /** Whether the number of the petition that it became may be shown. */
  readonly showsPetition: boolean
}

const idOf = (stream: string | null): string | null => (stream === null ? null : stream.slice(stream.indexOf(':') + 1))

function leadsView({ intake, texts }: ReadIntake, { showsPetition }: Sight, place: Place): LeadView[] {
  const text = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  return intake.leads.map(({ kind, on, by, until, words, way, where, petition, dispute, mediation, referral }) => ({
    ...{ kind, on, until, way, words: text(words), where: where && text(where) },
    by: by && organRef(place, by),
    petition: showsPetition ? petition : null,
    limits: limitsOf(way, intake.centre, place),
    ...{ dispute: idOf(dispute), mediation: idOf(mediation), referral: idOf(referral) },
  }))
}

export function intakeView(read: ReadIntake & KnownIntake, sight: Sight, place: Place): IntakeView {
  const { intake, texts, actor } = read
  const text = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const { reference, version, stage, way, category, concerned, takenOn, erasedOn } = intake
  return {
    intake: reference,
    ...{ version, stage, way, category, concerned, takenOn, erasedOn, place: intake.place },
    centre: organRef(place, intake.centre),
    name: text(intake.name),
    phone: intake.phone && text(intake.phone),
    about: text(intake.about),
    leads: leadsView(read, sight, place),
    actions: leadKinds.map((kind) => {
      const refusal = refusalOf(kind, intake, actor, place)
      const { zh, en } = intakeTerms.leadKind[kind]
      return { action: kind, zh, en, allowed: refusal === null, refusal: refusalView(refusal, place) }
    }),
  }
}

/** Tried on the decider with what is most likely to be accepted: a petition that can be named is named by whoever leads on. */
function refusalOf(kind: LeadKind, intake: Intake, actor: StaffActor, place: Place): IntakeRefusal | null {
  const way: ReferralWay | null = kind === 'referral' ? 'civilLitigation' : null
  const body = { kind, by: null, until: null, petition: kind === 'petition' ? 'probe' : null, way, where: way }
  const refusal = refusalToLead(intake, { actor, body, on: place.today() }, place)
  return kind === 'petition' && refusal?.kind === 'petition-not-found' ? null : refusal
}

/** Whoever came sees everything that was done, and no name: a slip lies about. */
export function heldView(
  read: ReadIntake,
  referrals: ReadonlyMap<string, ReferralView>,
  place: Place & Pick<IntakeHouse, 'petitionerKey' | 'isKey'>,
): HeldIntakeView {
  const { reference, centre, stage, takenOn, about } = read.intake
  const leads = leadsView(read, { showsPetition: true }, place)
  return {
    ...{ reference, stage, takenOn, centre: organRef(place, centre), about: read.texts.get(about.ref) ?? erased },
    leads: read.intake.leads.map(({ dispute, mediation, referral }, at) => ({
      ...(leads[at] as LeadView),
      mediation: mediation === null ? null : keyIn(mediation, place),
      disputeKey: dispute === null ? null : disputeKey(place, dispute, 1),
      referral: referrals.get(referral ?? '') ?? null,
    })),
  }
}

/** Whoever came is the first party of what was begun for them. */
const keyIn = (mediation: string, place: Pick<IntakeHouse, 'petitionerKey' | 'isKey'>) => {
  const { reference, key } = partyKey(place, mediation, 'p1')
  return { reference, key }
}

export const rowView = ({ reference, ...row }: IntakeRow): IntakeRowView => ({
  intake: reference,
  ...{ stage: row.stage, way: row.way, name: row.name, about: row.about, place: row.place, category: row.category },
  ...{ concerned: row.concerned, takenOn: row.takenOn, movedOn: row.movedOn, ledAs: row.ledAs },
})
