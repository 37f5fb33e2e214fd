/** What is done about a dispute until it is settled by its sides' own word, looked after, and closed. Nobody makes one disappear. */
import { isAfter } from '../../kernel/day.ts'
import { article, decided } from '../../law/basis.ts'
import { accept, type Decide, refusalOfDay, refuse, staffOf } from './decision.ts'
import type { Dispute, DisputeFact, DisputeRefusal, PartyWord } from './dispute.ts'
import { levelOf } from './local.ts'
import { keptWith } from './sight.ts'

const ours = decided('0045')

export const recordProgress: Decide<'RecordProgress'> = (dispute, command) => {
  const { on, entry, at, kind, text, materials } = command
  const outside = refusalOfDay(dispute, at, on)
  if (outside) return refuse(outside)
  const { organ, account } = staffOf(command)
  return accept({ type: 'DisputeProgressRecorded', on, entry, at, organ, account, kind, text, materials })
}

const runningMediation = ({ mediations }: Dispute) => mediations.find(({ ended }) => ended === null)

export const sendToMediation: Decide<'SendToMediation'> = (_, { on, actor, mediation }) =>
  accept({ type: 'DisputeMediationBegun', on, account: actor.kind === 'staff' ? actor.account : null, mediation })

/** An agreement is the sides' own word already: they signed it, or confirmed it by their keys, where it was made. */
export const endDisputeMediation: Decide<'EndDisputeMediation'> = (dispute, command, { organs }) => {
  const { on, mediation, outcome, note } = command
  if (runningMediation(dispute)?.mediation !== mediation) return refuse({ kind: 'no-such-mediation', mediation })
  const ended: DisputeFact = { type: 'DisputeMediationEnded', on, mediation, outcome, note }
  if (outcome === 'failed') return accept(ended)
  const { organ } = dispute.responsible
  const there = organs.find(organ)
  return accept(ended, {
    ...{ type: 'DisputeSettled', on, entry: null, at: on, organ, account: null },
    level: there ? levelOf(there) : dispute.suggested.level,
    ...{ way: 'mediation', terms: null, words: [], materials: [] },
  })
}

export const settleDispute: Decide<'SettleDispute'> = (dispute, command, { organs }) => {
  const { on, entry, at, way, terms, words, materials } = command
  const refusal = refusalOfDay(dispute, at, on) ?? refusalWhileMediating(dispute) ?? refusalOfWords(dispute, words)
  if (refusal) return refuse(refusal)
  const { organ, account } = staffOf(command)
  const there = organs.find(organ)
  const level = there ? levelOf(there) : dispute.suggested.level
  return accept({ type: 'DisputeSettled', on, entry, at, organ, account, level, way, terms, words, materials })
}

function refusalWhileMediating(dispute: Dispute): DisputeRefusal | null {
  const running = runningMediation(dispute)
  return running ? { kind: 'mediation-running', mediation: running.mediation } : null
}

/** Silence is never satisfaction: every side that asks for something says itself that it is settled. */
function refusalOfWords({ parties }: Dispute, words: readonly PartyWord[]): DisputeRefusal | null {
  const strange = words.find(({ party }) => parties[party - 1] === undefined)
  if (strange) return { kind: 'no-such-party', party: strange.party }
  const unseen = words.find(({ by, witness }) => by === 'signed' && witness === null)
  if (unseen) return { kind: 'needs-witness', party: unseen.party, basis: ours }
  const silent = parties.findIndex(({ asks }, at) => asks && !words.some(({ party }) => party === at + 1))
  return silent < 0 ? null : { kind: 'party-has-not-spoken', party: silent + 1, basis: ours }
}

export const followUpDispute: Decide<'FollowUpDispute'> = (dispute, command) => {
  const { on, entry, at, holds, text } = command
  const outside = refusalOfDay(dispute, at, on)
  if (outside) return refuse(outside)
  const { organ, account } = staffOf(command)
  return accept({ type: 'DisputeFollowedUp', on, entry, at, organ, account, holds, text })
}

