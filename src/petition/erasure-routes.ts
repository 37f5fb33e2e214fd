/** HTTP for erasures: the public list, and what heads of organs have to decide. Nothing here applies a rule. */
import type { OrganId } from '../kernel/organ.ts'
import { ok } from '../kernel/result.ts'
import { type AnyRoom, type Call, room, route } from '../platform/http/call.ts'
import { erasureCursor, erasureWork, listErasures } from './erasure-contract.ts'
import { mayBeErased, publicErasures, waitingErasures } from './erasures.ts'
import type { PetitionHouse } from './house.ts'

export const erasureRoutes = (house: PetitionHouse): AnyRoom =>
  room({
    name: 'erasure',
    title: { zh: '销毁', en: 'Erasure' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [
      route(listErasures, (call) => answerList(house, call)),
      route(erasureWork, (call) => answerWork(house, call)),
    ],
  })

const named = ({ directory }: PetitionHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })

async function answerList(house: PetitionHouse, { query }: Call<typeof listErasures>) {
  const after = query.cursor && { day: query.cursor[0], number: query.cursor[1] }
  const { items, next } = await publicErasures(house, after, query.limit)
  return ok({
    items: items.map(({ stream: _, ...item }) => ({
      ...item,
      ...{ organ: named(house, item.organ), approver: named(house, item.approver) },
    })),
    next: next && erasureCursor.write([next.day as never, next.number]),
  })
}

async function answerWork(house: PetitionHouse, { viewer }: Call<typeof erasureWork>) {
  const [may, proposed, toApprove] = await Promise.all([
    mayBeErased(house, viewer),
    waitingErasures(house, 'organ', viewer),
    waitingErasures(house, 'approver', viewer),
  ])
  const withNames = (waiting: (typeof proposed)[number]) => ({
    ...waiting,
    organ: named(house, waiting.organ),
    approver: named(house, waiting.approver),
  })
  return ok({ mayBeErased: [...may], proposed: proposed.map(withNames), toApprove: toApprove.map(withNames) })
}
