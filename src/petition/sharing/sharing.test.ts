import { day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { article as articleOfRegulations } from '../../law/basis.ts'
import {
  assistanceAsked,
  house,
  id,
  objected,
  registered,
  returned,
  sealed,
  sightEnded,
  sightShared,
  staff,
  transferred,
  wayTo,
} from '../examples.ts'
import { article } from '../spec.ts'
import { petitionRows } from '../tables.ts'

const owner = { kind: 'ownership', stream: 'ownership:one' } as const
const accusing = (organ: string) =>
  registered({ class: 'accusation', about: [{ as: 'accused', organ: id(organ), official: null }] })
const lapsing = (on: string) => ({ type: 'LapseSight', on: day(on), actor: house }) as const
const official = {
  as: 'respondent',
  organ: id('county-housing'),
  official: sealed('official'),
  officials: ['chief'],
} as const

article('ADR 0042: a petition is shown to an organ without a part in it', ['permissions.ShareSight'], {
  'for a reason, and is said in the petition': ({ given }) =>
    given(...wayTo.accepted)
      .when(sightShared({ until: day('2026-04-30') }))
      .then({ type: 'SightShared', ref: 's1', organ: id('city-housing'), until: day('2026-04-30') })
      .at('accepted'),
  'once for one reason, however often it is asked for': ({ given }) =>
    given(...wayTo.accepted, sightShared())
      .when(sightShared())
      .then()
      .when(sightShared({ accounts: ['one'] }))
      .then({ type: 'SightShared', ref: 's1', accounts: ['one'] })
      .when(sightShared({ accounts: ['one', 'one'] }))
      .then()
      .when(sightShared({ because: owner }))
      .then({ type: 'SightShared', ref: 's2', because: owner }),
  'through a day that has not passed': ({ given }) => {
    const { on } = sightShared()
    given(...wayTo.accepted)
      .when(sightShared({ until: on }))
      .accepted()
    given(...wayTo.accepted)
      .when(sightShared({ until: day('2026-03-11') }))
      .refused({ kind: 'not-before-today', day: day('2026-03-11'), today: on })
  },
  'that is known': ({ given }) =>
    given(...wayTo.accepted)
      .when(sightShared({ with: 'nowhere' as OrganId }))
      .refused({ kind: 'unknown-organ', organ: 'nowhere' }),
  'and gives no right to act': ({ given, same }) => {
    const shown = given(...wayTo.accepted, sightShared())
    const { refusal } = shown.when({
      ...{ type: 'ExtendHandling', until: day('2026-06-01'), reason: sealed('r') },
      ...{
        told: { way: 'onTheSpot', proof: null },
        on: day('2026-03-20'),
        actor: staff('city-housing', 'clerk', 'head'),
      },
    })
    same(refusal?.kind, 'not-yours-to-do')
    shown
      .when({ ...sightShared({ with: id('city') }), actor: staff('city-housing', 'clerk', 'head') })
      .refusedAs('not-yours-to-do')
  },
  'and moves no clock': ({ given, same }) => {
    const before = given(...wayTo.accepted).petition.clocks
    same(given(...wayTo.accepted, sightShared()).petition.clocks, before)
    same(given(...wayTo.accepted, sightShared(), sightEnded()).petition.clocks, before)
  },
})

article('信访工作条例 art. 30 (3), 28 (3): nobody who must not learn of it is shown it', [], {
  'an accused organ and those below it': ({ given }) => {
    const basis = articleOfRegulations(30, 3)
    for (const shown of ['city-party', 'city-discipline'])
      given(accusing('city-party'))
        .when(sightShared({ with: id(shown) }))
        .refused({ kind: 'organ-is-accused', organ: id('city-party'), basis })
  },
  'an accusation only a body that handles them': ({ given }) => {
    given(accusing('county-water'), transferred({ to: id('county-discipline') }))
      .when(sightShared())
      .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) })
    given(accusing('county-water'), transferred({ to: id('county-discipline') }))
      .when(sightShared({ with: id('city-discipline') }))
      .accepted()
  },
  'a named official, whoever has withdrawn, and the organ that an official leads': ({ given, world }) => {
    const basis = articleOfRegulations(28, 3)
    const about = [official]
    given(registered({ about }), transferred())
      .when(sightShared({ with: id('county-housing'), accounts: ['chief', 'other'] }))
      .refused({ kind: 'recused', basis })
    given(...wayTo.accepted, {
      ...{ type: 'DeclareRecusal', on: day('2026-03-10'), reason: sealed('interest') },
      actor: staff('county-housing'),
    })
      .when(sightShared({ with: id('county-housing'), accounts: ['clerk-of-county-housing'] }))
      .refused({ kind: 'recused', basis })
    const leading = [{ account: 'chief', organ: id('city-housing') }]
    Object.assign(world, { leading })
    try {
      given(registered({ about }), transferred())
        .when(sightShared())
        .refused({ kind: 'official-leads-organ', organ: id('city-housing'), basis })
    } finally {
      Object.assign(world, { leading: [] })
    }
  },
  'nor what turns out to be one, of which others lose sight and part': ({ given, same }) => {
    const { petition } = given(
      registered(),
      transferred(),
      assistanceAsked({ on: day('2026-03-06'), actor: staff('county-bureau') }),
      objected(),
      returned(),
      sightShared(),
      sightShared({ with: id('city-discipline') }),
      {
        ...{ type: 'Correct', on: day('2026-03-12'), actor: staff('county-bureau'), reason: sealed('why') },
        ...{ field: 'class', to: 'accusation' },
      },
    )
    same(
      petition.sights.filter(({ endedOn }) => endedOn === null).map(({ organ }) => organ),
      [id('city-discipline')],
    )
    same(
      petition.assistances.map(({ standing }) => standing),
      ['ended'],
    )
  },
  'and who is found to be accused afterwards loses it': ({ given, same }) => {
    const taking = { type: 'TakeSight', from: id('city-housing'), on: day('2026-03-14'), actor: house } as const
    const taken = given(...wayTo.accepted, sightShared(), sightShared({ because: owner }), taking).petition
    same(
      taken.sights.map(({ endedOn }) => endedOn),
      [day('2026-03-14'), day('2026-03-14')],
    )
  },
})

