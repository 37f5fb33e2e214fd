import type { Day } from '../../kernel/day.ts'
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganKind } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, type Basis, decided } from '../../law/basis.ts'
import { periodWith } from '../../law/report-periods.ts'
import type {
  Bulletin,
  BulletinActor,
  BulletinCommand,
  BulletinCommandType,
  BulletinFact,
  BulletinKind,
  BulletinRefusal,
  BulletinStage,
  BulletinState,
  BulletinWorld,
  Corrected,
  DraftBlock,
  DraftedContent,
  FrozenBlock,
  Of,
  PersonnelMatter,
  ReadCase,
  ReportPeriod,
} from './bulletin.ts'
import { isKeptFrom, recipientsOfNotice, recipientsOfReport, recipientsOfSituation } from './recipients.ts'

export type BulletinDecision = Result<readonly BulletinFact[], BulletinRefusal>
type LaterCommand = Exclude<BulletinCommandType, 'DraftBulletin'>
type Decide<T extends LaterCommand> = (
  bulletin: Bulletin,
  command: Of<T> & { readonly actor: Staff },
  world: BulletinWorld,
) => BulletinDecision
type Staff = Extract<BulletinActor, { kind: 'staff' }>

const refuse = (refusal: BulletinRefusal): BulletinDecision => err(refusal)
const accept = (fact: BulletinFact): BulletinDecision => ok([fact])

/** On what each kind rests, and which organs issue it. */
export const issuing: Readonly<Record<BulletinKind, { readonly by: readonly OrganKind[]; readonly basis: Basis }>> = {
  circular: { by: ['bureau', 'conference', 'government', 'party'], basis: article(39, 1) },
  annualReport: { by: ['bureau'], basis: article(41) },
  situationReport: { by: ['bureau'], basis: article(14, 1, 4) },
  personnelNotice: { by: ['bureau'], basis: article(30, 2) },
}

/** Who writes at one, and who approves it: a notice about cadres passes through fewer hands. */
const writers: Readonly<Record<BulletinKind, readonly string[]>> = {
  circular: ['clerk', 'head', 'leader', 'supervisor'],
  annualReport: ['clerk', 'head', 'leader', 'supervisor'],
  situationReport: ['clerk', 'head', 'leader', 'supervisor'],
  personnelNotice: ['head', 'leader', 'supervisor'],
}
const approvers = ['head', 'leader'] as const
const receivers: Readonly<Record<BulletinKind, readonly string[]>> = {
  circular: ['clerk', 'head', 'leader', 'supervisor'],
  annualReport: ['clerk', 'head', 'leader', 'supervisor'],
  situationReport: ['clerk', 'head', 'leader', 'supervisor'],
  personnelNotice: ['clerk', 'head', 'leader'],
}

