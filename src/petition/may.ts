/** Whether somebody may do a thing at all: the permission table of the pack, read against the parts played in the petition. */
import type { OrganId } from '../kernel/organ.ts'
import { handlingPosts } from '../kernel/viewer.ts'
import type { Performer } from '../law/law.ts'
import { organInPart } from './clocks.ts'
import type { Actor, CommandType, Petition, Refusal, State, World } from './petition.ts'
import { refusalOfRecused } from './safeguards/recusal.ts'

/** A petition is read whole each time. One that an office could fill without end could stop the house for everybody. */
const mostFacts = 3000
/** What an office may do as often as it likes. What it owes, and what a petitioner may do, is never refused for this. */
const endless: readonly CommandType[] = [
  ...([
    'AddMaterial',
    'AddEvidence',
    'AskPetitioner',
    'RecordContact',
    'Correct',
    'NameClerk',
    'Link',
    'Unlink',
  ] as const),
  ...(['TakeExtensionBack', 'CorrectReceivedDay', 'CorrectServedDay'] as const),
  ...(['OpenSeal', 'NameComplained', 'IdentifyOfficial', 'InformAccused'] as const),
  ...(['OpenHearing', 'ProposeMediation', 'AnswerMediation'] as const),
]

export function refusalToAct(state: State, type: CommandType, actor: Actor, world: World): Refusal | null {
  const permission = world.law.permissions[type]
  if (actor.kind === 'staff' && !handlingPosts.some((post) => actor.posts.includes(post))) {
    const { basis } = permission ?? world.law.principles.bureausRoute
    return { kind: 'not-yours-to-do', command: type, needs: handlingPosts, basis }
  }
  if (permission === null) return { kind: 'no-such-step', command: type, law: world.law.name }
  const { by, at, basis, ...rest } = permission
  if (type === 'Register') return state === null ? null : { kind: 'already-registered' }
  if (state === null) return { kind: 'not-registered' }
  const recused = refusalOfRecused(state, actor, world)
  if (recused) return recused
  if (!by.some((performer) => performs(actor, performer, state, world))) {
    return { kind: 'not-yours-to-do', command: type, needs: by, basis }
  }
  if (actor.kind === 'staff' && state.version >= mostFacts && endless.includes(type)) {
    return { kind: 'history-full', atMost: mostFacts }
  }
  if (state.erasure?.approvedOn && type !== 'EraseContent')
    return { kind: 'erasure-approved', on: state.erasure.approvedOn }
  if (!at.includes(state.stage)) return { kind: 'wrong-stage', stage: state.stage, command: type, needs: at, basis }
  if (rest.post === 'head' && actor.kind === 'staff' && !actor.posts.includes('head')) {
    return { kind: 'needs-the-head', command: type, basis }
  }
  return null
}

function performs(actor: Actor, performer: Performer, petition: Petition, world: World): boolean {
  if (actor.kind === 'house') return performer === 'house'
  if (actor.kind === 'petitioner') return performer === 'petitioner'
  if (performer === 'anyOrgan') return true
  if (performer === 'house' || performer === 'petitioner') return false
  if (performer === 'assistant') return assistsIn(petition, actor.organ)
  return organInPart(performer, petition) === actor.organ && world.organs.find(actor.organ) !== undefined
}

const assistsIn = ({ assistances }: Petition, organ: OrganId): boolean =>
  assistances.some((each) => each.organ === organ && each.standing !== 'ended')

/** The organ for which somebody acts: staff for their own, everyone else for the one that has the petition. */
export const actingOrgan = (actor: Actor, petition: Petition): OrganId =>
  actor.kind === 'staff' ? actor.organ : petition.holder

/** For whom somebody acts: a petitioner with the own key, staff for the one who signed. */
export const personOf = (actor: Actor, named: string): string => (actor.kind === 'petitioner' ? actor.person : named)

/** A petitioner's own act needs the petitioner's key, or a signed and witnessed record (invariant 8). */
export const isOwnAct = (actor: Actor, signed: unknown): boolean => actor.kind === 'petitioner' || signed !== null