article('ADR 0042: it ends', ['permissions.EndSight', 'permissions.TakeSight', 'permissions.LapseSight'], {
  'with what it was given for, and once': ({ given }) =>
    given(...wayTo.accepted, sightShared(), sightShared({ with: id('city') }), sightShared({ because: owner }))
      .when(sightEnded({ with: id('city') }))
      .then({ type: 'SightEnded', ref: 's2' })
      .when(sightEnded())
      .then({ type: 'SightEnded', ref: 's1' })
      .when(sightEnded())
      .then(),
  'with its last day, and not on it': ({ given }) =>
    given(...wayTo.accepted, sightShared({ until: day('2026-03-31') }), sightShared({ because: owner }))
      .when(lapsing('2026-03-31'))
      .then()
      .when(lapsing('2026-04-01'))
      .then({ type: 'SightEnded', ref: 's1', on: day('2026-04-01') })
      .when(lapsing('2026-04-02'))
      .then(),
})

article('ADR 0042: who sees it lies beside the parts', [], {
  'each with whom and through which day, and nothing beside a part': ({ given, same }) => {
    const { petition } = given(
      ...wayTo.accepted,
      sightShared({ accounts: ['b', 'a'], until: day('2026-03-31') }),
      sightShared({ because: owner }),
      sightShared({ with: id('county-housing') }),
    )
    const rows = petitionRows(petition).petition_organ ?? []
    same(
      rows
        .filter(({ organ }) => organ === 'city-housing' || organ === 'county-housing')
        .map(({ organ, is_part, sights }) => [organ, is_part, sights]),
      [
        ['county-housing', true, []],
        ['city-housing', false, ['a 2026-03-31', 'b 2026-03-31', '* infinity']],
      ],
    )
  },
})
