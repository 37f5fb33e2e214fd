import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { article, decided } from '../law/basis.ts'
import type { Refusal, RefusalKind } from '../petition/petition.ts'
import { explainRefusal } from './refusals.ts'

const organ = 'county-housing' as OrganId
const above = 'county-government' as OrganId
const names: Readonly<Record<string, { zh: string; en: string }>> = {
  [organ]: { zh: '县住房和城乡建设局', en: 'County Housing Bureau' },
  [above]: { zh: '县人民政府', en: 'County Government' },
}
const nameOf = (id: OrganId) => names[id] ?? { zh: '某机关', en: 'some organ' }
const [today, last] = [day('2026-05-22'), day('2026-05-20')]
const basis = article(34)

/** One of each kind, so that a new one without an example here does not compile. */
const examples: { readonly [K in RefusalKind]: readonly Extract<Refusal, { kind: K }>[] } = {
  'already-registered': [{ kind: 'already-registered' }],
  'not-registered': [{ kind: 'not-registered' }],
  'wrong-stage': [
    { kind: 'wrong-stage', stage: 'closed', command: 'Transfer', needs: ['registered', 'routed'], basis },
    { kind: 'wrong-stage', stage: 'closed', command: 'DecideDispute', needs: ['disputed'], basis },
  ],
  'not-yours-to-do': [
    { kind: 'not-yours-to-do', command: 'Accept', needs: ['holder', 'anyOrgan', 'house'], basis },
    { kind: 'not-yours-to-do', command: 'Accept', needs: ['clerk', 'head'], basis },
  ],
  'needs-the-head': [{ kind: 'needs-the-head', command: 'ExtendHandling', basis }],
  'law-not-loaded': [{ kind: 'law-not-loaded', pack: 'cn-2022@1' }],
  'no-such-step': [{ kind: 'no-such-step', command: 'ExtendHandling', law: { zh: '某条例', en: 'Some Rules' } }],
  recused: [{ kind: 'recused', basis }],
  'already-recused': [{ kind: 'already-recused', account: 'a1' }],
  'own-recusal': [{ kind: 'own-recusal', basis }],
  'recusal-undecided': [{ kind: 'recusal-undecided', request: 'v1' }],
  'no-recusal-to-decide': [{ kind: 'no-recusal-to-decide', request: 'v1' }],
  'not-the-decider': [{ kind: 'not-the-decider', decider: above, basis }],
  'official-leads-organ': [{ kind: 'official-leads-organ', organ, basis }],
  'already-named': [{ kind: 'already-named', organ }],
  'nobody-named': [{ kind: 'nobody-named' }],
  'unknown-complained': [{ kind: 'unknown-complained', complained: 3 }],
  'nothing-sealed': [
    { kind: 'nothing-sealed', seal: 'identity' },
    { kind: 'nothing-sealed', seal: 'accusation' },
  ],
  'not-the-competent-body': [{ kind: 'not-the-competent-body', basis }],
  'not-the-named-post': [{ kind: 'not-the-named-post', seal: 'identity', basis }],
  'accusation-is-sealed': [{ kind: 'accusation-is-sealed', basis }],
  'identity-is-sealed': [{ kind: 'identity-is-sealed', basis }],
  'needs-own-key': [{ kind: 'needs-own-key', command: 'Withdraw', basis }],
  'names-too-many': [{ kind: 'names-too-many', count: 9, atMost: 3 }],
  'unknown-material': [{ kind: 'unknown-material', material: 'f9' }],
  'not-accused': [{ kind: 'not-accused', organ, basis }],
  'day-in-the-future': [{ kind: 'day-in-the-future', day: today, today: last }],
  'day-before-the-matter': [{ kind: 'day-before-the-matter', day: last, from: today }],
  'assists-already': [{ kind: 'assists-already', organ }],
  'unknown-assistance': [{ kind: 'unknown-assistance', assistance: 'a1' }],
  'assistance-too-late': [{ kind: 'assistance-too-late', lastDay: last, basis }],
  'assistance-awaited': [{ kind: 'assistance-awaited', organs: [organ, above], basis }],
  'no-claim': [{ kind: 'no-claim', basis }],
  'too-many-representatives': [{ kind: 'too-many-representatives', count: 6, atMost: 5, basis }],
  'no-petitioner': [{ kind: 'no-petitioner', basis }],
  'oral-record-not-read-back': [{ kind: 'oral-record-not-read-back', basis }],
  'headcount-too-small': [{ kind: 'headcount-too-small', headcount: 1, people: 3 }],
  'simplified-not-allowed': [{ kind: 'simplified-not-allowed', bar: 'collective', basis }],
  'nothing-changed': [{ kind: 'nothing-changed', field: 'place' }],
  'too-late-to-correct': [{ kind: 'too-late-to-correct', field: 'class', stage: 'accepted' }],
  'already-urgent': [{ kind: 'already-urgent' }],
  'not-urgent': [{ kind: 'not-urgent' }],
  'not-a-recipient': [{ kind: 'not-a-recipient', to: 'nationalBureau', basis }],
  'already-reported': [{ kind: 'already-reported', to: 'ownParty' }],
  'unknown-organ': [{ kind: 'unknown-organ', organ: '330299' }],
  'organ-not-active': [
    { kind: 'organ-not-active', organ, successors: [above], basis },
    { kind: 'organ-not-active', organ, successors: [], basis },
  ],
  'already-there': [{ kind: 'already-there', organ }],
  'organ-is-accused': [{ kind: 'organ-is-accused', organ, basis }],
  'accusation-needs-competent-body': [{ kind: 'accusation-needs-competent-body', organ, basis }],
  'not-a-subordinate': [{ kind: 'not-a-subordinate', organ, basis }],
  'dispute-was-decided': [{ kind: 'dispute-was-decided', basis }],
  'right-lapsed': [{ kind: 'right-lapsed', clock: 'requestReview', lastDay: last, basis }],
  'no-such-right': [{ kind: 'no-such-right', clock: 'requestReview', person: 'p2' }],
  'not-the-common-superior': [
    { kind: 'not-the-common-superior', expected: above, basis },
    { kind: 'not-the-common-superior', expected: null, basis },
  ],
  'not-before-today': [{ kind: 'not-before-today', day: last, today }],
  'nothing-to-report-back': [{ kind: 'nothing-to-report-back' }],
  'not-a-successor': [
    { kind: 'not-a-successor', organ, successors: [above], basis },
    { kind: 'not-a-successor', organ, successors: [], basis },
  ],
  'nothing-to-pass-on': [{ kind: 'nothing-to-pass-on', organ }],
  'not-on-simplified-track': [{ kind: 'not-on-simplified-track' }],
  'route-does-not-fit': [
    { kind: 'route-does-not-fit', class: 'suggestion', route: 'arbitration', basis },
    { kind: 'route-does-not-fit', class: 'appeal', route: null, basis },
  ],
  'ground-does-not-fit': [
    { kind: 'ground-does-not-fit', ground: 'sameMatterInProgress', needs: 'matterElsewhere', basis },
    { kind: 'ground-does-not-fit', ground: 'levelSkipped', needs: 'receivedDirectly', basis },
  ],
  'not-heard': [{ kind: 'not-heard', basis }],
  'hearing-open': [{ kind: 'hearing-open', ref: 'h1' }],
  'no-hearing-open': [{ kind: 'no-hearing-open' }],
  'mediation-open': [{ kind: 'mediation-open', ref: 'm1' }],
  'no-mediation-open': [{ kind: 'no-mediation-open' }],
  'consent-missing': [{ kind: 'consent-missing', parties: ['petitioner', 'otherParty'], basis }],
  'not-an-extension': [{ kind: 'not-an-extension', due: last }],
  'extension-too-long': [{ kind: 'extension-too-long', atMost: last, basis }],
  'nothing-to-take-back': [{ kind: 'nothing-to-take-back', basis }],
  'received-after-registered': [{ kind: 'received-after-registered', registeredOn: today }],
  'not-served-yet': [{ kind: 'not-served-yet', document: 'd3', person: 'p1' }],
  'served-day-certain': [{ kind: 'served-day-certain', way: 'electronic' }],
  'nothing-to-extend': [{ kind: 'nothing-to-extend', basis }],
  'claim-unanswered': [{ kind: 'claim-unanswered', claims: ['c1', 'c3'], basis }],
  'unknown-claim': [{ kind: 'unknown-claim', claim: 'c9' }],
  'part-missing': [{ kind: 'part-missing', document: 'handlingOpinion', part: 'remedy', basis: decided('0011') }],
  'execution-day-missing': [{ kind: 'execution-day-missing', basis }],
  'not-a-suggestion': [{ kind: 'not-a-suggestion', class: 'appeal', basis }],
  'unknown-document': [
    { kind: 'unknown-document', document: 'd7' },
    { kind: 'unknown-document', document: 'none' },
  ],
  'unknown-person': [{ kind: 'unknown-person', person: 'p4' }],
  'already-served': [{ kind: 'already-served', document: 'd2', person: 'p1', on: last }],
  'not-a-served-document': [{ kind: 'not-a-served-document', document: 'd1' }],
  'way-only-simplified': [{ kind: 'way-only-simplified', way: 'phone', basis }],
  'proof-missing': [{ kind: 'proof-missing', way: 'left', missing: ['witness', 'photo'], basis }],
  'already-announced': [{ kind: 'already-announced', document: 'd2', on: today, until: today }],
  'nobody-to-serve': [{ kind: 'nobody-to-serve', document: 'd2' }],
  'announcement-still-running': [{ kind: 'announcement-still-running', until: today, basis }],
  'served-before-issued': [{ kind: 'served-before-issued', issuedOn: today }],
  'nothing-to-execute': [{ kind: 'nothing-to-execute' }],
  'needs-own-key-or-signature': [{ kind: 'needs-own-key-or-signature', command: 'Withdraw' }],
  'already-rated': [{ kind: 'already-rated', whom: 'bureau' }],
  'nobody-to-rate': [{ kind: 'nobody-to-rate', whom: 'organ' }],
  'duty-still-running': [{ kind: 'duty-still-running', clocks: ['handle#1', 'execute#2'] }],
  'not-overdue': [{ kind: 'not-overdue', clock: 'handle#1', lastDay: last }],
  'unknown-clock': [{ kind: 'unknown-clock', clock: 'handle#3' }],
  'not-one-level-up': [
    { kind: 'not-one-level-up', organ: above, of: organ, basis },
    { kind: 'not-one-level-up', organ, of: organ, basis },
  ],
  'not-the-organ-asked': [{ kind: 'not-the-organ-asked', asked: above, basis }],
  'review-is-elsewhere': [{ kind: 'review-is-elsewhere', organ: above, basis }],
  'review-accepted': [{ kind: 'review-accepted', on: day('2026-06-01') }],
  'already-requested': [{ kind: 'already-requested', person: 'p1' }],
  'redo-day-missing': [{ kind: 'redo-day-missing', basis: decided('0007') }],
  'history-full': [{ kind: 'history-full', atMost: 3000 }],
  'too-many-today': [{ kind: 'too-many-today', atMost: 20 }],
  'unknown-question': [
    { kind: 'unknown-question', question: 'q2' },
    { kind: 'unknown-question', question: 'none' },
  ],
  'question-answered': [{ kind: 'question-answered', question: 'q2' }],
  'linked-to-itself': [{ kind: 'linked-to-itself' }],
  'already-linked': [{ kind: 'already-linked', to: '261123482719034' }],
  'not-linked': [{ kind: 'not-linked', to: '261123482719034' }],
  'only-the-registrar': [{ kind: 'only-the-registrar', registrar: above, basis: article(21, 2) }],
  'petitioner-is-anonymous': [{ kind: 'petitioner-is-anonymous', basis: article(21, 2) }],
  'retention-still-running': [{ kind: 'retention-still-running', until: last, basis: decided('0015') }],
  'obstruction-was-reported': [{ kind: 'obstruction-was-reported', basis: article(18, 4) }],
  'no-superior-to-approve': [{ kind: 'no-superior-to-approve', basis: decided('0015') }],
  'erasure-already-proposed': [{ kind: 'erasure-already-proposed' }],
  'no-erasure-proposed': [{ kind: 'no-erasure-proposed' }],
  'copy-still-offered': [{ kind: 'copy-still-offered', until: last, basis: decided('0015') }],
  'needs-another-person': [{ kind: 'needs-another-person', command: 'ApproveErasure' }],
  'erasure-approved': [{ kind: 'erasure-approved', on: today }],
  'accusation-is-not-yours': [{ kind: 'accusation-is-not-yours', organ, basis: article(30, 3) }],
  'key-is-wrong': [{ kind: 'key-is-wrong' }],
  'identity-does-not-fit': [{ kind: 'identity-does-not-fit', identity: 'letterToAddress', basis: article(21, 2) }],
}

