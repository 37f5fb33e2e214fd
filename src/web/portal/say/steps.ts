/** The questions, one thing a page: in which order, for whom, and what is wrong with an answer. */
import { parseNumber } from '../../../kernel/petition-number.ts'
import { lengthOf, type Problem } from '../form/problem.ts'
import type { Words } from '../locales/zh.ts'
import type { Draft, Flow, PersonDraft } from './draft.ts'

export type StepId =
  | 'start'
  | 'place'
  | 'what'
  | 'claims'
  | 'whom'
  | 'before'
  | 'routes'
  | 'identity'
  | 'together'
  | 'people'
  | 'files'

type Applies = (draft: Draft) => boolean
type Check = (draft: Draft, words: Words) => readonly Problem[]

interface Step {
  readonly id: StepId
  readonly applies: Applies
  readonly problems: Check
}

const always: Applies = () => true
const isSuggestion: Applies = ({ kind }) => kind === 'suggestion'
const isPetition: Applies = (draft) => !isSuggestion(draft)
const isNamed: Applies = ({ confidentiality }) => confidentiality !== 'anonymous'
const fine: Check = () => []

/** Longest that the house takes; `body.test.ts` holds them against the contract. */
export const longest = { title: 200, text: 50_000, claim: 5000, line: 300, note: 1000, mandate: 500 } as const
export const mostClaims = 50
export const mostPeople = 5

const startProblems: Check = ({ kind }, words) =>
  kind === '' ? [{ field: 'kind', message: words.errors.required }] : []

function placeProblems({ county, place, placeDetail }: Draft, words: Words): readonly Problem[] {
  if (county === '' || place === '') return [{ field: 'county', message: words.place.countyNeeded }]
  if (county === 'elsewhere' && placeDetail.trim() === '')
    return [{ field: 'detail', message: words.place.detailNeeded }]
  return tooLong('detail', placeDetail, longest.line, words)
}

function whatProblems({ title, text, kind }: Draft, words: Words): readonly Problem[] {
  const textNeeded = kind === 'suggestion' ? words.what.textSuggestNeeded : words.what.textNeeded
  return [
    ...needed('title', title, words.what.headingNeeded),
    ...tooLong('title', title, longest.title, words),
    ...needed('text', text, textNeeded),
    ...tooLong('text', text, longest.text, words),
  ]
}

function claimsProblems({ claims }: Draft, words: Words): readonly Problem[] {
  if (claims.every((claim) => claim.trim() === '')) return [{ field: 'claim-0', message: words.claims.needed }]
  return claims.flatMap((claim, at) => tooLong(`claim-${at}`, claim, longest.claim, words))
}

/** An accusation must say of whom; elsewhere the office finds out who is competent. */
function whomProblems({ kind, about }: Draft, words: Words): readonly Problem[] {
  const named = about.some(({ organ, official }) => organ !== '' || official.trim() !== '')
  if (kind === 'accusation' && !named) return [{ field: 'organ-0', message: words.whom.needed }]
  return about.flatMap(({ official }, at) => tooLong(`official-${at}`, official, 200, words))
}

function beforeProblems({ before, beforeNote, beforeNumber }: Draft, words: Words): readonly Problem[] {
  if (before === '') return [{ field: 'before', message: words.before.choose }]
  if (before === 'no') return []
  const wrong = beforeNumber.trim() !== '' && parseNumber(beforeNumber) === null
  return [
    ...tooLong('before-note', beforeNote, longest.note, words),
    ...(wrong ? [{ field: 'before-number', message: words.before.numberWrong }] : []),
  ]
}

const identityProblems: Check = ({ confidentiality }, words) =>
  confidentiality === '' ? [{ field: 'identity', message: words.identity.choose }] : []

