/**
 * The three proposals in the demo: what the bureaus of the prefecture and of a county proposed after what petitions had shown them, in every
 * state. Days are counted back from today; organs and people are invented. Each act is a command of somebody who can log in.
 */
import { sweep } from '../engine/sweep.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandProposal, draftProposal, type ProposalCommanding } from '../supervision/proposals/commanding.ts'
import * as wire from '../supervision/proposals/contract.ts'
import { dueProposals } from '../supervision/proposals/jobs.ts'
import { done, staffNamed } from './acting.ts'

type Does = 'submit' | 'approve' | 'issue' | 'open' | 'answer' | 'measure' | 'remind' | 'effect' | 'close' | 'return'

interface Act {
  readonly daysAgo: number
  /** The login of somebody of the demo. */
  readonly by: string
  readonly does: Does
  readonly body?: (inDays: In) => object
}

/** A day so many days from today. */
type In = (days: number) => Day

interface DemoProposal {
  readonly daysAgo: number
  readonly by: string
  readonly kind: 'improveWork' | 'improvePolicy' | 'holdToAccount'
  /** Petitions of the demo, by their titles. */
  readonly petitions: readonly string[]
  readonly text: (inDays: In) => object
  readonly acts: readonly Act[]
}

const approvedBy = (head: string, drafter: string, daysAgo: number): readonly Act[] => [
  { daysAgo, by: drafter, does: 'submit' },
  { daysAgo: daysAgo - 1, by: head, does: 'approve' },
  { daysAgo: daysAgo - 1, by: drafter, does: 'issue' },
]

export const demoProposals: readonly DemoProposal[] = [
  {
    daysAgo: 70,
    by: 'pu.gaofeng',
    kind: 'improveWork',
    petitions: ['修县道占我家水田少量了八分，请重新丈量'],
    text: (inDays) => ({
      title: '关于规范征地丈量程序、当场签字确认的建议',
      findings:
        '今年以来因征地丈量提出的信访事项中，多数不是面积本身有错，而是丈量时没有通知当事人到场、量完没有当场签字，事后各执一词。',
      points: ['丈量前三日书面通知当事人，当事人不能到场的另行约定。', '丈量结果当场告知，由当事人和村组干部签字。'],
      recipients: ['qingping.natural-resources'],
      due: inDays(-40),
    }),
    acts: [
      ...approvedBy('xian.guilan', 'pu.gaofeng', 69),
      {
        daysAgo: 52,
        by: 'lei.guoliang',
        does: 'answer',
        body: () => ({
          adoption: 'partly',
          answer: '第二条采纳，自下月起执行。第一条采纳其中书面通知的部分。',
          reasons: '抢险和应急工程来不及提前三日通知，改为当日电话通知并录音。',
        }),
      },
      {
        daysAgo: 44,
        by: 'kuang.tian',
        does: 'measure',
        body: (inDays) => ({ takenOn: inDays(-46), measure: '印发《征地丈量现场确认单》，各乡镇国土所已领用。' }),
      },
      {
        daysAgo: 12,
        by: 'pu.gaofeng',
        does: 'effect',
        body: () => ({
          recipient: 'qingping.natural-resources',
          effect: 'taken',
          lookedAt: '抽查近两个月二十份丈量资料，均有当事人签字；同期没有因丈量程序提出的新信访事项。',
        }),
      },
      { daysAgo: 11, by: 'pu.gaofeng', does: 'close', body: () => ({ note: '建议已经落实。' }) },
    ],
  },
  {
    daysAgo: 36,
    by: 'mu.qinghe',
    kind: 'improveWork',
    petitions: ['二十三个木工的血汗钱，老板手机停机了'],
    text: (inDays) => ({
      title: '关于核查在建工地农民工工资专户的建议',
      findings: '该事项中总包单位十个月没有向工资专户拨付人工费，日常检查没有发现，直到工人上访。',
      points: ['对在建工地的工资专户逐一核对流水。', '专户两个月没有入账的，主动约谈总包单位。'],
      recipients: ['yunchuan.human-resources'],
      due: inDays(-4),
    }),
    acts: [
      ...approvedBy('qiu.weimin', 'mu.qinghe', 35),
      {
        daysAgo: 8,
        by: 'mu.qinghe',
        does: 'remind',
        body: () => ({ recipient: 'yunchuan.human-resources', note: '反馈期限将至，请按时书面反馈。' }),
      },
    ],
  },
  {
    daysAgo: 20,
    by: 'mu.qinghe',
    kind: 'improvePolicy',
    petitions: ['参战退役人员的补助标准为什么两个县不一样', '老年优待证过了六十五还要年审，跑不动'],
    text: (inDays) => ({
      title: '关于统一各县补助标准、取消老年优待证年审的建议',
      findings: '同一类人员在不同的县标准不同，老人为一张证每年跑一趟，基层工作人员解释不了，只能一级一级往上问。',
      points: ['由州级统一发布补助标准，各县不再另定。', '老年优待证与户籍信息比对，取消本人到场年审。'],
      recipients: ['yunqi.government'],
      due: inDays(15),
    }),
    acts: approvedBy('qiu.weimin', 'mu.qinghe', 19),
  },
  {
    daysAgo: 15,
    by: 'mu.qinghe',
    kind: 'improveWork',
    petitions: ['自来水发黄有铁锈味，烧开一层沫'],
    text: (inDays) => ({
      title: '关于公布老旧管网更换计划的建议',
      findings: '居民反复询问管网何时更换，客服每次答复不同。',
      points: ['把更换计划按小区公布，写明年度和顺序。'],
      recipients: ['yunqi.water-supply'],
      due: inDays(20),
    }),
    acts: [{ daysAgo: 2, by: 'mu.qinghe', does: 'submit' }],
  },
  {
    // posts run from the first day of the demo, and what is sealed is open to whoever holds one
    daysAgo: 0,
    by: 'ji.dongsheng',
    kind: 'holdToAccount',
    petitions: ['村医干了四十年，没有养老'],
    text: (inDays) => ({
      title: '关于追究拖延办理信访事项责任的建议',
      findings: '受理后两次要求信访人重复提交同样的材料，又以领导外出为由搁置，造成信访人错过参保补缴期限。',
      points: ['调查受理后搁置的经过，对直接责任人员依规依纪处理。'],
      recipients: ['yunqi.discipline'],
      against: { organs: ['qingping.health'], people: [] },
      due: inDays(30),
    }),
    acts: [
      { daysAgo: 0, by: 'ji.dongsheng', does: 'submit' },
      { daysAgo: 0, by: 'qiu.weimin', does: 'open', body: () => ({ reason: '审批督查室送审的建议。' }) },
      { daysAgo: 0, by: 'qiu.weimin', does: 'approve' },
      { daysAgo: 0, by: 'qiu.weimin', does: 'issue' },
      { daysAgo: 0, by: 'wen.jingshu', does: 'open', body: () => ({ reason: '承办该件，初步核实。' }) },
    ],
  },
]