describe('Every refusal in whole sentences', () => {
  const each = Object.values(examples)
    .flat()
    .map((refusal) => ({ kind: refusal.kind, refusal }))

  it.each(each)('$kind', ({ refusal }) => {
    const { zh, en } = explainRefusal(refusal, nameOf)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh).toMatch(/。$/)
    expect(zh.replaceAll(/ADR \d{4}/g, '')).not.toMatch(/[A-Za-z]|undefined|…/)
    expect(en).toMatch(/^[A-Z“0-9].*\.$/s)
    expect(en).not.toMatch(/\p{Script=Han}(?<!330299)|undefined|…|\bc\d|\bp\d|#/u)
    if ('basis' in refusal) expect([zh.includes('依据：'), en.includes('Basis: ')]).toEqual([true, true])
  })

  it('names the organ, the day and the article', () => {
    expect(
      explainRefusal({ kind: 'right-lapsed', clock: 'requestReview', lastDay: last, basis: article(35) }, nameOf),
    ).toEqual({
      zh: '“请求复查”的期限已于2026年5月20日届满，不能再行使。依据：《信访工作条例》第35条。',
      en: 'The time for “Ask for review” ended on 20 May 2026, so it is no longer possible. Basis: Regulations on Petition Work (2022), art. 35.',
    })
  })

  it('has no sentence written with a placeholder', () => {
    expect(readFileSync(new URL('./refusals.ts', import.meta.url), 'utf8')).not.toContain('…')
  })
})