export const extendDispute: Decide<'ExtendDispute'> = (dispute, command, { disputes }) => {
  const { on, until, reason } = command
  const { extensionsAtMost } = disputes.terms
  if (dispute.extensions.length >= extensionsAtMost)
    return refuse({ kind: 'extended-often-enough', times: extensionsAtMost, basis: ours })
  const due = dispute.clocks.find(({ rule, state }) => rule === 'settleDispute' && state === 'running')?.lastDay
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  if (due !== undefined && !isAfter(until, due)) return refuse({ kind: 'day-not-later', day: until, due })
  return accept({ type: 'DisputeExtended', on, account: staffOf(command).account, until, reason })
}

/** It goes its own way from then on; the ledger says so, and counts it as not settled where it arose. */
export const linkPetition: Decide<'LinkPetition'> = (dispute, { on, actor, petition, looked, said }) => {
  if (dispute.petitions.some((each) => each.petition === petition))
    return refuse({ kind: 'petition-joined-already', petition })
  const account = actor.kind === 'staff' ? actor.account : (said ?? null)
  return accept({ type: 'DisputePetitionJoined', on, account, petition, ...keptWith(dispute, looked) })
}

/** To a court, an arbitration, a reconsideration: what was explained is on record, and it ends here. */
export const directDispute: Decide<'DirectDispute'> = (dispute, command) => {
  const { on, to, told } = command
  const running = refusalWhileMediating(dispute)
  if (running) return refuse(running)
  const { account } = staffOf(command)
  return accept(
    { type: 'DisputeDirected', on, account, to, told },
    { type: 'DisputeClosed', on, account, ending: 'directed', note: null },
  )
}

export const reportNotFound: Decide<'ReportNotFound'> = (dispute, command) => {
  if (dispute.notFound !== null) return refuse({ kind: 'not-found-reported-already' })
  const { on, reason } = command
  return accept({ type: 'DisputeNotFoundReported', on, account: staffOf(command).account, reason })
}

/** Somebody else than whoever reported it, who answers for the organ that has it, or works where it was recorded or was before. */
function refusalOfSecond(dispute: Dispute, command: Parameters<typeof staffOf>[0]): DisputeRefusal | null {
  if (dispute.notFound === null) return { kind: 'nothing-to-confirm' }
  const { account, organ, posts } = staffOf(command)
  const answers = organ !== dispute.responsible.organ || posts.includes('head') || posts.includes('supervisor')
  return account === dispute.notFound.account || !answers ? { kind: 'needs-second-person', basis: ours } : null
}

export const confirmNotFound: Decide<'ConfirmNotFound'> = (dispute, command) => {
  const refusal = refusalOfSecond(dispute, command) ?? refusalWhileMediating(dispute)
  if (refusal) return refuse(refusal)
  const { account } = staffOf(command)
  return accept(
    { type: 'DisputeNotFoundConfirmed', on: command.on, account },
    { type: 'DisputeClosed', on: command.on, account, ending: 'notFound', note: dispute.notFound?.reason ?? null },
  )
}

export const rejectNotFound: Decide<'RejectNotFound'> = (dispute, command) => {
  const refusal = refusalOfSecond(dispute, command)
  if (refusal) return refuse(refusal)
  const { on, reason } = command
  return accept({ type: 'DisputeNotFoundRejected', on, account: staffOf(command).account, reason })
}

/** Settled and looked after, or a petition by now. */
export const closeDispute: Decide<'CloseDispute'> = (dispute, command) => {
  const { on, note } = command
  if (dispute.stage === 'settled') return refuse({ kind: 'not-followed-up', basis: article(15, 3) })
  const ending = dispute.stage === 'petition' ? 'petition' : 'settled'
  return accept({ type: 'DisputeClosed', on, account: staffOf(command).account, ending, note })
}
