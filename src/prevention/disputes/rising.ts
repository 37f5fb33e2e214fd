/** 矛盾不上交: a dispute rises only with what was tried, and is given back down once for another attempt. */
import { article, decided } from '../../law/basis.ts'
import { accept, type Decide, refusalOfDay, refuse, staffOf } from './decision.ts'
import type { Dispute, DisputeWorld } from './dispute.ts'
import { aboveOf, isHigher, levelOf, situated, suggest } from './local.ts'

/** Whether whoever has it did anything about it since it came to them. */
export function hasTried({ progress, mediations, responsible, handOns }: Dispute): boolean {
  const came = handOns.findLast(({ to }) => to === responsible.organ)
  return (
    progress.some(({ organ, on }) => organ === responsible.organ && (!came || on >= came.on)) ||
    mediations.some(({ ended, on }) => ended?.outcome === 'failed' && (!came || on >= came.on))
  )
}

/** Whether the rules ask for a level above whoever has it: then nothing needs to have been tried there. */
export function belongsHigher(dispute: Dispute, world: DisputeWorld): boolean {
  const own = world.organs.find(dispute.responsible.organ)
  return own !== undefined && isHigher(suggest(situated(dispute), world).level, levelOf(own))
}

export const handUpDispute: Decide<'HandUpDispute'> = (dispute, command, world) => {
  const { on, entry, at, to, tried } = command
  const { organ: from, account } = staffOf(command)
  const outside = refusalOfDay(dispute, at, on)
  if (outside) return refuse(outside)
  const above = world.organs.find(to)
  if (!above) return refuse({ kind: 'unknown-organ', organ: to })
  if (!aboveOf(dispute, from, world).includes(to))
    return refuse({ kind: 'not-one-level-up', organ: to, basis: article(15, 3) })
  const { level } = suggest(situated(dispute), world)
  if (!hasTried(dispute) && !belongsHigher(dispute, world))
    return refuse({ kind: 'nothing-tried-yet', level, basis: article(15, 3) })
  return accept({ type: 'DisputeHandedUp', on, entry, at, from, account, to, level: levelOf(above), tried })
}

export const takeUpDispute: Decide<'TakeUpDispute'> = ({ officials }, command) => {
  const { on, account: handler } = command
  if (handler !== null && officials.includes(handler)) return refuse({ kind: 'account-unknown', account: handler })
  const { organ, account } = staffOf(command)
  return accept({ type: 'DisputeTakenUp', on, organ, account, handler: handler ?? account })
}

/** Back to whoever handed it up, so often and no more: it is not to go to and fro. */
export const returnDispute: Decide<'ReturnDispute'> = (dispute, command, world) => {
  const { on, reason } = command
  const { organ: from, account } = staffOf(command)
  const up = dispute.handOns.findLast(({ kind, to }) => kind === 'up' && to === from)
  const { returnsAtMost } = world.disputes.terms
  const returned = dispute.handOns.filter((each) => each.kind === 'back' && each.from === from).length
  if (!up || belongsHigherThan(dispute, up.from, world))
    return refuse({ kind: 'not-responsible-there', organ: up?.from ?? from, basis: article(15, 3) })
  if (returned >= returnsAtMost)
    return refuse({ kind: 'returned-often-enough', times: returnsAtMost, basis: decided('0045') })
  return accept({ type: 'DisputeReturned', on, from, to: up.from, account, reason })
}

const belongsHigherThan = (dispute: Dispute, organ: Dispute['responsible']['organ'], world: DisputeWorld): boolean =>
  belongsHigher({ ...dispute, responsible: { organ, account: null } }, world)