function togetherProblems(draft: Draft, words: Words): readonly Problem[] {
  if (draft.together === '') return [{ field: 'together', message: words.together.choose }]
  const problems: Problem[] = []
  const count = Number(draft.headcount)
  if (draft.together === 'group' && !(Number.isInteger(count) && count >= 2 && count <= 100_000)) {
    problems.push({ field: 'headcount', message: words.together.headcountWrong })
  }
  if (draft.forWhom !== 'self') {
    problems.push(...needed('agent-name', draft.agentName, words.together.agentNeeded))
    problems.push(...needed('mandate', draft.mandate, words.together.mandateNeeded))
    problems.push(...tooLong('mandate', draft.mandate, longest.mandate, words))
  }
  return problems
}

function peopleProblems(draft: Draft, words: Words): readonly Problem[] {
  if (draft.confidentiality === 'anonymous') return []
  const tooFew = draft.together === 'group' && Number(draft.headcount) < draft.people.length
  return [
    ...(tooFew ? [{ field: 'name-0', message: words.together.headcountWrong }] : []),
    ...draft.people.flatMap((person, at) => personProblems(person, at, draft, words)),
  ]
}

function personProblems(person: PersonDraft, at: number, draft: Draft, words: Words): readonly Problem[] {
  const reachable =
    person.phone.trim() ||
    person.address.trim() ||
    person.electronic ||
    (draft.forWhom !== 'self' && draft.agentPhone.trim())
  return [
    ...needed(`name-${at}`, person.name, words.people.nameNeeded),
    ...tooLong(`name-${at}`, person.name, 100, words),
    ...(at === 0 && !reachable ? [{ field: 'phone-0', message: words.people.contactNeeded }] : []),
    ...tooLong(`phone-${at}`, person.phone, 40, words),
    ...tooLong(`address-${at}`, person.address, longest.line, words),
    ...tooLong(`id-number-${at}`, person.idNumber, 40, words),
  ]
}

const needed = (field: string, text: string, message: string): readonly Problem[] =>
  text.trim() === '' ? [{ field, message }] : []

const tooLong = (field: string, text: string, max: number, words: Words): readonly Problem[] =>
  lengthOf(text.trim()) > max ? [{ field, message: words.errors.tooLong(max) }] : []

const steps: readonly Step[] = [
  { id: 'start', applies: isPetition, problems: startProblems },
  { id: 'place', applies: always, problems: placeProblems },
  { id: 'what', applies: always, problems: whatProblems },
  { id: 'claims', applies: always, problems: claimsProblems },
  { id: 'whom', applies: isPetition, problems: whomProblems },
  { id: 'before', applies: isPetition, problems: beforeProblems },
  { id: 'routes', applies: (draft) => draft.kind === 'appeal', problems: fine },
  { id: 'identity', applies: always, problems: identityProblems },
  { id: 'together', applies: (draft) => isPetition(draft) && isNamed(draft), problems: togetherProblems },
  { id: 'people', applies: always, problems: peopleProblems },
  { id: 'files', applies: always, problems: fine },
]

export const stepsOf = (draft: Draft): readonly Step[] => steps.filter(({ applies }) => applies(draft))

/** What still keeps the whole from being sent, with the step where it is mended. */
export const allProblems = (draft: Draft, words: Words): readonly (Problem & { readonly step: StepId })[] =>
  stepsOf(draft).flatMap(({ id, problems }) => problems(draft, words).map((problem) => ({ ...problem, step: id })))

export const addressOf = (flow: Flow, step: StepId | 'check'): string =>
  step === 'start' ? `/${flow}` : `/${flow}/${step}`

/** The step at which a field of the wire is asked. */
export function stepOfField(path: string): StepId | null {
  const top = path.split('.')[0] ?? ''
  return fieldSteps[top] ?? null
}

const fieldSteps: Readonly<Record<string, StepId>> = {
  class: 'start',
  place: 'place',
  placeDetail: 'place',
  title: 'what',
  text: 'what',
  claims: 'claims',
  about: 'whom',
  elsewhere: 'before',
  confidentiality: 'identity',
  agent: 'together',
  headcount: 'together',
  people: 'people',
  materials: 'files',
}
