/** The wire of owned cases: paths and shapes, shared by routes, the OpenAPI document and the web. A case is named by its petition. */
import { z } from 'zod'
import { fixables } from '../../law/ownership.ts'
import { materialInput } from '../../petition/commands.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint, fileReply } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { ownershipActions } from './actions.ts'
import {
  askingWays,
  helpAnswers,
  helpKinds,
  ownershipOutcomes,
  ownershipStages,
  petitionerViews,
  proposedFor,
} from './ownership.ts'
import { ownershipShelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const stage = z.enum(ownershipStages)
const shelf = z.enum(ownershipShelves)
const ground = z.enum(proposedFor)
const outcome = z.enum(ownershipOutcomes)
const view = z.enum(petitionerViews)
const helpKind = z.enum(helpKinds)
const helpAnswer = z.enum(helpAnswers)
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const accountId = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
/** The name of a row of the pack. */
const code = () => z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

/** Somebody with a part in it, by name, where they work. */
const personView = z.object({ organ: organRef, account: z.string(), name: z.string() })
const handlerView = z.object({ organ: organRef, account: z.string().nullable(), name: z.string().nullable() })

export const stepView = z.object({
  key: z.string(),
  what: z.string(),
  organ: organRef,
  officer: z.string().nullable(),
  due: z.string(),
  isShown: z.boolean(),
  /** Nobody has to do it: it was not given to anybody, or was withdrawn there. */
  isUngiven: z.boolean(),
  withdrawn: z.object({ on: z.string(), reason: z.string() }).nullable(),
})
export type StepView = z.output<typeof stepView>

const meetingView = z.object({
  ref: z.string(),
  heldOn: z.string(),
  place: z.string(),
  /** Only for the organs that own and handle it: it says who somebody is. */
  present: z.string().nullable(),
  said: z.string(),
  words: z.string(),
})
const helpView = z.object({
  ref: z.string(),
  on: z.string(),
  kind: helpKind,
  explained: z.string(),
  answer: helpAnswer,
  answeredOn: z.string(),
})
const resultView = z.object({
  on: z.string(),
  outcome,
  result: z.string(),
  remains: z.string().nullable(),
})
const anotherOwnerView = z.object({
  ref: z.string(),
  on: z.string(),
  reason: z.string(),
  decided: z.object({ on: z.string(), organ: organRef, isGranted: z.boolean(), reason: z.string() }).nullable(),
})

export const ownershipActionView = z.object({
  action: z.enum(ownershipActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type OwnershipActionView = z.output<typeof ownershipActionView>

export const ownershipView = z.object({
  petition: z.string(),
  version: z.int(),
  stage,
  category: z.string(),
  place: z.string(),
  registeredOn: z.string(),
  proposedOn: z.string(),
  endedOn: z.string().nullable(),
  /** Whether your organ may open the petition. */
  isOpenToYou: z.boolean(),
  keeper: organRef,
  deciders: z.array(organRef),
  grounds: z.array(z.object({ for: ground, on: z.string(), by: organRef.nullable(), reason: z.string().nullable() })),
  droppedFor: z.string().nullable(),
  owner: personView.nullable(),
  handler: handlerView.nullable(),
  /** 四定, in the words of the place. */
  fixed: z.array(
    z.object({ row: z.string(), zh: z.string(), en: z.string(), fixes: z.enum(fixables), isFixed: z.boolean() }),
  ),
  /** 五包: all that the law of the place knows, and what the owner took on. */
  duties: z.array(z.object({ duty: z.string(), zh: z.string(), en: z.string(), isTaken: z.boolean() })),
  due: z.string().nullable(),
  extensions: z.array(
    z.object({ on: z.string(), organ: organRef, by: z.string(), until: z.string(), reason: z.string() }),
  ),
  held: z.array(
    z.object({
      organ: organRef,
      name: z.string(),
      from: z.string(),
      until: z.string().nullable(),
      ended: z.enum(['left', 'replaced', 'refused', 'reopened']).nullable(),
    }),
  ),
  plans: z.array(z.object({ on: z.string(), plan: z.string() })),
  steps: z.array(stepView),
  openSteps: z.int(),
  meetings: z.array(meetingView),
  help: z.array(helpView),
  results: z.array(resultView),
  views: z.array(
    z.object({
      on: z.string(),
      /** By the petitioner’s own key, or signed on paper. */
      how: z.enum(['key', 'signed']),
      organ: organRef.nullable(),
      view,
      words: z.string().nullable(),
      materials: z.array(z.object({ ref: z.string(), name: z.string(), bytes: z.int() })),
    }),
  ),
  askings: z.array(z.object({ askedOn: z.string(), organ: organRef, way: z.enum(askingWays), note: z.string() })),
  /** On how many days somebody asked in vain since the result, and on how many they must have. */
  asked: z.object({ days: z.int(), atLeast: z.int() }),
  anotherOwner: z.array(anotherOwnerView),
  statements: z.array(z.object({ on: z.string(), name: z.string(), statement: z.string() })),
  relapses: z.array(z.object({ on: z.string(), again: z.string() })),
  clocks: z.array(clockView),
  actions: z.array(ownershipActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type OwnershipView = z.output<typeof ownershipView>

export const ownershipRow = z.object({
  petition: z.string(),
  stage,
  shelf,
  category: z.string(),
  place: z.string(),
  grounds: z.array(ground),
  owner: personView.nullable(),
  handler: organRef.nullable(),
  proposedOn: z.string(),
  due: z.string().nullable(),
  nextDuty: z.object({ lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
  movedOn: z.string(),
  asksForAnother: z.boolean(),
  hasResult: z.boolean(),
  relapses: z.int(),
})
export type OwnershipRowView = z.output<typeof ownershipRow>

export const ownerLoadView = z.object({
  organ: organRef,
  account: z.string(),
  name: z.string(),
  open: z.int(),
  overdue: z.int(),
  withResult: z.int(),
  nextDue: z.string().nullable(),
})
export type OwnerLoadView = z.output<typeof ownerLoadView>

/** Whoever handles, leads or supervises; who decides what on which case is for the decision to say. */
export const ownershipReaders = ['clerk', 'head', 'leader', 'supervisor'] as const

export const ownershipCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listOwnerships = endpoint({
  id: 'ownership.list',
  method: 'GET',
  path: '/api/ownerships',
  access: ownershipReaders,
  summary: { zh: '领导包案', en: 'Cases that leaders own' },
  query: z.object({
    whose: z.enum(['mine', 'organ']).default('organ'),
    shelf: shelf.default('open'),
    owner: accountId().optional(),
    cursor: ownershipCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(ownershipRow),
    next: z.string().nullable(),
    /** What still asks for something, each counted up to 1,000. */
    counts: z.array(z.object({ whose: z.enum(['mine', 'organ']), shelf, count: z.int(), overdue: z.int() })),
  }),
})

export const readLoads = endpoint({
  id: 'ownership.loads',
  method: 'GET',
  path: '/api/ownership-loads',
  access: ownershipReaders,
  summary: { zh: '包案领导的包案情况', en: 'How many cases each owner has' },
  response: z.object({ items: z.array(ownerLoadView) }),
})

const one = z.object({ petition: petitionNumber() })

export const readOwnership = endpoint({
  id: 'ownership.read',
  method: 'GET',
  path: '/api/ownerships/:petition',
  access: ownershipReaders,
  summary: { zh: '一件包案', en: 'One owned case' },
  params: one,
  response: ownershipView,
})

/** Before an owner is named: who leads in the place, what they have already, and why somebody cannot own it. */
export const prepareOwner = endpoint({
  id: 'ownership.prepare',
  method: 'GET',
  path: '/api/ownerships/:petition/owners',
  access: ownershipReaders,
  summary: { zh: '可以包案的领导', en: 'Who could own it' },
  params: one,
  response: z.object({
    owners: z.array(
      z.object({
        organ: organRef,
        account: z.string(),
        name: z.string(),
        open: z.int(),
        overdue: z.int(),
        refusal: refusalView.nullable(),
      }),
    ),
  }),
})

/** Before a handler or the officer of a step is named: who handles petitions in an organ. Only for whoever may name one. */
export const preparePeople = endpoint({
  id: 'ownership.people',
  method: 'GET',
  path: '/api/ownerships/:petition/people',
  access: ownershipReaders,
  summary: { zh: '可以承办的人员', en: 'Who could handle it in an organ' },
  params: one,
  query: z.object({ organ: organId() }),
  response: z.object({ people: z.array(z.object({ account: z.string(), name: z.string() })) }),
})

/** On a petition’s page: whether somebody owns it, as far as the reader may know, and whether they could propose it. */
export const ownershipOfPetition = endpoint({
  id: 'ownership.of-petition',
  method: 'GET',
  path: '/api/petitions/:number/ownership',
  access: ownershipReaders,
  summary: { zh: '该事项的包案情况', en: 'Whether a leader owns this petition' },
  params: z.object({ number: petitionNumber() }),
  response: z.object({
    ownership: z
      .object({
        stage,
        owner: personView.nullable(),
        due: z.string().nullable(),
        nextDuty: ownershipRow.shape.nextDuty,
        grounds: z.array(ground),
      })
      .nullable(),
    propose: z.object({ allowed: z.boolean(), refusal: refusalView.nullable() }),
  }),
})

const done = z.object({ petition: z.string(), version: z.int(), stage })

export const proposeOwnership = endpoint({
  id: 'ownership.propose',
  method: 'POST',
  path: '/api/ownerships',
  access: ownershipReaders,
  summary: { zh: '建议领导包案', en: 'Propose that a leader own a petition' },
  body: z.object({ petition: petitionNumber(), reason: short }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'ownership',
  path: '/api/ownerships/:petition',
  access: ownershipReaders,
  params: one,
  response: done,
})

const ownerInput = z.object({ organ: organId(), account: accountId() })
const handlerInput = z.object({ organ: organId(), account: accountId().nullable().default(null) })
const stepInput = z.object({
  what: short,
  organ: organId(),
  officer: accountId().nullable().default(null),
  due: day(),
  isShown: z.boolean().default(true),
})

export const assignOwner = command(
  'assign',
  { zh: '确定包案领导', en: 'Name the owner' },
  z.object({
    owner: ownerInput,
    handler: handlerInput.nullable().default(null),
    duties: list(code(), { max: 30 }),
    due: day(),
  }),
)
export const replaceOwner = command(
  'replace',
  { zh: '更换包案领导、承办人', en: 'Name another owner or handler' },
  z.object({ owner: ownerInput, handler: handlerInput.nullable().default(null), reason: short }),
)
export const dropOwnership = command('drop', { zh: '不予包案', en: 'Do not take it on' }, z.object({ reason: short }))
export const recordPlan = command(
  'plan',
  { zh: '制定化解方案', en: 'Write the plan' },
  z.object({ plan: words, steps: list(stepInput, { max: 30 }).default([]) }),
)
export const addStep = command('step', { zh: '增加化解措施', en: 'Add a step' }, z.object({ step: stepInput }))
export const withdrawStep = command(
  'withdraw-step',
  { zh: '取消化解措施', en: 'Withdraw a step' },
  z.object({ step: ref(), reason: short }),
)
export const recordMeeting = command(
  'meeting',
  { zh: '记录与信访人见面', en: 'Record a meeting with the petitioner' },
  z.object({
    heldOn: day(),
    place: prose({ max: 200, min: 1, singleLine: true }),
    present: prose({ max: 500, min: 1, part: 'identity' }),
    said: words,
    words,
    readBack: z.boolean(),
  }),
)
export const offerHelp = command(
  'help',
  { zh: '记录帮扶救助', en: 'Record help that was offered' },
  z.object({ kind: helpKind, explained: short, answer: helpAnswer.default('undecided') }),
)
export const answerHelp = command(
  'help-answer',
  { zh: '记录信访人对帮扶的答复', en: 'Record the answer to an offer of help' },
  z.object({ help: ref(), answer: helpAnswer }),
)
export const extendOwnership = command(
  'extend',
  { zh: '延长包案时限', en: 'Give more time' },
  z.object({ until: day(), reason: short }),
)
export const recordResult = command(
  'result',
  { zh: '记录化解结果', en: 'Record what came of it' },
  z.object({ outcome, result: words, remains: words.nullable().default(null) }),
)
/** Files are uploaded first, to `/api/files` as for a petition, and named here. */
export const recordView = command(
  'view',
  { zh: '录入信访人签字意见', en: 'Enter the signed view of the petitioner' },
  z.object({ view, words: short.nullable().default(null), materials: list(materialInput, { max: 10 }).default([]) }),
)
export const recordAsking = command(
  'asking',
  { zh: '记录征询意见', en: 'Record that the petitioner was asked' },
  z.object({ askedOn: day(), way: z.enum(askingWays), note: short }),
)
export const closeOwnership = command('close', { zh: '办结包案', en: 'Close the case' }, z.object({ statement: words }))
export const decideOnAnotherOwner = command(
  'another-owner',
  { zh: '决定是否更换包案领导', en: 'Decide on another owner' },
  z.object({ isGranted: z.boolean(), reason: short }),
)

export const readSignedView = endpoint({
  id: 'ownership.material',
  method: 'GET',
  path: '/api/ownerships/:petition/materials/:ref',
  access: ownershipReaders,
  summary: { zh: '下载信访人签字材料', en: 'Download what the petitioner signed' },
  params: one.extend({ ref: ref() }),
  response: fileReply(),
})

/** For the petitioner: who owns it, until when, what was planned and done, and what they can say. */
export const ownOwnershipView = z.object({
  stage,
  owner: z.object({ organ: organRef, name: z.string(), post: z.enum(['leader', 'head']) }).nullable(),
  since: z.string().nullable(),
  due: z.string().nullable(),
  extensions: z.array(z.object({ on: z.string(), until: z.string(), reason: z.string() })),
  duties: z.array(inWords),
  steps: z.array(
    z.object({
      what: z.string().nullable(),
      organ: organRef,
      due: z.string(),
      isDone: z.boolean(),
      isWithdrawn: z.boolean(),
    }),
  ),
  meetings: z.array(z.object({ heldOn: z.string(), place: z.string(), said: z.string(), words: z.string() })),
  help: z.array(helpView),
  result: resultView.nullable(),
  views: z.array(z.object({ on: z.string(), view, words: z.string().nullable(), isYours: z.boolean() })),
  statement: z.object({ on: z.string(), statement: z.string() }).nullable(),
  anotherOwner: z.array(anotherOwnerView),
  may: z.object({ view: refusalView.nullable(), anotherOwner: refusalView.nullable() }),
})
export type OwnOwnershipView = z.output<typeof ownOwnershipView>

export const ownOwnership = endpoint({
  id: 'ownership.own',
  method: 'GET',
  path: '/api/follow/ownership',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '本人信访事项的包案情况', en: 'Who owns your petition, and what is done' },
  response: z.object({ ownership: ownOwnershipView.nullable() }),
})

export const giveView = endpoint({
  id: 'ownership.give-view',
  method: 'POST',
  path: '/api/follow/ownership/view',
  access: 'petitioner',
  summary: { zh: '对化解结果表达意见', en: 'Say what you think of the result' },
  body: z.object({ view, words: short.nullable().default(null) }),
  idempotencyKey: 'optional',
  response: z.object({ stage }),
})

export const askForAnotherOwner = endpoint({
  id: 'ownership.ask-another',
  method: 'POST',
  path: '/api/follow/ownership/another-owner',
  access: 'petitioner',
  summary: { zh: '申请更换包案领导', en: 'Ask for another owner' },
  body: z.object({ reason: short }),
  idempotencyKey: 'optional',
  response: z.object({ stage }),
})
