import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { day, parseDay } from '../kernel/day.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import { permissions } from '../law/cn-2022/permissions.ts'
import { protectionClocks } from '../law/cn-2022/protection.ts'
import { parseCategoryId } from '../law/codes/categories.ts'
import { findChannel } from '../law/codes/channels.ts'
import type { StageName } from '../law/words.ts'
import { law, worldUnder } from '../petition/world.ts'
import { checkCharacter } from './people.ts'
import { demoPetitions } from './petitions.ts'
import { findDemoOrgan } from './prefecture.ts'
import { rehearsalNumber, rehearse } from './rehearse.ts'
import { placeOf, registrationOf } from './script.ts'
import type { Step, StepBody } from './words.ts'

const world = worldUnder(law, { find: (id) => findDemoOrgan(id) }, builtInCalendars)
const byId = new Map(demoPetitions.map((petition) => [petition.id, petition]))
const length = (text: string): number => [...text].length
const steps = demoPetitions.flatMap(({ journey }) => journey)

/** Everything that somebody can read in it, without ids and codes. */
function proseOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) && key !== 'name' ? [value] : []
  if (Array.isArray(value)) return value.flatMap((inner) => proseOf(inner, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => proseOf(inner, name))
}

describe('the petitions of the demo', () => {
  it('are more than a hundred, each with a name, a title and words of its own', () => {
    expect(demoPetitions.length).toBeGreaterThanOrEqual(120)
    expect(byId.size).toBe(demoPetitions.length)
    expect(new Set(demoPetitions.map(({ title }) => title)).size).toBe(demoPetitions.length)
    expect(new Set(demoPetitions.map(({ text }) => text)).size).toBe(demoPetitions.length)
    for (const { titleEn } of demoPetitions) expect(titleEn).toMatch(/^[\x20-\x7e“”’–…é]+$/)
  })

  it('have reports past the office beside them: one answered, and one that is owed an answer for too long', () => {
    const made = demoPetitions.flatMap(({ reports = [], registeredDaysAgo }) =>
      reports.map((report) => ({ ...report, daysAgo: registeredDaysAgo - report.day })),
    )
    const { count } = protectionClocks.answerReport.span
    expect(made.filter(({ answered }) => answered)).toHaveLength(1)
    expect(made.filter(({ answered, daysAgo }) => !answered && daysAgo > count)).toHaveLength(1)
  })

  it('are short and long, as people are', () => {
    const lengths = demoPetitions.map(({ text }) => length(text)).toSorted((a, b) => a - b)
    const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))] ?? 0
    expect(at(0)).toBeLessThan(40)
    expect(at(0.1)).toBeLessThan(100)
    expect(at(0.5)).toBeGreaterThan(150)
    expect(at(0.9)).toBeGreaterThan(220)
    expect(at(1)).toBeGreaterThan(500)
    const titles = demoPetitions.map(({ title }) => length(title))
    expect(Math.min(...titles)).toBeLessThan(14)
    expect(Math.max(...titles)).toBeGreaterThan(55)
  })

  it('name only organs, places and categories that exist', () => {
    for (const { id, receivedBy, belongsTo, about, place, category, channel, people } of demoPetitions) {
      const organs = [receivedBy, belongsTo, ...(about ?? []).map(({ organ }) => organ)]
      for (const organ of organs) expect(findDemoOrgan(organ), `${organ} in ${id}`).toBeDefined()
      expect(placeOf(place).zh, id).toBeTruthy()
      expect(parseCategoryId(category), id).toBe(category)
      expect(findChannel(channel), id).toBeDefined()
      for (const { home } of people) expect(placeOf(home).level, id).toBe('village')
      for (const { born } of people) expect(parseDay(born), id).toBe(born)
    }
  })

  it('have one to five people, as many as their kind asks, and one to four claims', () => {
    for (const { id, petitioner, people, headcount = people.length, claims, spokenForBy } of demoPetitions) {
      expect([1, 2, 3, 4, 5], id).toContain(people.length)
      expect([1, 2, 3, 4], id).toContain(claims.length)
      if (petitioner === 'single') expect(people, id).toHaveLength(1)
      if (petitioner === 'group') expect(headcount, id).toBeGreaterThan(people.length)
      expect(headcount, id).toBeGreaterThanOrEqual(people.length)
      expect(spokenForBy !== undefined, id).toBe(petitioner === 'agent' || petitioner === 'guardian')
    }
  })

  it('were read back and confirmed where they were spoken, and only there (art. 19)', () => {
    for (const { id, oral, channel } of demoPetitions) {
      expect(oral !== undefined, id).toBe(channel === 'visit' || channel === 'call')
    }
  })

  it('gives people numbers that nobody owns and forms accept, the same for the same person', () => {
    const seen = new Map<string, string>()
    for (const petition of demoPetitions) {
      const { people } = registrationOf(petition, rehearsalNumber).body as {
        people: { name: string | null; idNumber: string | null; phone: string | null }[]
      }
      people.forEach(({ name, idNumber, phone }, at) => {
        expect(name === null).toBe(petition.identity === 'anonymous')
        if (idNumber === null || name === null) return
        expect(idNumber).toMatch(/^99\d{15}[\dX]$/)
        expect(idNumber.at(-1)).toBe(checkCharacter(idNumber.slice(0, 17)))
        if (phone !== null) expect(phone).toMatch(/^1990000\d{4}$/)
        const key = `${name} ${petition.people[at]?.born}`
        expect(seen.get(key) ?? idNumber).toBe(idNumber)
        seen.set(key, idNumber)
      })
    }
    expect(new Set(seen.values()).size, 'different people, different numbers').toBe(seen.size)
  })
})

