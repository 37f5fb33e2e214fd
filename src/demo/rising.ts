/**
 * What rises in the demo: one rise of seven weeks ago that was looked into, and one of these days that waits for somebody. Matters come one by
 * one as they would, are counted by the reader that always counts, and found by the night that always looks; only the days are those of a story.
 */
import { advance } from '../engine/consumer.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { commandPetition } from '../petition/commanding.ts'
import { petitionCommands } from '../petition/commands.ts'
import { registrationBody } from '../petition/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { registerPetition } from '../petition/registering.ts'
import { commandWarning } from '../prevention/warnings/commanding.ts'
import * as wire from '../prevention/warnings/contract.ts'
import { warningReaction } from '../prevention/warnings/counting.ts'
import { lookTonight } from '../prevention/warnings/nightly.ts'
import { done, staffNamed } from './acting.ts'
import { findDemoOrgan } from './prefecture.ts'

interface Matter {
  readonly daysAgo: number
  readonly village: string
  readonly title: string
  readonly text: string
  readonly name: string
}

interface Rise {
  /** When the night was that found it. */
  readonly nightDaysAgo: number
  readonly category: string
  readonly bureau: string
  readonly clerk: string
  /** To whom what has come is sent on. */
  readonly to: string
  readonly matters: readonly Matter[]
  readonly answered?: { readonly daysAgo: number; readonly outcome: 'acted'; readonly words: string }
}

const matter = (daysAgo: number, village: string, name: string, title: string, text: string): Matter => ({
  ...{ daysAgo, village, name, title, text },
})

const rises: readonly Rise[] = [
  {
    ...{ nightDaysAgo: 44, category: 'labour.wages', bureau: 'yunchuan.bureau', clerk: 'dou.lihua' },
    to: 'yunchuan.human-resources',
    matters: [
      matter(
        50,
        'yunchuan.tingtao.yancang',
        '尚小满',
        '水产加工厂两个月没发工资',
        '盐仓那家水产加工厂，六月、七月的工资都没发，问就是等货款。',
      ),
      matter(
        50,
        'yunchuan.tingtao.yancang',
        '向兰草',
        '加工厂拖欠计件工资',
        '计件单都在手里，厂里说账还没对，对了两个月。',
      ),
      matter(49, 'yunchuan.tingtao.liudi', '农大路', '离职了工资不结', '上个月离职，厂里说离职的最后结，到现在没有。'),
      matter(
        48,
        'yunchuan.tingtao.yancang',
        '池杏花',
        '食堂的人也没有发工资',
        '我在厂里食堂做饭，跟车间一样两个月没发。',
      ),
      matter(
        47,
        'yunchuan.tingtao.beizha',
        '桂生根',
        '厂门关了，工资找谁要',
        '这几天厂门锁着，老板电话打不通，工资找谁要。',
      ),
      matter(47, 'yunchuan.tingtao.yancang', '荣小雨', '拖欠工资和加班费', '五个月的加班费加两个月的工资，一直没给。'),
      matter(
        46,
        'yunchuan.tingtao.yancang',
        '养春来',
        '搬运班组的钱没结',
        '我们搬运班组八个人，按吨算钱，七月的没结。',
      ),
    ],
    answered: {
      ...{ daysAgo: 42, outcome: 'acted' },
      words: '属实，同一家水产加工厂停产欠薪。人社局已立案，冻结的货款先行垫付两个月工资，街道在厂门口设了登记点。',
    },
  },
  {
    ...{ nightDaysAgo: 0, category: 'rural.water-works', bureau: 'qingping.bureau', clerk: 'pu.gaofeng' },
    to: 'qingping.water',
    matters: [
      matter(
        9,
        'qingping.shuangxi.luoshui',
        '明春水',
        '自来水发黄有泥沙',
        '这个礼拜放出来的水是黄的，桶底一层泥，做饭只好去挑井水。',
      ),
      matter(
        8,
        'qingping.shuangxi.luoshui',
        '雍田田',
        '水管里放出泥浆',
        '早上放水半个钟头还是泥浆一样，孩子喝了拉肚子。',
      ),
      matter(
        7,
        'qingping.shuangxi.youfang',
        '浦小河',
        '油坊村停水三天',
        '先是水小，后来干脆没有，三天了没有人来说一声。',
      ),
      matter(
        6,
        'qingping.shuangxi.shimenkan',
        '柴阿旺',
        '高处的几家没有水',
        '石门坎上面七家没有水，下面的有一点，说是管子坏了。',
      ),
      matter(6, 'qingping.shuangxi.youfang', '步青山', '停水没有通知', '停水没有通知，豆腐坊做不成，一天损失两百多。'),
      matter(
        5,
        'qingping.shuangxi.luoshui',
        '邰小杏',
        '水厂说修，什么时候修好',
        '打电话给水厂说在修，问什么时候修好说不知道。',
      ),
      matter(
        4,
        'qingping.shuangxi.shuangxijie',
        '晁阿婆',
        '镇上的水也黄了',
        '镇上街面的水昨天开始也黄了，是不是上游的管子破了。',
      ),
      matter(3, 'qingping.shuangxi.youfang', '冉石头', '请送水车来', '油坊村老人多，挑水要走两里，请先派送水车。'),
      matter(2, 'qingping.shuangxi.shimenkan', '蒯小竹', '水费照收水没有', '这个月水费照收，水一个礼拜没有。'),
      matter(
        1,
        'qingping.shuangxi.luoshui',
        '郁大田',
        '请查一查水源',
        '水源上面在修路，是不是把管子挖断了，请来查一查。',
      ),
    ],
  },
]

