import type { Day } from '../../kernel/day.ts'
import type {
  Circulation,
  Decision,
  ExecutionPart,
  Item,
  ItemFact,
  ItemFactOf,
  ItemFactType,
  ItemState,
} from './conference.ts'

type Evolvers = {
  readonly [T in Exclude<ItemFactType, 'ItemBrought'>]: (item: Item, fact: ItemFactOf<T>) => Item
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolveItem(state: ItemState, fact: ItemFact): Item {
  const changed = afterFact(state, fact)
  return { ...changed, movedOn: movedOn(changed, fact), version: changed.version + 1 }
}

/** Who must not learn of it is nothing that happened to it. */
const movedOn = ({ movedOn }: Item, { type, on }: ItemFact): Day => (type === 'ItemKept' ? movedOn : on)

function afterFact(state: ItemState, fact: ItemFact): Item {
  if (fact.type === 'ItemBrought') {
    if (state !== null) throw new Error('brought twice')
    return brought(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was an item`)
  const apply = evolvers[fact.type] as ((item: Item, fact: ItemFact) => Item) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function brought(fact: ItemFactOf<'ItemBrought'>): Item {
  const { on, kind, conference, bringer, title, paper, petitions, against, members, keptFrom, officials } = fact
  return {
    ...{ version: 0, kind, conference, bringer, title, paper, petitions, against, members, keptFrom, officials },
    ...{ stage: 'brought', broughtOn: on, movedOn: on, closedOn: null, confirmedOn: null, erasedOn: null },
    ...{ sentBack: null, meeting: null, decision: null, executor: null, note: null },
    ...{ postponed: [], recused: [], circulations: [], execution: [], dues: [] },
  }
}

const partsOf = ({ jurisdiction, measure, tasks }: Decision): readonly string[] => [
  ...(jurisdiction === null ? [] : ['jurisdiction']),
  ...(measure === null ? [] : ['measure']),
  ...tasks.map(({ key }) => key),
]

const ofPart = (item: Item, part: string, change: Partial<ExecutionPart>): Item => {
  if (!item.execution.some((each) => each.part === part)) throw new Error(`nothing was decided as ${part}`)
  return { ...item, execution: item.execution.map((each) => (each.part === part ? { ...each, ...change } : each)) }
}

function ofRunning(item: Item, change: (running: Circulation) => Circulation): Item {
  const last = item.circulations.at(-1)
  if (last?.ended !== null) throw new Error('nothing goes round')
  return { ...item, circulations: [...item.circulations.slice(0, -1), change(last)] }
}

/** Whoever is recused neither signs nor has signed, for themselves or for an organ. */
const signedWithout = (circulation: Circulation, who: string): Circulation => ({
  ...circulation,
  signatories: circulation.signatories.filter(({ account }) => account !== who),
  signatures: circulation.signatures.filter(({ account, by }) => account !== who && by !== who),
})

const evolvers: Evolvers = {
  ItemAccepted: (item) => ({ ...item, stage: 'accepted' }),
  ItemSentBack: (item, { on, reason }) => ({ ...item, stage: 'sentBack', sentBack: { on, reason } }),
  ItemEdited: (item, { title, paper }) => ({ ...item, stage: 'brought', title, paper, sentBack: null }),
  ItemWithdrawn: (item, { on, reason }) => ({ ...item, stage: 'withdrawn', closedOn: on, note: reason }),
  ItemPlaced: (item, { meeting, members }) => ({ ...item, stage: 'placed', meeting, members }),

  ItemPostponed: (item, { on, meeting, reason }) => ({
    ...item,
    ...{ stage: 'accepted', meeting: null, decision: null },
    postponed: [...item.postponed, { on, meeting, reason }],
  }),

  MemberRecused: (item, { on, account, reason }) => ({
    ...item,
    officials: [...item.officials, account],
    members: item.members.filter((member) => member.account !== account),
    recused: [...item.recused, { on, account, reason }],
    circulations: item.circulations.map((each) => (each.ended === null ? signedWithout(each, account) : each)),
  }),

  ItemCirculated: (item, { on, account, until, says, jurisdiction, measure, tasks, signatories, members }) => ({
    ...item,
    ...{ stage: 'circulated', members },
    circulations: [
      ...item.circulations,
      {
        ...{ on, account, until, says, jurisdiction, measure, tasks, signatories },
        ...{ signatures: [], ended: null },
      },
    ],
  }),

  ItemSigned: (item, { on, organ, account, by, view, reason }) =>
    ofRunning(item, (running) => ({
      ...running,
      signatures: [...running.signatures, { on, organ, account, by, view, reason }],
    })),

  CirculationEnded: (item, { on, because, reason }) => ({
    ...ofRunning(item, (running) => ({ ...running, ended: { on, because, reason } })),
    stage: 'accepted',
  }),

  ItemDecided: (item, { on, account, says, jurisdiction, measure, tasks }) => ({
    ...item,
    stage: 'decided',
    decision: { on, account, says, jurisdiction, measure, tasks },
  }),

  DecisionConfirmed: (item, { on }) => {
    const { decision } = item
    if (!decision) throw new Error('nothing was decided')
    return {
      ...item,
      ...{ stage: 'confirmed', confirmedOn: on, executor: decision.account },
      execution: partsOf(decision).map((part) => ({ part, state: 'waiting', result: null, refusal: null })),
      dues: decision.tasks.map(({ key, due }) => ({ key, due })),
    }
  },

  DecisionExecuted: (item, { part, result }) => ofPart(item, part, { state: 'executed', result, refusal: null }),
  ExecutionDeclined: (item, { part, refusal }) => ofPart(item, part, { state: 'declined', refusal }),

  ExecutionRequested: (item, { account }) => ({
    ...item,
    executor: account,
    execution: item.execution.map((each) => (each.state === 'declined' ? { ...each, state: 'waiting' } : each)),
  }),

  DutyMoved: (item, { key, due }) => ({
    ...item,
    dues: [...item.dues.filter((each) => each.key !== key), ...(due === null ? [] : [{ key, due }])],
  }),

  ItemKept: (item, { keptFrom, officials }) => ({
    ...item,
    ...{ keptFrom, officials },
    members: item.members.filter(({ account }) => account === null || !officials.includes(account)),
  }),

  ItemErased: (item, { on }) => ({ ...item, erasedOn: on }),
  ItemClosed: (item, { on, note }) => ({ ...item, stage: 'closed', closedOn: on, note }),
}
