/** The read models of conferences: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { isApart } from './acting.ts'
import { runningCirculation, unsigned } from './circulating.ts'
import type { Item, ItemStage, ItemState, MeetingState, Member, RosterState } from './conference.ts'

export const rosterTables = { conference_seat: { key: ['ref'] } } as const
export const itemTables = {
  conference_item: { key: [] },
  conference_item_link: { key: ['petition'] },
  conference_item_party: { key: ['organ'] },
} as const
export const meetingTables = { meeting: { key: [] }, meeting_party: { key: ['organ'] } } as const

export const rosterRows = (state: RosterState): RowSet =>
  state === null
    ? {}
    : {
        conference_seat: state.seats.map(({ ref, seat, organ, account, from, until }) => ({
          ...{ ref, seat, organ, account, conference: state.conference },
          runs_from: from,
          runs_until: until,
        })),
      }

/** Where an item lies: what waits for whom. */
export const itemShelves = [
  ...(['toSign', 'brought', 'accepted', 'circulated', 'placed', 'decided', 'followed', 'sentBack', 'done'] as const),
] as const
export type ItemShelf = (typeof itemShelves)[number]

const shelfOf: Readonly<Record<ItemStage, ItemShelf>> = {
  ...{
    brought: 'brought',
    accepted: 'accepted',
    circulated: 'circulated',
    placed: 'placed',
    decided: 'decided',
    confirmed: 'followed',
  },
  ...{ sentBack: 'sentBack', closed: 'done', withdrawn: 'done' },
}

export function itemRows(state: ItemState): RowSet {
  if (state === null) return {}
  return {
    conference_item: [itemRow(state)],
    conference_item_link: state.petitions.map((petition) => ({ petition, conference: state.conference })),
    conference_item_party: itemParties(state),
  }
}

const firstDue = ({ dues }: Item) => dues.map(({ due }) => due).toSorted()[0] ?? null

function itemRow(item: Item): Row {
  const { version, conference, bringer, kind, stage, meeting, broughtOn, decision, closedOn, title } = item
  return {
    ...{ version, conference, bringer, kind, stage, meeting },
    title_ref: title.ref,
    brought_on: broughtOn,
    circulated_until: runningCirculation(item)?.until ?? null,
    decided_on: decision?.on ?? null,
    next_due: stage === 'confirmed' ? firstDue(item) : null,
    open_tasks: stage === 'confirmed' ? item.dues.length : 0,
    is_declined: item.execution.some(({ state }) => state === 'declined'),
    is_apart: isApart(item),
    closed_on: closedOn,
  }
}

/** Who may see it: one row for an organ. Without accounts everybody there; with them, only these. */
function itemParties(item: Item): readonly Row[] {
  const { conference, bringer, members, keptFrom, officials, stage, movedOn } = item
  const shelf = shelfOf[stage]
  const day = shelf === 'followed' ? (firstDue(item) ?? movedOn) : movedOn
  const running = runningCirculation(item)
  const asked = new Set(running === null ? [] : unsigned(running).map(({ organ }) => organ))
  // what waits for a signature lies first, and goes by the day on which it has to be there
  const seenBy = (organ: OrganId) => ({
    ...(asked.has(organ) && running ? { shelf: 'toSign', day: running.until } : { shelf, day }),
    ...{ kept_from: keptFrom, officials },
  })
  const others = accountsByOrgan(members).filter(({ organ }) => organ !== conference && organ !== bringer)
  const parties: readonly Row[] = [
    { organ: conference, part: 'conference', accounts: null, ...seenBy(conference) },
    ...(bringer === conference ? [] : [{ organ: bringer, part: 'bringer', accounts: null, ...seenBy(bringer) }]),
    ...others.map(({ organ, accounts }) => ({ organ, part: 'member', accounts, ...seenBy(organ) })),
  ]
  // whoever had a part and was named since has none any more
  return parties.filter(({ organ }) => !keptFrom.includes(organ as OrganId))
}

/** Null for an organ that sits there as such. */
function accountsByOrgan(
  members: readonly Member[],
): readonly { organ: OrganId; accounts: readonly string[] | null }[] {
  return [...Map.groupBy(members, ({ organ }) => organ)].map(([organ, seats]) => {
    const accounts = seats.flatMap(({ account }) => account ?? [])
    return { organ, accounts: accounts.length < seats.length ? null : [...new Set(accounts)] }
  })
}

export function meetingRows(state: MeetingState): RowSet {
  if (state === null) return {}
  const { version, conference, kind, stage, day, openedOn, issuedOn, title, place, members } = state
  const others = accountsByOrgan(members).filter(({ organ }) => organ !== conference)
  return {
    meeting: [
      {
        ...{ version, conference, kind, stage, day },
        title_ref: title.ref,
        place_ref: place.ref,
        opened_on: openedOn,
        issued_on: issuedOn,
      },
    ],
    meeting_party: [
      { organ: conference, accounts: null, day },
      ...others.map(({ organ, accounts }) => ({ organ, accounts, day })),
    ],
  }
}
