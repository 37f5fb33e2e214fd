/**
 * Inviting to one place of a screening and to a mediation. A screening holds no person, so that nothing of anybody is shown and nobody is asked.
 * At a mediation the helper is one of its guests: the parties say yes or no there, as of every guest, and the house brings it here.
 */
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorIn } from '../../identity/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, type Result } from '../../kernel/result.ts'
import { knownMediation, textOfHouse } from '../../mediation/mediations/queries.ts'
import { streamOf as mediationStream } from '../../mediation/mediations/room.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { knownScreening } from '../../prevention/screening/queries.ts'
import { streamOf as screeningStream } from '../../prevention/screening/room.ts'
import { isKeeper, reportsOf } from '../../prevention/screening/sight.ts'
import { bringWords } from './bringing.ts'
import { commandEngagement, type EngagementDone } from './commanding.ts'
import { isAvailable } from './decide.ts'
import type { EngagementBeginning, EngagementRefusal, EngagementSubject, InvitationCheck } from './engagement.ts'
import { isAsked, type ReadHelper, readHelper, type Staff } from './queries.ts'
import { isOfAccusation, isOver, isParty, isSameName, namesParty, organsIn } from './subject.ts'

interface Asking {
  readonly helper: string
  readonly what: Prose
  readonly summary: Prose
  readonly until: Day
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}
export interface ScreeningAsking extends Asking {
  readonly screening: string
  readonly area: string
}
export interface MediationAsking extends Asking {
  readonly mediation: string
  readonly guest: string
}
type Invited = Promise<Result<EngagementDone, EngagementRefusal | EngineRefusal>>

export async function inviteToScreening(house: PetitionHouse, asking: ScreeningAsking): Invited {
  const { viewer, area: code } = asking
  const stream = screeningStream(asking.screening)
  const known = await knownScreening(house, stream, viewer)
  if (!known) return err({ kind: 'no-such-screening' })
  const { screening, actor } = known
  const area = screening.areas.find((each) => each.area === code)
  if (!area) return err({ kind: 'no-such-area', area: code })
  const helper = await readHelper(house, asking.helper, viewer)
  if (!helper) return err({ kind: 'no-such-helper' })
  const subject = { kind: 'screening', screening: stream, area: code } as const
  return invite(house, asking, helper, {
    beginning: { subject, mode: 'anonymous', about: [], people: [], keptFrom: [], officials: [] },
    check: {
      ...nothing,
      isOver: screening.stage !== 'open',
      holdsIt: isKeeper(screening, actor) || reportsOf(area, actor, house.directory),
    },
  })
}

export async function inviteToMediation(house: PetitionHouse, asking: MediationAsking): Invited {
  const { viewer, what, summary } = asking
  const stream = mediationStream(asking.mediation)
  const known = await knownMediation(house, stream, viewer)
  if (!known) return err({ kind: 'no-such-mediation' })
  const { mediation } = known
  const guest = mediation.guests.find(({ ref }) => ref === asking.guest)
  if (!guest) return err({ kind: 'no-such-guest', guest: asking.guest })
  const helper = await readHelper(house, asking.helper, viewer)
  if (!helper) return err({ kind: 'no-such-helper' })
  const name = nameOf(helper)
  const subject = { kind: 'mediation', mediation: stream, guest: guest.ref } as const
  const { keptFrom, officials, parties } = mediation
  const done = await invite(house, asking, helper, {
    beginning: {
      ...{ subject, mode: 'case', about: organsIn(mediation), people: parties.map(({ ref }) => ref) },
      ...{ keptFrom, officials },
    },
    check: {
      ...nothing,
      isAccusation: await isOfAccusation(house, mediation),
      isOver: isOver(mediation),
      erasedOn: mediation.erasedOn,
      holdsIt: mediation.organ === viewer.organ,
      guestIsAnother: !isSameName(name, await textOfHouse(house, stream, guest.name.ref)),
      helperIsNamed: await isParty(house, stream, mediation, name),
      namesPetitioner: await namesParty(house, stream, mediation, `${what.text}\n${summary.text}`),
    },
  })
  // the parties may have said yes before
  if (done.ok) await bringWords(house, mediation, done.value.engagement)
  return done
}

const nameOf = ({ state, texts }: ReadHelper): string | null => texts.get(state.name.ref) ?? null

const nothing = {
  ...{ isAccusation: false, isOver: false, guestIsAnother: false, erasedOn: null, holdsIt: true },
  ...{ helperIsNamed: false, namesPetitioner: false, unknownClaim: null },
} as const

interface Looked {
  readonly beginning: { readonly subject: EngagementSubject } & Pick<
    EngagementBeginning,
    'mode' | 'about' | 'people' | 'keptFrom' | 'officials'
  >
  readonly check: Omit<InvitationCheck, 'isAsked' | 'helperState' | 'helperIsThere' | 'helperOrgan'>
}

async function invite(house: PetitionHouse, asking: Asking, helper: ReadHelper, looked: Looked): Invited {
  const { viewer, what, summary, until, idempotency } = asking
  const beginning = {
    ...{ ...looked.beginning, inviter: viewer.organ, helper: helper.helper, helperKind: helper.state.kind },
    ...{ what, summary, until, claims: [] },
  }
  const check: InvitationCheck = {
    ...looked.check,
    isAsked: await isAsked(house, helper.helper, beginning.subject),
    helperState: helper.state.state,
    helperIsThere: isAvailable(helper.state, house.today()),
    helperOrgan: helper.state.organ,
  }
  return commandEngagement(house, {
    ...{ engagement: null, type: 'InviteHelper', body: { beginning, check }, viewer },
    actor: await actorIn(house, viewer, beginning),
    sealedOn: house.today(),
    ...(idempotency ? { idempotency } : {}),
  })
}
