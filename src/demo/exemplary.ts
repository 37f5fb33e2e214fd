/**
 * Exemplary cases of the demo: one of the road to a village, published to everybody, one of a boundary, which waits for another head, and two of
 * accounts of a village, sent back and withdrawn. They come from petitions of the story; the checker that refuses what tells whose matter it
 * was looks at them as at any other.
 */
import { commandExemplary, proposeExemplary } from '../insight/exemplary/commanding.ts'
import * as wire from '../insight/exemplary/contract.ts'
import { addDays } from '../kernel/day.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { type Accounts, done, staffNamed } from './acting.ts'
import type { Played } from './player.ts'

interface Told {
  readonly of: string
  readonly audience: 'place' | 'public'
  /** What came of it; it waits for another head where nothing did. */
  readonly ended: 'published' | 'returned' | 'withdrawn' | null
  readonly writeup: Readonly<Record<string, string>>
}

const told: readonly Told[] = [
  {
    of: '桐子林的路，盼了十年',
    audience: 'public',
    ended: 'published',
    writeup: {
      title: '工程为什么停、排在哪年，先走一遍再答复',
      situation: '一条通村道路立项以后多年没有开工，群众多次询问，没有人说得清卡在哪里、什么时候轮到。',
      done: '主管部门负责人和群众代表一起把要修的路从头走到尾，回来后查档案，弄清是前期评估没有做、资金被调到别处；当面认错，补做评估，落实资金和工期。开工以前先安排应急医疗点，进展按季度张榜，请提意见的人当质量监督员。',
      why: '先把“为什么没修”查清楚、说清楚，再谈什么时候修；把等待的日子也管起来；让提意见的人看得到每一步。',
      basis: '《信访工作条例》第三十二条第一款第（一）项。',
      titleEn: 'Walk the road first, then say why it stopped and when it comes',
      summaryEn:
        'A road to a village had been planned for years and never begun, and nobody could say why. The office walked it with the villagers, found that an assessment was missing and the money had gone elsewhere, said so, and set both right. Until it is finished there is an emergency post, and progress is posted each quarter.',
    },
  },
  {
    of: '岩脚村和风岭村两个组的山林界线，六十年没扯清楚，请帮我们划断',
    audience: 'place',
    ended: null,
    writeup: {
      title: '多年的林界争议，请两边老人一起上山认界',
      situation: '相邻两个小组对一片林地的界线各说各的，几代人没有说清，砍一次树吵一次架。',
      done: '林业部门会同司法所，把老图、老证和卫星影像放在一张图上，请两边各推几位老人到现场逐点指认；认得一致的当场埋桩，认不一致的照“谁管护多年归谁”的原则协商。',
      why: '证据一起看，界线一起走，自己指出来的自己信服；能定的先定，不因为一小段耽误一整条。',
      basis: '《森林法》关于林地权属争议由当事人协商和人民政府处理的规定。',
    },
  },
  {
    of: '村里三年没有公布过账',
    audience: 'place',
    ended: 'returned',
    writeup: {
      title: '账目贴出来，先贴旧的',
      situation: '一个村几年没有公开账目，群众意见很大。',
      done: '乡里派人帮着把旧账补齐，贴在公开栏上，请群众代表逐笔看。',
      why: '看得见，就不用猜。',
      basis: '《村民委员会组织法》关于村务公开的规定。',
    },
  },
  {
    of: '村里三年没有公布过账',
    audience: 'public',
    ended: 'withdrawn',
    writeup: {
      title: '群众代表逐笔看账，看不懂的当场问',
      situation: '账目公开了，群众还是看不懂，也不知道问谁。',
      done: '公开那天请会计坐在公开栏旁边，一笔一笔讲；当场说不清的记下来，七日内书面回答，再贴一次。',
      why: '公开不只是贴出来，还要有人讲、有人答。',
      basis: '《村民委员会组织法》关于村务公开的规定。',
    },
  },
]

const clerk = 'pu.gaofeng'
const head = 'xian.guilan'

const returning = { reason: '做法写得太简单：旧账缺了凭证怎么补、谁来对，请写清楚。' }
const withdrawing = { reason: '村务公开的新规定已经下发，其中的时限和这里写的不一样，改好再推荐。' }

/** How many there are in the end. */
export async function playExemplary(
  house: PetitionHouse,
  played: readonly Played[],
  accounts: Accounts,
): Promise<number> {
  const on = (daysAgo: number): PetitionHouse => {
    const day = addDays(house.today(), -daysAgo)
    return { ...house, today: () => day, now: () => `${day}T03:00:00.000Z` }
  }
  const viewer = staffNamed(head, accounts)
  for (const { of, audience, ended, writeup } of told) {
    const stream = await propose(on(12), { of, audience, writeup }, played, accounts)
    if (ended === 'returned')
      done(
        await commandExemplary(on(9), {
          stream,
          type: 'ReturnExemplary',
          body: proseOf(wire.returnExemplary, returning),
          viewer,
        }),
        of,
      )
    if (ended === 'published' || ended === 'withdrawn')
      done(await commandExemplary(on(9), { stream, type: 'PublishExemplary', body: {}, viewer }), of)
    if (ended === 'withdrawn')
      done(
        await commandExemplary(on(3), {
          stream,
          type: 'WithdrawExemplary',
          body: proseOf(wire.withdrawExemplary, withdrawing),
          viewer,
        }),
        of,
      )
  }
  return told.length
}

const proseOf = (endpoint: typeof wire.returnExemplary | typeof wire.withdrawExemplary, said: object): object =>
  endpoint.body.parse(said) as object

async function propose(
  house: PetitionHouse,
  { of, audience, writeup }: Pick<Told, 'of' | 'audience' | 'writeup'>,
  played: readonly Played[],
  accounts: Accounts,
): Promise<string> {
  const number = played.find(({ title }) => title === of)?.number
  if (number === undefined) throw new Error(`no petition of the demo is called “${of}”`)
  const { source, ...body } = wire.proposeExemplary.body.parse({
    source: { kind: 'petition', id: number },
    ...{ audience, writeup },
  })
  const proposal = { ...body, source: { kind: source.kind, stream: source.id } }
  return done(await proposeExemplary(house, { body: proposal, viewer: staffNamed(clerk, accounts) }), of).stream
}
