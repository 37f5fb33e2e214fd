/** HTTP for the proposals: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { commandProposal, draftProposal, type ProposalCommanding, type Proposed } from './commanding.ts'
import * as wire from './contract.ts'
import type { ProposalHouse } from './house.ts'
import { prepare } from './preparing.ts'
import type { ProposalRefusal, ProposalStage } from './proposal.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { proposalView, rowView } from './view.ts'
import { explainProposal, statusOfProposalRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, ProposalRefusal | WireRefusal>>
type Done = { readonly proposal: string; readonly version: number; readonly stage: ProposalStage }

export function proposalRoutes(house: ProposalHouse): AnyRoom {
  const act = (type: ProposalCommanding['type']) => (call: CommandCall<{ readonly proposal: string }>) =>
    carryOut(house, type, call)
  return room<ProposalRefusal>({
    name: 'proposal',
    title: { zh: '三项建议', en: 'Proposals' },
    statusOf: statusOfProposalRefusal,
    explain: (refusal) => explainProposal(refusal as ProposalRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listProposals, (call) => answerList(house, call)),
      route(wire.prepareProposal, (call) => answerPrepared(house, call)),
      route(wire.readFigures, (call) => answerFigures(house, call)),
      route(wire.draftProposal, (call) => answerDrafting(house, call)),
      route(wire.readProposal, (call) => answerRead(house, call)),
      route(wire.editProposal, act('EditProposal')),
      route(wire.submitProposal, act('SubmitProposal')),
      route(wire.sendProposalBack, act('SendProposalBack')),
      route(wire.approveProposal, act('ApproveProposal')),
      route(wire.issueProposal, act('IssueProposal')),
      route(wire.openProposal, act('OpenProposal')),
      route(wire.remindRecipient, act('RemindRecipient')),
      route(wire.answerProposal, act('AnswerProposal')),
      route(wire.addReasons, act('AddReasons')),
      route(wire.returnAnswer, act('ReturnAnswer')),
      route(wire.recordMeasure, act('RecordMeasure')),
      route(wire.verifyEffect, act('VerifyEffect')),
      route(wire.closeProposal, act('CloseProposal')),
      route(wire.withdrawProposal, act('WithdrawProposal')),
    ],
  })
}

async function answerList(house: ProposalHouse, { viewer, query }: Call<typeof wire.listProposals>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const { part, limit, petition = null } = query
  const shelf = query.shelf ?? (petition === null ? 'waiting' : null)
  const [{ items, next }, counts] = await Promise.all([
    queries.listProposals(house, viewer, { part, shelf, petition, after, limit }),
    queries.countProposals(house, viewer),
  ])
  return ok({
    items: items.map((row) => rowView(row, house)),
    next: next && wire.proposalCursor.write([next.day as never, next.stream]),
    counts: counts.map((count) => ({ ...count })),
    proposes: house.directory.find(viewer.organ)?.kind === 'bureau',
  })
}

async function answerRead(house: ProposalHouse, { viewer, params, answer }: Call<typeof wire.readProposal>) {
  const read = await queries.readProposal(house, streamOf(params.proposal), viewer)
  if (!read) return err({ kind: 'no-such-proposal' } as const)
  const { proposal, isOpen } = read
  const accounts = isOpen ? [...new Set(proposal.openings.map(({ account }) => account))] : []
  const [names, openPetitions] = await Promise.all([
    house.staffNames(accounts),
    openTo(house, viewer, isOpen ? proposal.text.petitions : []),
  ])
  answer.etag(proposal.version)
  return ok(proposalView(read, { names, openPetitions }, house))
}

async function answerPrepared(house: ProposalHouse, { viewer, query }: Call<typeof wire.prepareProposal>) {
  const { kind, petition = [], matter = [], against = [] } = query
  return ok(await prepare(house, { kind, petitions: petition, matters: matter, against, viewer }))
}

async function answerFigures(house: ProposalHouse, { viewer, query }: Call<typeof wire.readFigures>) {
  const kinds = await queries.proposalFigures(house, viewer, { year: query.year, bureau: viewer.organ })
  return ok({ kinds: (kinds ?? []).map((figures) => ({ ...figures, effect: { ...figures.effect } })) })
}

async function answerDrafting(house: ProposalHouse, call: Call<typeof wire.draftProposal>): Answer<Done> {
  const { body, viewer } = call
  return doneOf(await draftProposal(house, { ...body, viewer, ...idempotencyOf('proposal', viewer, call.idempotency) }))
}

function doneOf(proposed: Result<Proposed, ProposalRefusal | EngineRefusal>) {
  if (!proposed.ok) return err(proposed.error as ProposalRefusal | WireRefusal)
  const { stream, version, proposal } = proposed.value
  return ok({ proposal: idOf(stream), version, stage: proposal.stage })
}

async function carryOut(
  house: ProposalHouse,
  type: ProposalCommanding['type'],
  call: CommandCall<{ readonly proposal: string }>,
): Answer<Done> {
  const done = await commandProposal(house, {
    ...{ stream: streamOf(call.params.proposal), type },
    ...askedBy('proposal', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}
