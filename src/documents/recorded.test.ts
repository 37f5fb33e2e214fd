import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import type { Recorded } from '../engine/envelope.ts'
import { day } from '../kernel/day.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import { exampleOrgans } from '../petition/examples.ts'
import type { Fact, Petition } from '../petition/petition.ts'
import { draws, walk } from '../petition/random-walk.ts'
import type { Read } from '../petition/view.ts'
import { law, worldUnder } from '../petition/world.ts'
import { dayInWords } from '../wording/days.ts'
import { forms } from './forms/forms.ts'
import { papersOf } from './issued.ts'
import { contentOf } from './recorded.ts'
import { issuerOf, sourceOf } from './source.ts'
import { setPage } from './typesetting.ts'

drawFromSeed()

/** Whoever may read everything: each piece says which one it is. */
const everyText: ReadonlyMap<string, string> = Object.assign(new Map<string, string>(), {
  get: (ref: string) => (ref.endsWith('~masked') ? undefined : `〈${ref}〉`),
})

const named = (id: string) => ({ zh: id, en: id })

function readOf(facts: readonly Fact[], petition: Petition): Read {
  const history = facts.map((fact, at) => ({ version: at + 1, fact }) as unknown as Recorded<Fact>)
  return {
    ...{ number: '260302123456780', petition, history, texts: everyText, keepsSealed: false, staff: new Map() },
    world: worldUnder(law, exampleOrgans, builtInCalendars),
    directory: { ...exampleOrgans, nameOf: named, nameOn: named } as unknown as Read['directory'],
    today: day('2026-12-01'),
  }
}

function onEveryLife(look: (read: Read) => void, numRuns: number): void {
  fc.assert(
    fc.property(draws(70), (drawn) => {
      const facts: Fact[] = []
      let petition: Petition | null = null
      for (const step of walk(drawn)) {
        facts.push(...step.facts)
        petition = step.after
      }
      if (petition) look(readOf(facts, petition))
    }),
    { numRuns },
  )
}

const papersIn = ({ history }: Read) => history.flatMap(({ fact, version }) => papersOf(fact, version))

describe('The papers of any petition', () => {
  it('set each of its documents once, by whoever issued it', () => {
    const kinds = new Set<string>()
    onEveryLife((read) => {
      const papers = papersIn(read)
      for (const { ref, issuedBy, issuedOn, kind } of read.petition.documents) {
        const found = papers.filter(({ document }) => document === ref)
        expect(found.map(({ kind: paper }) => forms[paper].document)).toEqual([kind])
        const [paper] = found as [(typeof found)[number]]
        expect([issuerOf(sourceOf(paper, read)), paper.on]).toEqual([issuedBy, issuedOn])
        kinds.add(kind)
      }
    }, 400)
    expect(kinds.size).toBeGreaterThanOrEqual(10)
  })

  it('can be set by whoever may read them, and leave out nothing that is recorded of what they must say', () => {
    const set = new Set<string>()
    onEveryLife((read) => {
      for (const paper of papersIn(read)) {
        const source = sourceOf(paper, read)
        const organ = read.directory.nameOf(issuerOf(source))
        const frame = { organ, day: dayInWords(paper.on), number: null, isIssued: true }
        const page = setPage(paper.kind, contentOf(source), frame, 'zh')
        expect(page.ok ? null : page.error, paper.id).toBeNull()
        set.add(paper.kind)
      }
    }, 300)
    expect(set.size).toBeGreaterThanOrEqual(12)
  })
})
