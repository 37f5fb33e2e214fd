/** From a folded intake and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { ProcedureName } from '../../law/law.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import { intakeTerms } from '../../wording/intake-terms.ts'
import { plainProcedures, windowInWords } from '../../wording/plain/procedures.ts'
import type { HeldIntakeView, IntakeRowView, IntakeView, LeadView } from './contract.ts'
import { decide } from './decide.ts'
import type { IntakeHouse } from './house.ts'
import type { Intake, IntakeRefusal, StaffActor } from './intake.ts'
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

function leadsView({ intake, texts }: ReadIntake, { showsPetition }: Sight, place: Place): LeadView[] {
  const text = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  return intake.leads.map(({ kind, on, by, until, words, way, where, petition }) => ({
    ...{ kind, on, until, way, words: text(words), where: where && text(where) },
    by: by && organRef(place, by),
    petition: showsPetition ? petition : null,
    limits: limitsOf(way, intake.centre, place),
  }))
}

export function intakeView(read: ReadIntake & KnownIntake, sight: Sight, place: Place): IntakeView {
  const { intake, texts, actor } = read
  const text = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const { reference, version, stage, way, category, concerned, takenOn, erasedOn } = intake
  const refusal = refusalToLead(intake, actor, place)
  return {
    intake: reference,
    ...{ version, stage, way, category, concerned, takenOn, erasedOn, place: intake.place },
    centre: organRef(place, intake.centre),
    name: text(intake.name),
    phone: intake.phone && text(intake.phone),
    about: text(intake.about),
    leads: leadsView(read, sight, place),
    actions: [
      {
        ...{ action: 'lead', ...intakeTerms.intakeCommand.LeadOn, allowed: refusal === null },
        refusal: refusalView(refusal, place),
      },
    ],
  }
}

const something: Sealed = { ref: 'probe', commitment: 'probe' }

/** Tried on the decider with what is most likely to be accepted. */
function refusalToLead(intake: Intake, actor: StaffActor, { directory, today }: Place): IntakeRefusal | null {
  const lead = {
    ...({ kind: 'explained', by: null, until: null, words: something } as const),
    ...{ way: null, where: null, petition: null },
  }
  const command = { type: 'LeadOn', on: today(), actor, lead, keeping: null } as const
  const decision = decide(intake, command, { organs: directory })
  return decision.ok ? null : decision.error
}

/** Whoever came sees everything that was done, and no name: a slip lies about. */
export function heldView(read: ReadIntake, place: Place): HeldIntakeView {
  const { reference, centre, stage, takenOn, about } = read.intake
  return {
    ...{ reference, stage, takenOn, centre: organRef(place, centre), about: read.texts.get(about.ref) ?? erased },
    leads: leadsView(read, { showsPetition: true }, place),
  }
}

export const rowView = ({ reference, ...row }: IntakeRow): IntakeRowView => ({
  intake: reference,
  ...{ stage: row.stage, way: row.way, name: row.name, about: row.about, place: row.place, category: row.category },
  ...{ concerned: row.concerned, takenOn: row.takenOn, movedOn: row.movedOn, ledAs: row.ledAs },
})