describe('the journeys of the demo', () => {
  it('reach every stage there is', () => {
    const all = new Set<StageName>(Object.values(permissions).flatMap((permission) => [...(permission?.at ?? [])]))
    expect(new Set(demoPetitions.map(({ reached }) => reached))).toEqual(all)
  })

  it('take every kind of step there is', () => {
    const all: Readonly<Record<StepBody['does'], true>> = {
      correct: true,
      markUrgent: true,
      reportUrgent: true,
      addMaterial: true,
      ask: true,
      reply: true,
      link: true,
      unlink: true,
      transfer: true,
      assign: true,
      object: true,
      agreeToReturn: true,
      insist: true,
      referDispute: true,
      decideDispute: true,
      reportBack: true,
      leaveSimplifiedTrack: true,
      accept: true,
      decline: true,
      direct: true,
      contact: true,
      evidence: true,
      openHearing: true,
      closeHearing: true,
      proposeMediation: true,
      answerMediation: true,
      endMediation: true,
      extend: true,
      opinion: true,
      answerDuty: true,
      concludeSuggestion: true,
      announce: true,
      serve: true,
      execute: true,
      rate: true,
      withdraw: true,
      settle: true,
      requestReview: true,
      reviewOpinion: true,
      requestReexamination: true,
      reexaminationOpinion: true,
      openSeal: true,
      requestRecusal: true,
      refuseRecusal: true,
      informAccused: true,
    }
    expect(new Set(steps.map(({ does }) => does))).toEqual(new Set(Object.keys(all)))
  })

  it('come to every outcome, adoption, ground, route and channel', () => {
    const of = <Does extends StepBody['does']>(does: Does) =>
      steps.filter((step): step is Step & Extract<StepBody, { does: Does }> => step.does === does)
    const opinions = of('opinion').flatMap(({ answers }) => answers.map(([outcome]) => outcome))
    expect(new Set(opinions)).toEqual(new Set(['supported', 'explained', 'notSupported']))
    expect(new Set(of('concludeSuggestion').map(({ adoption }) => adoption))).toEqual(
      new Set(['wholly', 'partly', 'notAdopted']),
    )
    expect(new Set(of('decline').map(({ ground }) => ground)).size).toBe(4)
    expect(new Set(of('direct').map(({ route }) => route)).size).toBe(4)
    expect(new Set(of('reviewOpinion').map(({ outcome }) => outcome))).toEqual(
      new Set(['upheld', 'changed', 'quashed']),
    )
    expect(new Set(demoPetitions.map(({ channel }) => channel))).toEqual(new Set(['letter', 'visit', 'online', 'call']))
    expect(new Set(demoPetitions.map(({ petitioner }) => petitioner)).size).toBe(5)
  })

  it('show organs that are late, at several duties, and many that are not', () => {
    const late = demoPetitions.filter((petition) => petition.late)
    expect(new Set(late.flatMap((petition) => petition.late ?? [])).size).toBeGreaterThanOrEqual(8)
    expect(late.length).toBeLessThan(demoPetitions.length / 6)
  })

  it('answer every claim', () => {
    for (const { id, claims, journey } of demoPetitions) {
      for (const step of journey) {
        if (step.does === 'opinion') expect(step.answers, `${id} on day ${step.day}`).toHaveLength(claims.length)
      }
    }
  })

  it('go forward in time, and link only to what is registered by then', () => {
    for (const { id, journey, registeredDaysAgo } of demoPetitions) {
      const days = journey.map((step) => step.day)
      expect(days, id).toEqual(days.toSorted((a, b) => a - b))
      expect(days.at(-1) ?? 0, id).toBeLessThanOrEqual(registeredDaysAgo)
      for (const step of journey) {
        const other = linkedBy(step)
        if (other) expect(byId.get(other)?.registeredDaysAgo, id).toBeGreaterThan(registeredDaysAgo - step.day)
      }
    }
  })

  function linkedBy(step: Step): string | undefined {
    if (step.does === 'link') return step.to
    if (step.does === 'unlink') return step.from
    return step.does === 'decline' ? step.earlier : undefined
  }

  /** Days with little in common: a plain autumn week, the Spring Festival, the October holiday, a summer Sunday. */
  it.each(['2026-11-23', '2026-02-20', '2026-10-04', '2026-07-19'])('are what the rules allow, seen on %s', (today) => {
    for (const petition of demoPetitions) {
      const { state, facts } = rehearse(petition, day(today), world)
      expect([petition.id, state.stage]).toEqual([petition.id, petition.reached])
      const late = facts.flatMap((fact) => (fact.type === 'DutyFellOverdue' ? [fact.clock.split('#')[0]] : []))
      expect([petition.id, ...new Set(late)].toSorted()).toEqual([petition.id, ...(petition.late ?? [])].toSorted())
    }
  })
})

