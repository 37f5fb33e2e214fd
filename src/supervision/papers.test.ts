import { describe, expect, it } from 'vitest'
import { forms } from '../documents/forms/forms.ts'
import { day } from '../kernel/day.ts'
import { article } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { type OrderKind, orderKinds } from '../law/supervision.ts'
import { found, id, sealed } from './examples.ts'
import { letterOf, orderPapers } from './papers.ts'
import type { SupervisionFactOf } from './supervision.ts'

const opened = (kind: OrderKind): SupervisionFactOf<'OrderOpened'> => ({
  ...{ type: 'OrderOpened', on: day('2026-03-04'), ref: 'o1', kind, by: id('city.conference'), account: 'a1' },
  ...{ opener: 'conference', isPublic: false, findings: ['f1'], due: day('2026-03-20'), criteria: [] },
  ...{ addressees: [{ organ: id('county.land'), leader: null }], instruction: sealed('answer it') },
})
const titleOf = (kind: OrderKind) => {
  const letter = letterOf(opened(kind), 5)
  return letter && forms[letter.kind].title.zh
}

describe('信访工作条例 art. 39 (3): what the joint conference sends', () => {
  it.each([
    ['interview', '约谈通知'],
    ['rectification', '限期整改通知书'],
    ['listed', '挂牌督办通知书'],
  ] as const)('an order of %s is a %s, and rests on that paragraph', (kind, title) => {
    expect(titleOf(kind)).toBe(title)
    const form = forms[letterOf(opened(kind), 5)?.kind ?? 'circular']
    expect(form.basis).toEqual(article(39, 3))
    expect(form.basis).toEqual(cn2022.supervision.orders[kind].basis)
  })

  it('what may be closed against criteria alone is not sent without them', () => {
    const needing = orderKinds.filter((kind) => {
      const letter = letterOf(opened(kind), 5)
      return letter && forms[letter.kind].required.some(({ part }) => part === 'criteria')
    })
    expect(needing).toEqual(orderKinds.filter((kind) => cn2022.supervision.orders[kind].needsCriteria))
  })
})

describe('信访工作条例 art. 38 and 40 (1): what everybody else who supervises sends', () => {
  it.each(['urging', 'followUp', 'joint'] as const)('an order of %s is a letter of supervision', (kind) =>
    expect(titleOf(kind)).toBe('关于督办信访事项的函'),
  )
  it.each(['onSite', 'special'] as const)('an inspection is announced (%s)', (kind) =>
    expect(titleOf(kind)).toBe('关于开展信访工作督查的通知'),
  )
})

describe('The letter of an order', () => {
  it('is one, of whoever opened the order, on that day', () => {
    expect(orderPapers.papersOf(opened('urging'), 5)).toMatchObject([
      { id: '5-supervisionLetter', version: 5, on: '2026-03-04', organ: 'city.conference', person: null },
    ])
  })

  it('is issued by no other fact, and from no other stream', () => {
    const recorded = { type: 'FindingRecorded', on: day('2026-03-04'), ref: 'f1', at: id('x'), found: found() } as const
    expect(orderPapers.papersOf(recorded, 2)).toEqual([])
    expect(['supervision:260302000000017', 'proposal:x', '260302000000017'].map(orderPapers.owns)).toEqual([
      ...[true, false, false],
    ])
  })
})
