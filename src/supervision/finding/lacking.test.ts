/** What an answer lacks, each with the words that show it or the part that is missing. */
import { describe, expect, it } from 'vitest'
import { exampleWorld } from '../../petition/spec.ts'
import { checksOf, type Written, wordsOf } from './answer-words.ts'
import { lacksIn } from './lacking.ts'

const claims = [{ ref: 'c1', text: '请求修复村口路灯' }]
const whole: Written<string> = {
  kind: 'handlingOpinion',
  facts: '经现场查看，村口路灯线路老化。',
  legalBasis: '《城市照明管理规定》第二十一条。',
  remedy: '如不服本意见，可以自收到之日起三十日内向青坪市人民政府申请复查。',
  answers: [{ claim: 'c1', answer: '四月底前更换线路和灯具，费用由街道承担。' }],
  answer: null,
}
const found = (more: Partial<Written<string>>, of = claims) =>
  lacksIn(wordsOf({ ...whole, ...more }, { law: exampleWorld.law, claims: of }), 6)
const checksIn = (more: Partial<Written<string>>, of = claims) => found(more, of).map(({ check }) => check)

describe('An opinion', () => {
  it('that has all of it lacks nothing', () => expect(found({})).toEqual([]))

  it.each([
    ['claimUnanswered', { answers: [] }],
    ['emptyAnswer', { answers: [{ claim: 'c1', answer: '已按照相关规定处理。' }] }],
    ['handedOnOnly', { answers: [{ claim: 'c1', answer: '您反映的问题已转青坪县红星街道办事处核处。' }] }],
    ['noBasis', { legalBasis: '按照有关规定。' }],
    ['noRemedy', { remedy: '联系电话：0990-1234567' }],
  ] as const)('lacks what %s says', (check, more) => expect(checksIn(more)).toEqual([check]))

  it('quotes what leans on nothing', () => {
    expect(found({ legalBasis: '按照有关规定。' })).toEqual([
      { check: 'noBasis', claim: null, words: '按照有关规定', missing: ['rule'] },
    ])
  })

  it('names the part of the remedy that is missing', () => {
    expect(found({ remedy: '不服的，可以向市政府申请复查。电话：0990-1234567' })).toMatchObject([
      { check: 'noRemedy', missing: ['days'] },
    ])
  })

  it('names the claim, and its words, that it passes over', () => {
    const more = [...claims, { ref: 'c2', text: '要求补发拖欠的三个月工资和加班费' }]
    const answers = [...whole.answers, { claim: 'c2', answer: '公交12路将增设青坪站，六月开通。' }]
    expect(found({ answers }, more)).toMatchObject([
      { check: 'claimPassedOver', claim: 'c2', missing: expect.arrayContaining(['加班费']) },
    ])
    const moved = [...whole.answers, { claim: 'c2', answer: '已责令于三月十日前发放全部工资。' }]
    expect(found({ answers: moved }, more)).toEqual([])
  })

  it('is not asked for what its form prints, nor for a telephone', () => {
    expect(checksOf(wordsOf(whole, { law: exampleWorld.law, claims }))).not.toContain('unsigned')
    const letter = { ...wordsOf(whole, { law: exampleWorld.law, claims }), signing: ['day', 'contact'] as const }
    expect(lacksIn(letter, 6)).toMatchObject([{ check: 'unsigned', missing: ['day', 'contact'] }])
  })

  it('on the simplified track is looked at for the remedy that was written in the place of the form’s own', () => {
    const simplified = { ...whole, kind: 'simplifiedAnswer' as const }
    const checks = (remedy: string | null) =>
      lacksIn(wordsOf({ ...simplified, remedy }, { law: exampleWorld.law, claims }), 6).map(({ check }) => check)
    expect(checks(null)).toEqual([])
    expect(checks('不服的，可以申请复查。')).toEqual(['noRemedy'])
  })

  it('of which a claim is sealed from the reader is not said to pass it over', () => {
    expect(checksIn({ facts: '无' }, [{ ref: 'c1', text: null as never }])).toEqual([])
  })
})

describe('Other answers', () => {
  const oneForAll = { answers: [], answer: '路灯已于3月2日修复，电话：0990-1234567。', facts: null, remedy: null }

  it('are asked for the parts that the law asks of them', () => {
    const reply = wordsOf({ ...whole, ...oneForAll, kind: 'suggestionReply' }, { law: exampleWorld.law, claims })
    expect(checksOf(reply)).toEqual(['emptyAnswer', 'handedOnOnly'])
    const two = wordsOf(
      { ...whole, ...oneForAll, kind: 'suggestionReply' },
      { law: exampleWorld.law, claims: [...claims, ...claims] },
    )
    expect(checksOf(two)).toContain('claimPassedOver')
    expect(lacksIn(reply, 6)).toEqual([])
    const duty = wordsOf(
      { ...whole, ...oneForAll, kind: 'dutyAnswer', legalBasis: '依法。' },
      { law: exampleWorld.law, claims },
    )
    expect(lacksIn(duty, 6).map(({ check }) => check)).toEqual(['noBasis'])
  })
})