const shared = fileURLToPath(new URL('../../../shared/data/petitions', import.meta.url))

describe('whose words they are', () => {
  /** Twelve characters in a row that also stand in a real citizen's message would be copied, unless they name a law. */
  it.skipIf(!existsSync(shared))(
    'shares no run of twelve characters with real messages (skipped where ../shared/data is absent)',
    () => {
      const ours = new Map<string, string>()
      for (const petition of demoPetitions) {
        for (const text of proseOf(petition)) {
          for (const gram of gramsOf(text.replace(/《[^》]*》/g, '\n'))) ours.set(gram, petition.id)
        }
      }
      expect(ours.size).toBeGreaterThan(20_000)
      const copied = new Map<string, string>()
      for (const text of realTexts()) {
        for (const gram of gramsOf(text)) {
          const petition = ours.get(gram)
          if (petition) copied.set(gram, petition)
        }
      }
      expect([...copied]).toEqual([])
    },
  )

  function* realTexts(): Generator<string> {
    for (const file of readdirSync(shared).filter((name) => name.endsWith('.jsonl') && !name.includes('tree'))) {
      for (const line of readFileSync(`${shared}/${file}`, 'utf8').split('\n')) {
        if (line) yield* Object.values(JSON.parse(line) as object).filter((value) => typeof value === 'string')
      }
    }
  }

  /** Punctuation is left out, so that moving a comma does not make words one's own. */
  function* gramsOf(text: string): Generator<string> {
    for (const run of text.split('\n')) {
      const bare = run.replace(/[\p{P}\p{Z}\s]/gu, '')
      for (let at = 0; at + 12 <= bare.length; at += 1) yield bare.slice(at, at + 12)
    }
  }
})