/** What may follow from a command: who may act, then the rule. */
export function decide(state: BulletinState, command: BulletinCommand, world: BulletinWorld): BulletinDecision {
  const { actor } = command
  if (actor.kind !== 'staff') return refuse({ kind: 'bulletin-not-yours', basis: decided('0035') })
  if (command.type === 'DraftBulletin') {
    return state === null ? draft({ ...command, actor }, world) : refuse({ kind: 'bulletin-drafted-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-bulletin' })
  const refusal = refusalToAct(state, command.type, actor, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    bulletin: Bulletin,
    command: BulletinCommand,
    world: BulletinWorld,
  ) => BulletinDecision
  return rule(state, command, world)
}

type Performer = 'writer' | 'approver' | 'recipient'

const permissions: Readonly<Record<LaterCommand, { readonly by: Performer; readonly at: readonly BulletinStage[] }>> = {
  EditBulletin: { by: 'writer', at: ['draft'] },
  SubmitBulletin: { by: 'writer', at: ['draft'] },
  ReturnBulletin: { by: 'approver', at: ['submitted'] },
  IssueBulletin: { by: 'approver', at: ['submitted'] },
  WithdrawBulletin: { by: 'writer', at: ['draft', 'submitted'] },
  ReceiveBulletin: { by: 'recipient', at: ['issued'] },
  InstructOnBulletin: { by: 'recipient', at: ['issued'] },
}

function refusalToAct(
  bulletin: Bulletin,
  type: LaterCommand,
  actor: Staff,
  world: BulletinWorld,
): BulletinRefusal | null {
  // whoever it is kept from learns of no bulletin, and not that it is not theirs
  if (isKeptOutOf(bulletin.personnel, actor, world)) return { kind: 'no-such-bulletin' }
  const { by, at } = permissions[type]
  if (!acts(bulletin, by, actor)) return { kind: 'bulletin-not-yours', basis: decided('0035') }
  if (!at.includes(bulletin.stage)) {
    return { kind: 'wrong-bulletin-stage', stage: bulletin.stage, command: type, needs: at }
  }
  return null
}

function acts({ kind, organ, issued }: Bulletin, by: Performer, actor: Staff): boolean {
  const has = (posts: readonly string[]) => actor.posts.some((post) => posts.includes(post))
  switch (by) {
    case 'writer':
      return actor.organ === organ && has(writers[kind])
    case 'approver':
      return actor.organ === organ && has(approvers)
    case 'recipient':
      return issued?.recipients.includes(actor.organ) === true && has(receivers[kind])
  }
}

/** Concerned themselves, answering to somebody who is, or of an organ that one of them leads (art. 28 (3), 30 (3)). */
export function isKeptOutOf(
  matter: Pick<PersonnelMatter, 'keptFrom' | 'officials'> | null,
  actor: Staff,
  { organs }: BulletinWorld,
): boolean {
  if (matter === null) return false
  const named = [actor.account, ...(actor.answersTo ?? [])].some((account) => matter.officials.includes(account))
  return named || isPersonKeptOut(matter.keptFrom, actor, organs)
}

/** Whether somebody may open one at all: writers of its organ, and whoever receives it there. */
export const mayRead = (bulletin: Bulletin, actor: Staff, world: BulletinWorld): boolean =>
  !isKeptOutOf(bulletin.personnel, actor, world) &&
  (acts(bulletin, 'writer', actor) || acts(bulletin, 'recipient', actor))

export const receivesKind = (kind: BulletinKind, posts: readonly string[]): boolean =>
  posts.some((post) => receivers[kind].includes(post))
export const writesKind = (kind: BulletinKind, posts: readonly string[]): boolean =>
  posts.some((post) => writers[kind].includes(post))

function draft(command: Of<'DraftBulletin'> & { readonly actor: Staff }, world: BulletinWorld): BulletinDecision {
  const { on, actor, kind, tone, year, period, content, personnel, corrects } = command
  const refusal =
    refusalToIssue(kind, actor, world.organs.find(actor.organ)) ??
    refusalOfKind(command, world) ??
    refusalToCorrect(command, actor, corrects) ??
    refusalOfContent(kind, actor, content, command.read, personnel, world)
  if (refusal) return refuse(refusal)
  return accept({
    ...{ type: 'BulletinDrafted', on, kind, organ: actor.organ, account: actor.account, content },
    tone: kind === 'circular' ? tone : null,
    year: kind === 'annualReport' ? year : null,
    period: kind === 'situationReport' ? period : null,
    personnel: kind === 'personnelNotice' ? personnel : null,
    corrects: corrects?.bulletin ?? null,
  })
}

function refusalToIssue(kind: BulletinKind, actor: Staff, organ: OrganFacts | undefined): BulletinRefusal | null {
  const { by, basis } = issuing[kind]
  if (organ?.state !== 'active' || !by.includes(organ.kind)) {
    return { kind: kind === 'circular' ? 'not-an-issuer' : 'not-a-bureau', bulletin: kind, basis }
  }
  return writesKind(kind, actor.posts) ? null : { kind: 'bulletin-not-yours', basis: decided('0035') }
}

/** What each kind asks for that the others do not. */
function refusalOfKind(
  {
    kind,
    tone,
    year,
    period,
    on,
    personnel,
    standing,
    corrects,
    actor,
  }: Of<'DraftBulletin'> & { readonly actor: Staff },
  world: BulletinWorld,
): BulletinRefusal | null {
  if (kind === 'circular') {
    if (tone === null) return { kind: 'tone-missing' }
    // 由信访工作联席会议进行约谈、通报 (art. 39 (3))
    const isConference = world.organs.find(actor.organ)?.kind === 'conference'
    return tone === 'criticism' && !isConference ? { kind: 'criticism-not-yours', basis: article(39, 3) } : null
  }
  if (kind === 'annualReport') {
    if (year === null || year > yearOf(on)) return { kind: 'year-missing' }
    if (standing === null || standing === corrects?.bulletin) return null
    return { kind: 'report-drafted-already', year, basis: article(41) }
  }
  if (kind === 'situationReport') {
    if (period === null || !isPeriod(period) || period.from > on) return { kind: 'period-missing' }
    if (standing === null || standing === corrects?.bulletin) return null
    return { kind: 'period-reported-already', basis: decided('0044') }
  }
  if (personnel === null || personnel.concerned.length === 0) return { kind: 'nobody-named' }
  return isKeptOutOf(personnel, actor, world) ? { kind: 'bulletin-not-yours', basis: article(30, 3) } : null
}

/** A week from Monday, a month, a quarter, and nothing that somebody cut to what it should show. */
const isPeriod = ({ span, from, until }: ReportPeriod): boolean => {
  const whole = periodWith(span, from)
  return whole.from === from && whole.until === until
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** A correction is another bulletin of the same kind and year, by the same organ, of one that was issued; and there is one at a time. */
function refusalToCorrect(
  { kind, year, period }: Pick<Of<'DraftBulletin'>, 'kind' | 'year' | 'period'>,
  { organ }: Staff,
  corrects: Corrected | null,
): BulletinRefusal | null {
  if (corrects === null) return null
  const isSame =
    corrects.kind === kind &&
    corrects.organ === organ &&
    (kind !== 'annualReport' || corrects.year === year) &&
    (kind !== 'situationReport' || (corrects.period?.span === period?.span && corrects.period?.from === period?.from))
  if (!corrects.isIssued || !isSame) return { kind: 'nothing-to-correct' }
  return corrects.by === null ? null : { kind: 'corrected-already' }
}

/** Whom it goes to: as chosen for a circular, as the law says for the others. */
export function recipientsOf(
  bulletin: Pick<Bulletin, 'kind' | 'organ' | 'personnel'> & { readonly content: Pick<DraftedContent, 'recipients'> },
  { organs }: BulletinWorld,
): Result<readonly Bulletin['organ'][], BulletinRefusal> {
  const { kind, organ, personnel, content } = bulletin
  if (kind === 'annualReport') return recipientsOfReport(organ, organs)
  if (kind === 'situationReport') return recipientsOfSituation(organ, organs)
  if (kind === 'personnelNotice')
    return personnel ? recipientsOfNotice(personnel, organs) : err({ kind: 'no-recipient' })
  return ok([...new Set(content.recipients)])
}

function refusalOfContent(
  kind: BulletinKind,
  { organ }: Pick<Staff, 'organ'>,
  content: DraftedContent,
  read: readonly ReadCase[],
  personnel: PersonnelMatter | null,
  world: BulletinWorld,
): BulletinRefusal | null {
  for (const block of content.blocks) {
    const refusal = refusalOfBlock(kind, block, read)
    if (refusal) return refusal
  }
  const chosen = recipientsOf({ kind, organ, personnel, content }, world)
  // whom the law names may still be missing while it is a draft; that is said when it is issued
  return chosen.ok ? refusalOfRecipients(chosen.value, organ, personnel, world) : null
}

function refusalOfBlock(kind: BulletinKind, block: DraftBlock, read: readonly ReadCase[]): BulletinRefusal | null {
  if (block.is === 'figures') {
    const { from, until } = block
    return from > until ? { kind: 'ended-before-begun', from, until } : null
  }
  if (block.is === 'text') return null
  for (const petition of block.petitions) {
    const refusal = refusalOfCase(kind, petition, read)
    if (refusal) return refusal
  }
  return null
}

/** 不得将信访人的检举、揭发材料以及有关情况透露 (art. 30 (3)): not even that there is one, and nobody who asked to be kept back. */
function refusalOfCase(kind: BulletinKind, petition: string, read: readonly ReadCase[]): BulletinRefusal | null {
  const found = read.find((each) => each.petition === petition)
  if (!found) return { kind: 'petition-unknown', petition }
  if (kind === 'personnelNotice') return null
  if (found.isAccusation) return { kind: 'petition-is-accusation', petition, basis: article(30, 3) }
  return found.isKeptBack ? { kind: 'petition-kept-back', petition, basis: decided('0019') } : null
}

function refusalOfRecipients(
  recipients: readonly Bulletin['organ'][],
  organ: Bulletin['organ'],
  personnel: PersonnelMatter | null,
  { organs }: BulletinWorld,
): BulletinRefusal | null {
  for (const each of recipients) {
    if (each === organ) return { kind: 'recipient-is-issuer', organ: each }
    if (organs.find(each)?.state !== 'active') return { kind: 'recipient-ended', organ: each }
    if (personnel && isKeptFrom(personnel.keptFrom, each, organs)) {
      return { kind: 'recipient-is-named', organ: each, basis: article(30, 3) }
    }
  }
  return null
}

const editBulletin: Decide<'EditBulletin'> = (bulletin, { on, actor, content, read }, world) => {
  const refusal = refusalOfContent(bulletin.kind, bulletin, content, read, bulletin.personnel, world)
  return refusal ? refuse(refusal) : accept({ type: 'BulletinEdited', on, account: actor.account, content })
}

const submitBulletin: Decide<'SubmitBulletin'> = (bulletin, { on, actor }, world) => {
  if (bulletin.content.blocks.length === 0) return refuse({ kind: 'nothing-to-circulate' })
  const recipients = recipientsOf(bulletin, world)
  if (!recipients.ok) return recipients
  if (recipients.value.length === 0) return refuse({ kind: 'no-recipient' })
  return accept({ type: 'BulletinSubmitted', on, account: actor.account })
}

/** Nobody approves what they wrote at. */
const ownWork = ({ authors }: Bulletin, { account }: Staff): BulletinRefusal | null =>
  authors.includes(account) ? { kind: 'own-bulletin', basis: decided('0035') } : null

const returnBulletin: Decide<'ReturnBulletin'> = (bulletin, { on, actor, reasons }) => {
  const refusal = ownWork(bulletin, actor)
  return refusal ? refuse(refusal) : accept({ type: 'BulletinReturned', on, account: actor.account, reasons })
}

const issueBulletin: Decide<'IssueBulletin'> = (bulletin, command, world) => {
  const { on, actor, counted, read, missing } = command
  const { kind, tone, year, period, organ, personnel, corrects, content } = bulletin
  const own = ownWork(bulletin, actor)
  if (own) return refuse(own)
  if (kind === 'annualReport' && year !== null && year >= yearOf(on)) {
    return refuse({ kind: 'year-not-ended', year, basis: decided('0035') })
  }
  if (kind === 'situationReport' && period !== null && period.until >= on) {
    return refuse({ kind: 'period-not-ended', until: period.until, basis: decided('0044') })
  }
  const recipients = recipientsOf(bulletin, world)
  if (!recipients.ok) return recipients
  if (recipients.value.length === 0) return refuse({ kind: 'no-recipient' })
  const refusal =
    refusalOfContent(kind, bulletin, content, read, personnel, world) ??
    (missing && ({ kind: 'bulletin-part-missing', ...missing } as const))
  if (refusal) return refuse(refusal)
  return accept({
    ...{ type: 'BulletinIssued', on, kind, tone, year, period, organ, corrects, title: content.title },
    ...{ recipients: recipients.value, account: actor.account },
    ...{ concerned: personnel?.concerned ?? [], isMajor: personnel?.isMajor ?? false },
    blocks: frozen(content.blocks, counted, read, on),
  })
}

/** Figures with the numbers that they had on the day, cases with the stage that they were at. */
export function frozen(
  blocks: readonly DraftBlock[],
  counted: Of<'IssueBulletin'>['counted'],
  read: readonly ReadCase[],
  on: Day,
): readonly FrozenBlock[] {
  let next = 0
  return blocks.map((block) => {
    if (block.is === 'text') return block
    if (block.is === 'figures') return { ...block, countedOn: on, counted: counted[next++] ?? [] }
    const cases = block.petitions.flatMap((number) => read.find(({ petition }) => petition === number) ?? [])
    return { is: 'cases', cases: cases.map(({ petition, category, stage }) => ({ petition, category, stage })) }
  })
}

const withdrawBulletin: Decide<'WithdrawBulletin'> = (_, { on, actor, reasons }) =>
  accept({ type: 'BulletinWithdrawn', on, account: actor.account, reasons })

const receiveBulletin: Decide<'ReceiveBulletin'> = ({ receipts }, { on, actor }) => {
  const { organ, account } = actor
  if (receipts.some((receipt) => receipt.organ === organ)) return refuse({ kind: 'received-already' })
  return accept({ type: 'BulletinReceived', on, organ, account })
}

/** More than that about one report is a plan, and a plan is written elsewhere. */
const mostInstructions = 50

/** Whether somebody whom it went to instructs at all, whatever and whom. */
export function refusalToInstruct(kind: BulletinKind, { posts }: Pick<Staff, 'posts'>): BulletinRefusal | null {
  if (kind !== 'situationReport') return { kind: 'nothing-to-instruct', basis: decided('0055') }
  const leads = approvers.some((post) => posts.includes(post))
  return leads ? null : { kind: 'not-yours-to-instruct', basis: article(18, 2) }
}

/** Heads and leaders of an organ that a situation report went to instruct organs of their own area. */
const instructOnBulletin: Decide<'InstructOnBulletin'> = ({ kind, instructions }, command, { organs }) => {
  const { on, actor, to, what, due } = command
  const { organ, account } = actor
  const refusal = refusalToInstruct(kind, actor)
  if (refusal) return refuse(refusal)
  const [own, other] = [organs.find(organ), organs.find(to)]
  const isTheirs = own && other?.state === 'active' && (own.region === '00' || other.region.startsWith(own.region))
  if (!isTheirs || to === organ) return refuse({ kind: 'organ-not-of-your-area', organ: to })
  if (due <= on) return refuse({ kind: 'day-not-ahead', day: due, today: on })
  if (instructions.filter((each) => each.organ === organ).length >= mostInstructions) {
    return refuse({ kind: 'too-many-already', atMost: mostInstructions })
  }
  return accept({ type: 'BulletinInstructed', on, ref: `i${instructions.length + 1}`, organ, account, to, what, due })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  EditBulletin: editBulletin,
  SubmitBulletin: submitBulletin,
  ReturnBulletin: returnBulletin,
  IssueBulletin: issueBulletin,
  WithdrawBulletin: withdrawBulletin,
  ReceiveBulletin: receiveBulletin,
  InstructOnBulletin: instructOnBulletin,
}