/** How many warnings were found. */
export async function playRises(house: PetitionHouse, accounts: ReadonlyMap<string, string>): Promise<number> {
  const today = house.today()
  const on = (daysAgo: number): PetitionHouse => {
    const day: Day = addDays(today, -daysAgo)
    return { ...house, today: () => day, now: () => `${day}T02:00:00.000Z`, outgoing: () => [] }
  }
  let found = 0
  for (const rise of rises) {
    for (const each of rise.matters) await comeIn(each, rise, on(each.daysAgo), accounts)
    await countAll(house)
    const night = await lookTonight(on(rise.nightDaysAgo))
    if (night === null) throw new Error('the night of a rise in the demo was looked at before')
    found += night.raised.length
    if (rise.answered) await answer(night.raised, rise, on(rise.answered.daysAgo), accounts)
  }
  return found
}

/** Numbers that nobody has. */
const firstPhone = 2700

async function comeIn(
  { daysAgo, village, title, text, name }: Matter,
  { category, bureau, clerk, to }: Rise,
  house: PetitionHouse,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const place = findDemoOrgan(village)?.region
  const input = registrationBody.parse({
    ...{ organ: bureau, place, category, title, text, claims: [title] },
    people: [{ name, phone: `1990000${firstPhone + daysAgo * 10 + title.length}` }],
  })
  const { number } = done(await registerPetition(house, { input, viewer: { kind: 'anyone' } }), title)
  const body = petitionCommands.transfer.body.parse({ to }) as object
  const viewer = staffNamed(clerk, accounts)
  done(await commandPetition(house, { number, type: 'Transfer', body, viewer }), `${to} ${title}`)
}

/** Whatever the reader has not read yet; a demo is laid out before anybody else reads. */
async function countAll(house: PetitionHouse): Promise<void> {
  const reaction = warningReaction()
  for (;;) {
    const read = await advance(house, reaction)
    if (read.kind === 'stopped') throw new Error(read.fault)
    if (read.kind === 'advanced' && read.facts === 0) return
  }
}

async function answer(
  raised: readonly string[],
  { answered, clerk }: Rise,
  house: PetitionHouse,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const body = wire.answerWarning.body.parse({ outcome: answered?.outcome, words: answered?.words })
  const viewer = staffNamed(clerk, accounts)
  for (const stream of raised)
    done(await commandWarning(house, { stream, type: 'AnswerWarning', body, viewer }), `answer ${stream}`)
}