const endpoints = {
  ...{ submit: wire.submitProposal, approve: wire.approveProposal, issue: wire.issueProposal, open: wire.openProposal },
  ...{ answer: wire.answerProposal, measure: wire.recordMeasure, remind: wire.remindRecipient },
  ...{ effect: wire.verifyEffect, close: wire.closeProposal, return: wire.returnAnswer },
} as const satisfies Record<Does, unknown>
const commands: Readonly<Record<Does, ProposalCommanding['type']>> = {
  ...({ submit: 'SubmitProposal', approve: 'ApproveProposal', issue: 'IssueProposal', open: 'OpenProposal' } as const),
  ...({ answer: 'AnswerProposal', measure: 'RecordMeasure', remind: 'RemindRecipient' } as const),
  ...({ effect: 'VerifyEffect', close: 'CloseProposal', return: 'ReturnAnswer' } as const),
}

interface Played {
  readonly title: string
  readonly number: string
}

/** Plays them into a house in which the petitions are there; what fell due in the story has fallen due in the house. */
export async function playProposals(
  house: PetitionHouse,
  petitions: readonly Played[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const now = house.today()
  const inDays: In = (days) => addDays(now, days)
  const on = (daysAgo: number): PetitionHouse => {
    const day = inDays(-daysAgo)
    return { ...house, today: () => day, now: () => `${day}T03:00:00.000Z` }
  }
  for (const { daysAgo, by, kind, petitions: titles, text, acts } of demoProposals) {
    const numbers = titles.map((title) => petitions.find((petition) => petition.title === title)?.number)
    const body = wire.draftProposal.body.parse({ kind, text: { ...text(inDays), petitions: numbers } })
    const drafted = done(
      await draftProposal(on(daysAgo), { ...body, viewer: staffNamed(by, accounts) }),
      `${by} drafts`,
    )
    for (const act of acts) {
      const command = endpoints[act.does].body.parse(act.body?.(inDays) ?? {}) as object
      const given = {
        stream: drafted.stream,
        type: commands[act.does],
        body: command,
        viewer: staffNamed(act.by, accounts),
      }
      done(await commandProposal(on(act.daysAgo), given), `${act.by} ${act.does} of ${drafted.stream}`)
    }
  }
  await sweep(dueProposals(on(0)))
  return demoProposals.length
}
