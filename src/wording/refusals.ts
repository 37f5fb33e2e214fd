/**
 * Why something is refused, in a sentence that a person can act on: what stands in the way, what is possible instead and the
 * article. A refusal without words does not compile.
 */
import type { OrganId } from '../kernel/organ.ts'
import type { Basis } from '../law/basis.ts'
import { basisInWords } from '../law/basis.ts'
import type { Refusal, RefusalKind } from '../petition/petition.ts'
import { anyOf, type Bilingual, inSequence, listed, say } from './bilingual.ts'
import { dayInWords } from './days.ts'
import {
  claimInWords,
  clockInWords,
  documentInWords,
  personInWords,
  petitionInWords,
  questionInWords,
} from './references.ts'
import { termOf, terms } from './terms.ts'

export type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends RefusalKind> = (refusal: Extract<Refusal, { kind: K }>, nameOf: NameOf) => Bilingual

const nothing = say('', '')

/** One refusal as whole sentences, ending with the article it rests on, if it rests on one. */
export function explainRefusal(refusal: Refusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<RefusalKind>
  return inSequence(sentence(refusal, nameOf), 'basis' in refusal ? restingOn(refusal.basis) : nothing)
}

function restingOn(basis: Basis): Bilingual {
  const { zh, en } = basisInWords(basis)
  return say(`依据：${zh}。`, `Basis: ${en}.`)
}

const stages = (needs: readonly string[]) => anyOf(needs.map((stage) => quoted(termOf('stage', stage))))
const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)
const organs = (ids: readonly OrganId[], nameOf: NameOf): Bilingual => listed(ids.map(nameOf))

const sentences: { readonly [K in RefusalKind]: Sentence<K> } = {
  'already-registered': () =>
    say(
      '该编号下已经登记了信访事项，请另行登记。',
      'A petition is already registered under this number; register a new one.',
    ),

  'not-registered': () =>
    say('没有查到该信访事项，请核对登记编号。', 'There is no such petition; please check the number.'),

  'wrong-stage': ({ stage, command, needs }) => {
    const now = terms.stage[stage]
    const what = terms.command[command]
    const when = stages(needs)
    return say(
      `信访事项目前处于“${now.zh}”阶段，不能办理“${what.zh}”；在${when.zh}阶段方可办理。`,
      `The petition is at the stage “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },

  'not-yours-to-do': ({ command, needs }) => {
    const what = terms.command[command]
    const byPost = needs.some((need) => need in terms.post)
    const who = anyOf(needs.map((need) => termOf(byPost ? 'post' : 'performer', need)))
    if (byPost)
      return say(
        `“${what.zh}”应当由${who.zh}办理，您的岗位不办理信访事项。`,
        `“${what.en}” is for ${who.en}; your post does not handle petitions.`,
      )
    return say(
      `“${what.zh}”应当由${who.zh}办理，您在本事项中没有这一职责。`,
      `“${what.en}” is for ${who.en}; you do not have that part in this petition.`,
    )
  },

  'needs-the-head': ({ command }) => {
    const what = terms.command[command]
    return say(
      `“${what.zh}”须经本机关、单位负责人批准，请由负责人办理。`,
      `“${what.en}” needs the approval of the head of the organ; ask the head to do it.`,
    )
  },

  'law-not-loaded': () =>
    say(
      '本系统没有这件信访事项适用的法规包，暂时只能查看，不能办理。请管理员放回该法规包。',
      'This house does not have the pack of law that the petition is handled under: it can be read, and nothing can be done to it until an administrator puts the file back.',
    ),

  'no-such-step': ({ command, law }) => {
    const what = terms.command[command]
    return say(
      `这件信访事项适用的${law.zh}没有“${what.zh}”这一步。`,
      `${law.en}, under which this petition is handled, knows no step “${what.en}”.`,
    )
  },

  recused: () =>
    say(
      '您与该事项有直接利害关系，或者您的上级是被反映的人员，应当回避，不得参与办理。',
      'You have an interest of your own in this matter, or somebody you answer to is named in it; you have no part in it.',
    ),

  'already-recused': () =>
    say('该人员已经回避，无需重复办理。', 'That person has withdrawn already; there is nothing to do again.'),

  'own-recusal': () =>
    say(
      '不能由本人决定自己是否回避；请由其他负责人或者上一级机关决定。',
      'Nobody decides on their own recusal; another head or the organ above decides.',
    ),

  'recusal-undecided': () =>
    say(
      '您此前提出的回避申请尚未决定，请等待决定后再提出。',
      'Your earlier request is not decided yet; wait for the decision before asking again.',
    ),

  'no-recusal-to-decide': () =>
    say('没有待决定的该项回避申请。', 'There is no such request for recusal waiting to be decided.'),

  'not-the-decider': ({ decider }, nameOf) => {
    const what = nameOf(decider)
    return say(`该回避申请由${what.zh}决定。`, `${what.en} decides on this request.`)
  },

  'official-leads-organ': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `被反映的人员是${what.zh}的负责人，该单位的经办人都受其领导，应当回避；请转其上一级机关或者其他有权处理的机关。`,
      `The official named in the matter leads ${what.en}, and everybody who would handle it there answers to that person; send it to the organ above or to another competent organ.`,
    )
  },

  'already-named': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(`${what.zh}已经登记为被反映单位。`, `${what.en} is already named in the matter.`)
  },

  'nobody-named': () => say('请写明被反映的单位或者人员。', 'Say which organ or which official the matter is about.'),

  'unknown-complained': ({ complained }) =>
    say(
      `没有第${complained + 1}名被反映的单位或者人员。`,
      `There is no organ or official number ${complained + 1} in this matter.`,
    ),

  'nothing-sealed': ({ seal }) => {
    const what = terms.seal[seal]
    return say(`该事项的${what.zh}没有密封，可以直接查看。`, `Nothing is sealed there (${what.en}); read it as it is.`)
  },

  'not-the-competent-body': () =>
    say(
      '检举控告的内容只由纪检监察机关或者有权处理的机关查看；信访部门只掌握其存在和去向。',
      'What an accusation says is read by the discipline body or another competent organ alone; the bureau knows that it exists and where it went.',
    ),

  'not-the-named-post': ({ seal }) => {
    const what = terms.seal[seal]
    return say(
      `${what.zh}只由本事项指定的经办人或者单位负责人查看。`,
      `That (${what.en}) is for the clerk named for this matter or the head of the organ.`,
    )
  },

  'accusation-is-sealed': () =>
    say(
      '请先说明理由，查看检举控告内容；查看记录信访人可以看到。',
      'Open the accusation first, with a reason; the petitioner sees that you did.',
    ),

  'identity-is-sealed': () =>
    say(
      '请先说明理由，查看信访人身份；查看记录信访人可以看到。',
      'Open who the petitioner is first, with a reason; the petitioner sees that you did.',
    ),

  'needs-own-key': ({ command }) => {
    const what = terms.command[command]
    return say(
      `检举控告事项的“${what.zh}”只能由信访人本人凭查询码办理，不能由单位代录。`,
      `“${what.en}” in an accusation is for the petitioner with the own key alone; no office enters it for them.`,
    )
  },

  'names-too-many': ({ count, atMost }) =>
    say(
      `所写内容对应${count}个账号，一次最多登记${atMost}人；请逐一写明姓名和职务。`,
      `What you wrote fits ${count} accounts, and at most ${atMost} are named at once; write name and post one by one.`,
    ),

  'unknown-material': () => say('没有这份材料。', 'There is no such file in this matter.'),

  'not-accused': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `${what.zh}不是被检举、控告的单位，按通常程序告知即可。`,
      `${what.en} is not accused in this matter; it is told in the usual way.`,
    )
  },

  'day-in-the-future': ({ day, today }) => {
    const [then, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `所填日期${then.zh}晚于今天（${now.zh}），请填写已经发生的日期。`,
      `${then.en} lies after today (${now.en}); give the day on which it happened.`,
    )
  },

  'day-before-the-matter': ({ day, from }) => {
    const [then, start] = [dayInWords(day), dayInWords(from)]
    return say(
      `所填日期${then.zh}早于${start.zh}，请填写该日或者以后的日期。`,
      `${then.en} lies before ${start.en}; give that day or a later one.`,
    )
  },

  'no-claim': () =>
    say('没有载明请求，请至少写明一项请求。', 'No claim is stated; state at least one, so that it can be answered.'),

  'too-many-representatives': ({ count, atMost }) =>
    say(
      `推选了${count}名代表，代表人数不得超过${atMost}人；请减少代表人数，其他人计入信访人数。`,
      `${count} representatives are named, and there may be at most ${atMost}; name fewer and count the others in the number of people.`,
    ),

  'no-petitioner': () =>
    say(
      '没有载明信访人的姓名（名称）；请如实填写，不愿具名的，选择匿名。',
      'The name of the petitioner is missing; give it, or choose to stay anonymous.',
    ),

  'oral-record-not-read-back': () =>
    say(
      '口头提出的信访事项应当如实记录；请先向信访人宣读记录，经其确认后登记。',
      'An oral petition must be recorded truthfully; read the record back to the petitioner and register it once it is confirmed.',
    ),

  'headcount-too-small': ({ headcount, people }) =>
    say(
      `信访人数填写为${headcount}人，少于已列明的${people}名信访人；人数不得少于列明的信访人。`,
      `The number of people is given as ${headcount}, fewer than the ${people} petitioners named; it must be at least that many.`,
    ),

  'simplified-not-allowed': ({ bar }) => {
    const why = terms.simplifiedBar[bar]
    return say(
      `该事项${why.zh}，不适用简易办理；请按普通程序办理。`,
      `The simplified track is not open, because ${why.en}; use the ordinary track.`,
    )
  },

  'nothing-changed': ({ field }) => {
    const what = terms.field[field]
    return say(
      `${what.zh}与原内容相同，无需更正。`,
      `The ${what.en} is the same as before; there is nothing to correct.`,
    )
  },

  'too-late-to-correct': ({ field, stage }) => {
    const [what, now] = [terms.field[field], terms.stage[stage]]
    return say(
      `信访事项目前处于“${now.zh}”阶段，${what.zh}已经决定了办理期限，不能再更正；如确有错误，请在办理中说明并按正确类别处理。`,
      `The petition is at the stage “${now.en}” and its time limits rest on the ${what.en}, which can no longer be corrected; note the error while handling.`,
    )
  },

  'already-urgent': () =>
    say('该事项已列为重大、紧急信访事项，请直接办理报告。', 'It is already marked as urgent; go on to report it.'),

  'not-urgent': () =>
    say(
      '该事项没有列为重大、紧急信访事项；确属重大、紧急的，请先列为重大、紧急事项。',
      'It is not marked as urgent; if it is, mark it first.',
    ),

  'not-a-recipient': ({ to }) => {
    const whom = terms.urgentRecipient[to]
    return say(
      `本机关、单位不需要向${whom.zh}报告该事项，请向列明的对象报告。`,
      `Your organ does not have to report this to the following: ${whom.en}. Report to those that are listed.`,
    )
  },

  'already-reported': ({ to }) => {
    const whom = terms.urgentRecipient[to]
    return say(`已经向${whom.zh}报告，无需重复报告。`, `This has already been reported (${whom.en}).`)
  },

  'unknown-organ': ({ organ }) =>
    say(
      `没有名为“${organ}”的机关、单位，请从机关、单位名录中选择。`,
      `There is no organ “${organ}”; choose one from the list of organs.`,
    ),

  'organ-not-active': ({ organ, successors }, nameOf) => {
    const what = nameOf(organ)
    const heirs = organs(successors, nameOf)
    return successors.length > 0
      ? say(
          `${what.zh}已经分立、合并或者撤销，请选择继续行使其职权的${heirs.zh}。`,
          `${what.en} no longer exists; choose whoever carries its powers on: ${heirs.en}.`,
        )
      : say(
          `${what.zh}已经撤销且职责不清，由本级党委和政府或者其指定的机关、单位受理。`,
          `${what.en} no longer exists and no successor is known; the party committee and government of the same level, or whom they name, must accept it.`,
        )
  },

  'already-there': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `信访事项已在${what.zh}，无需再转；请选择其他有权处理的机关、单位。`,
      `The petition is already with ${what.en}; choose another competent organ.`,
    )
  },

  'organ-is-accused': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `${what.zh}是被检举、控告的单位或者受其管理，不得将检举、揭发材料以及有关情况透露或者转给该单位；请转有管理权限的纪检监察机关或者其他有权处理的机关。`,
      `${what.en} is the one accused, and neither the accusation nor anything about it may reach it; send it to the discipline organ with authority or to another competent organ.`,
    )
  },

  'accusation-needs-competent-body': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `${what.zh}无权处理检举控告类事项；请按照管理权限转送有关纪检监察机关或者其他有权处理的机关。`,
      `${what.en} is not competent for accusations; send it to the discipline organ with authority or another competent body.`,
    )
  },

  'not-a-subordinate': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `${what.zh}不是本系统的下级机关、单位，不能直接向其转送、交办；请告知信访人向有权处理的机关、单位提出，或者提出异议退回。`,
      `${what.en} is not below you in your own system, so you cannot send it there; tell the petitioner who is competent, or object and return it.`,
    )
  },

  'dispute-was-decided': () =>
    say(
      '受理机关已经依法决定，不得再提出异议；请依法受理。',
      'Who is competent has been decided, so there can be no further objection; accept the petition.',
    ),

  'right-lapsed': ({ clock, lastDay }) => {
    const [what, last] = [clockInWords(clock), dayInWords(lastDay)]
    return say(
      `${what.zh}的期限已于${last.zh}届满，不能再行使。`,
      `The time for ${what.en} ended on ${last.en}, so it is no longer possible.`,
    )
  },

  'no-such-right': ({ clock, person }) => {
    const [what, who] = [clockInWords(clock), personInWords(person)]
    return say(
      `${who.zh}目前没有${what.zh}的权利；该权利自收到书面答复之日起产生。`,
      `At present ${who.en} does not have the right to ${what.en}; it begins on the day the written answer is received.`,
    )
  },

  'not-the-common-superior': ({ expected }, nameOf) => {
    if (expected === null)
      return say(
        '双方没有共同的上一级机关、单位，请提请共同的信访工作联席会议协调处理。',
        'The two organs have no common superior; refer it to their joint conference on petition work.',
      )
    const what = nameOf(expected)
    return say(
      `受理争议由共同的上一级机关、单位决定，请提请${what.zh}决定。`,
      `A dispute is decided by the common superior; refer it to ${what.en}.`,
    )
  },

  'not-before-today': ({ day, today }) => {
    const [then, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `指定的日期${then.zh}不晚于今天（${now.zh}），请指定今天以后的日期。`,
      `The day set, ${then.en}, is not after today (${now.en}); set a later one.`,
    )
  },

  'nothing-to-report-back': () =>
    say(
      '该事项不是交办事项，或者已经提交办结报告，无需再次提交。',
      'There is nothing to report back: it was not assigned, or the report has been made.',
    ),

  'not-a-successor': ({ organ, successors }, nameOf) => {
    const what = nameOf(organ)
    const heirs = organs(successors, nameOf)
    return successors.length > 0
      ? say(
          `${what.zh}不是继续行使其职权的机关、单位；承继机关为${heirs.zh}。`,
          `${what.en} does not carry its powers on; the following do: ${heirs.en}.`,
        )
      : say(
          `${what.zh}不是继续行使其职权的机关、单位；请先在机关、单位名录中登记承继机关。`,
          `${what.en} does not carry its powers on; record the successor in the list of organs first.`,
        )
  },

  'nothing-to-pass-on': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `${what.zh}在本事项中没有需要移交的职责。`,
      `${what.en} has no duty in this petition that could be passed on.`,
    )
  },

  'not-on-simplified-track': () =>
    say(
      '该事项没有适用简易办理，已按普通程序办理。',
      'It is not on the simplified track; it is already on the ordinary one.',
    ),

  'route-does-not-fit': ({ class: petitionClass, route }) => {
    const what = terms.class[petitionClass]
    if (route === null)
      return say(
        `“${what.zh}”类事项尚未确定适用的办理方式；请先按照其类别和法定途径办理。`,
        `No route fits yet for a petition of the class “${what.en}”; use the one that its class and the law provide.`,
      )
    const how = terms.route[route]
    return say(
      `“${what.zh}”类事项不适用“${how.zh}”的办理方式；请选择与其类别和法定途径相符的方式。`,
      `The route “${how.en}” does not fit a petition of the class “${what.en}” here; use the one that its class and the law provide.`,
    )
  },

  'ground-does-not-fit': ({ ground, needs }) => {
    const [what, need] = [termOf('declineGround', ground), termOf('declineNeed', needs)]
    return say(
      `以“${what.zh}”为由不予受理，须具备：${need.zh}；不具备的，应当受理或者提出异议。`,
      `To decline on the ground “${what.en}” it takes ${need.en}; without it the petition must be accepted or objected to.`,
    )
  },

  'not-heard': () =>
    say(
      '尚未听取信访人陈述事实和理由；请先听取并记录，再出具信访处理意见书。',
      'The petitioner has not been heard; hear the facts and reasons and record it before issuing an opinion.',
    ),

  'hearing-open': () =>
    say('听证尚未结束，请先结束听证并形成听证记录。', 'A hearing is still open; close it and record it first.'),

  'no-hearing-open': () => say('目前没有正在进行的听证。', 'No hearing is open; open one first.'),

  'mediation-open': () =>
    say('调解尚未结束，请先结束本次调解。', 'A mediation is still open; end it before proposing another.'),

  'no-mediation-open': () => say('目前没有正在进行的调解。', 'No mediation is open; propose one first.'),

  'consent-missing': ({ parties }) => {
    const who = listed(parties.map((party) => termOf('mediationParty', party)))
    return say(
      `调解须经争议双方当事人同意，${who.zh}尚未同意，不能制作调解协议书。`,
      `Mediation needs the consent of both sides, and this is missing from ${who.en}; there can be no agreement without it.`,
    )
  },

  'not-an-extension': ({ due }) => {
    const last = dayInWords(due)
    return say(
      `所选日期不晚于现有期限${last.zh}，不构成延期；请选择更晚的日期。`,
      `The day chosen is not after the present last day, ${last.en}, so it extends nothing; choose a later one.`,
    )
  },

  'extension-too-long': ({ atMost }) => {
    const last = dayInWords(atMost)
    return say(
      `延长的期限累计超过法定上限，最晚可以延长至${last.zh}。`,
      `All extensions together would exceed what the law allows; the latest possible day is ${last.en}.`,
    )
  },

  'nothing-to-take-back': () =>
    say('没有仍在适用的延期，无需撤销。', 'No extension is in force, so there is none to take back.'),

  'received-after-registered': ({ registeredOn }) => {
    const then = dayInWords(registeredOn)
    return say(
      `该事项已于${then.zh}登记，收到日期不能晚于登记日期。`,
      `It was registered on ${then.en}, so it cannot have been received later.`,
    )
  },

  'not-served-yet': () =>
    say(
      '该文书尚未向此人送达，没有可以更正的送达日期。',
      'The document has not reached this person yet; there is no day to correct.',
    ),

  'served-day-certain': ({ way }) => {
    const { zh, en } = termOf('serviceWay', way)
    return say(
      `“${zh}”的日期由本系统记录，以记录为准，不能更正。`,
      `The day of service by “${en}” is recorded by this system itself; it is certain and cannot be corrected.`,
    )
  },

  'nothing-to-extend': () =>
    say(
      '没有正在计算且可以延长的办理期限；只有出具信访处理意见书的事项可以延长。',
      'No handling limit is running that could be extended; only matters that end in a handling opinion can be.',
    ),

  'claim-unanswered': ({ claims }) => {
    const which = listed(claims.map(claimInWords))
    return say(
      `${which.zh}尚未答复；处理意见应当对各项请求逐一作出。`,
      `Not yet answered: ${which.en}. Every claim must be answered, one by one.`,
    )
  },

  'assists-already': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `${what.zh}已在协办这件信访事项，待其办结后方可另行提出。`,
      `${what.en} already assists here; ask again when that has ended.`,
    )
  },

  'unknown-assistance': () =>
    say(
      '没有这项正在等待办理的协办任务，请核对后重试。',
      'There is no such assistance that is still waited for; please look again.',
    ),

  'assistance-too-late': ({ lastDay }) => {
    const last = dayInWords(lastDay)
    return say(
      `协办不延长办理期限：请主办单位把协办时限定在${last.zh}以前。`,
      `Assistance lengthens no limit: name a day not after ${last.en}.`,
    )
  },

  'assistance-awaited': ({ organs: of }, nameOf) => {
    const who = organs(of, nameOf)
    return say(
      `${who.zh}的协办意见尚未报来；请等待，或者先说明不再等待的理由。`,
      `${who.en} has not reported on its part yet; wait for it, or first say why it is not waited for.`,
    )
  },

  'unknown-claim': ({ claim }) => {
    const which = claimInWords(claim)
    return say(
      `信访事项中没有${which.zh}，请只答复已经登记的请求。`,
      `The petition has no ${which.en}; answer only claims that were registered.`,
    )
  },

  'part-missing': ({ document, part }) => {
    const [what, which] = [terms.documentKind[document], termOf('documentPart', part)]
    return say(
      `${what.zh}应当载明“${which.zh}”，请补充后再出具。`,
      `The document “${what.en}” must contain the part “${which.en}”; add it and issue it then.`,
    )
  },

  'execution-day-missing': () =>
    say(
      '意见支持了信访请求，应当载明执行的日期，以便督促执行。',
      'A claim is supported, so the opinion must set a day by which it will be carried out.',
    ),

  'not-a-suggestion': ({ class: petitionClass }) => {
    const what = terms.class[petitionClass]
    return say(
      `该事项属于“${what.zh}”类，不是建议意见类；请按照其类别办理。`,
      `The petition is of the class “${what.en}”, not a suggestion; handle it as its class requires.`,
    )
  },

  'unknown-document': ({ document }) => {
    if (document === 'none') return say('目前没有等待送达的文书。', 'No document is waiting to be served.')
    const which = documentInWords(document)
    return say(
      `信访事项中没有${which.zh}，请核对。`,
      `The petition has no ${which.en}; please check which one is meant.`,
    )
  },

  'unknown-person': ({ person }) => {
    const who = personInWords(person)
    return say(
      `${who.zh}不是本事项的信访人，或者不是该文书的送达对象，请核对。`,
      `There is no ${who.en} here, or this document is not for that person; please check.`,
    )
  },

  'already-served': ({ document, person, on }) => {
    const [which, who, then] = [documentInWords(document), personInWords(person), dayInWords(on)]
    return say(
      `${which.zh}已于${then.zh}送达${who.zh}，不能重复送达；期限自首次送达之日起计算。`,
      `The ${which.en} was served on ${who.en} on ${then.en}; it counts from that day and cannot be served again.`,
    )
  },

  'not-a-served-document': ({ document }) => {
    const which = documentInWords(document)
    return say(
      `${which.zh}不是需要凭证送达的文书，出具时已经告知，无需另行送达。`,
      `The ${which.en} is not one that is served with proof; it was made known when it was issued.`,
    )
  },

  'way-only-simplified': ({ way }) => {
    const how = terms.serviceWay[way]
    return say(
      `“${how.zh}”仅适用于简易办理的答复；该文书应当书面送达。`,
      `“${how.en}” is only for answers on the simplified track; this document must be served in writing.`,
    )
  },

  'proof-missing': ({ way, missing }) => {
    const how = terms.serviceWay[way]
    const what = listed(missing.map((proof) => termOf('serviceProof', proof)))
    return say(
      `以“${how.zh}”方式送达，还缺少送达凭证：${what.zh}；请补充，或者改用其他送达方式。`,
      `Service “${how.en}” still lacks its proof: ${what.en}; add it, or serve in another way.`,
    )
  },

  'already-announced': ({ on, until }) => {
    const [from, to] = [dayInWords(on), dayInWords(until)]
    return say(
      `这份文书已于${from.zh}公告，至${to.zh}期满。`,
      `This document was announced on ${from.en}; the announcement runs until ${to.en}.`,
    )
  },
  'nobody-to-serve': () =>
    say(
      '这份文书已经送达所有应当送达的人，不需要公告。',
      'This document has reached everybody whom it must reach; there is nothing to announce.',
    ),
  'announcement-still-running': ({ until }) => {
    const last = dayInWords(until)
    return say(
      `公告期至${last.zh}届满，届满之日方视为送达。`,
      `The announcement runs until ${last.en}; only then does it count as served.`,
    )
  },

  'served-before-issued': ({ issuedOn }) => {
    const then = dayInWords(issuedOn)
    return say(
      `文书于${then.zh}作出，送达日期不得早于该日。`,
      `The document was issued on ${then.en}; it cannot have been served before that day.`,
    )
  },

  'nothing-to-execute': () =>
    say(
      '没有需要执行的支持意见，或者已经执行完毕。',
      'There is nothing to carry out: no claim was supported, or it has been carried out already.',
    ),

  'needs-own-key-or-signature': ({ command }) => {
    const what = terms.command[command]
    return say(
      `“${what.zh}”应当出于信访人本人意愿：由信访人凭查询码办理，或者由工作人员录入信访人签名并有见证人的书面记录。`,
      `“${what.en}” must be the petitioner's own act: with the petitioner's key, or on a record signed by the petitioner and witnessed, which staff may enter.`,
    )
  },

  'already-rated': ({ whom }) => {
    const who = terms.rated[whom]
    return say(
      `您已经对${who.zh}作出评价，每位信访人只能评价一次。`,
      `You have already rated this side (${who.en}); each petitioner rates once.`,
    )
  },

  'nobody-to-rate': ({ whom }) => {
    const who = terms.rated[whom]
    return say(
      `该事项没有经过${who.zh}办理，不能对其评价。`,
      `This side (${who.en}) had no part in the petition, so there is nothing to rate.`,
    )
  },

  'duty-still-running': ({ clocks }) => {
    const which = listed(clocks.map(clockInWords))
    return say(
      `${which.zh}的期限仍在计算，不能办结；请先履行，或者等待期限届满。`,
      `It cannot be closed while these run: ${which.en}; do them first, or wait until the right has lapsed.`,
    )
  },

  'not-overdue': ({ clock, lastDay }) => {
    const [what, last] = [clockInWords(clock), dayInWords(lastDay)]
    return say(
      `${what.zh}的最后一日为${last.zh}，目前没有超期或者已经处理。`,
      `${what.en} has its last day on ${last.en}; it is not past it, or it no longer runs.`,
    )
  },

  'unknown-clock': ({ clock }) => {
    const what = clockInWords(clock)
    return say(`信访事项中没有${what.zh}这一期限。`, `The petition has no time limit ${what.en}.`)
  },

  'not-one-level-up': ({ organ, of }, nameOf) => {
    const [what, below] = [nameOf(organ), nameOf(of)]
    return organ === of || what.zh === below.zh
      ? say(
          `${what.zh}不能复查、复核自己的意见，请向其上一级机关、单位提出。`,
          `${what.en} cannot look again at its own answer; go to the organ one level up.`,
        )
      : say(
          `${what.zh}不是${below.zh}的上一级机关、单位，请向其上一级机关、单位提出。`,
          `${what.en} is not one level above ${below.en}; go to the organ that is.`,
        )
  },

  'not-the-organ-asked': ({ asked }, nameOf) => {
    const { zh, en } = nameOf(asked)
    return say(
      `信访人签字的请求，由登记机关、承办机关或者${zh}录入。`,
      `A request that the petitioner signed is entered by ${en}, or by the organ that registered or has the petition.`,
    )
  },

  'review-is-elsewhere': ({ organ }, nameOf) => {
    const what = nameOf(organ)
    return say(
      `同一事项已有其他信访人向${what.zh}提出；请向同一机关提出，以便一并处理。`,
      `Another petitioner has already asked ${what.en} about this matter; ask the same organ, so that there is one answer.`,
    )
  },

  'review-accepted': ({ on }) => {
    const day = dayInWords(on)
    return say(`该申请已于${day.zh}受理。`, `The request was taken up on ${day.en}.`)
  },

  'already-requested': ({ person }) => {
    const who = personInWords(person)
    return say(
      `${who.zh}已经提出过该请求，请等待答复。`,
      `The request of ${who.en} has already been made; please wait for the answer.`,
    )
  },

  'redo-day-missing': () =>
    say(
      '撤销原意见、责令重新办理的，应当指定重新办理的期限。',
      'When an opinion is quashed, a day must be set by which the organ handles the matter afresh.',
    ),

  'history-full': ({ atMost }) =>
    say(
      `该事项的记录已达到${atMost}条，不能再增加；请依照职责办理答复或者移交。`,
      `This petition has ${atMost} entries and takes no more of these; answer it, or do what else is owed.`,
    ),

  'too-many-today': ({ atMost }) =>
    say(
      `今天已经提交${atMost}次，请明天再提交；一次可以附上多份材料。`,
      `It was done ${atMost} times today already; go on tomorrow. One addition can hold many files.`,
    ),

  'unknown-question': ({ question }) => {
    if (question === 'none') return say('目前没有等待回答的询问。', 'No question is waiting for an answer.')
    const which = questionInWords(question)
    return say(`没有${which.zh}，请核对。`, `There is no ${which.en}; please check which one is meant.`)
  },

  'question-answered': ({ question }) => {
    const which = questionInWords(question)
    return say(
      `${which.zh}已经答复；如需补充，请补充材料。`,
      `The ${which.en} has already been answered; to say more, add material.`,
    )
  },

  'linked-to-itself': () =>
    say(
      '信访事项不能与自身并案，请填写另一件信访事项的编号。',
      'A petition cannot be linked to itself; give the number of another one.',
    ),

  'already-linked': ({ to }) => {
    const which = petitionInWords(to)
    return say(`已经与${which.zh}并案。`, `It is already linked with ${which.en}.`)
  },

  'not-linked': ({ to }) => {
    if (to === 'none') return say('目前没有与其他事项并案。', 'It is not linked with any other petition.')
    const which = petitionInWords(to)
    return say(
      `没有与${which.zh}并案，无需撤销。`,
      `It is not linked with ${which.en}, so there is no link to take back.`,
    )
  },

  'only-the-registrar': ({ registrar }, nameOf) => {
    const who = nameOf(registrar)
    return say(
      `查询码只能由登记单位${who.zh}换发：本机关是被反映的机关，或者信访人要求保密。请告知信访人到该单位窗口办理。`,
      `Only the organ that registered it, ${who.en}, renews this key: yours is complained about, or the petitioner is confidential. Send the petitioner there.`,
    )
  },

  'petitioner-is-anonymous': () =>
    say(
      '该事项是匿名提出的，无法核实身份，不能换发；本人仍持有原查询码的，请本人在窗口输入原查询码后换发。',
      'This petition is anonymous, so nobody can tell who asks. Whoever still has the old key can type it in at the window and have it exchanged; without it there is no new one.',
    ),

  'key-is-wrong': () =>
    say(
      '输入的原查询码与本事项该信访人的不符，请核对后重新输入。',
      'What was typed is not the key of this petitioner in this petition; please check it and type it again.',
    ),

  'accusation-is-not-yours': ({ organ }, nameOf) => {
    const who = nameOf(organ)
    return say(
      `凭查询码可以看到检举控告的全部内容，${who.zh}无权查看，不能换发；请告知检举控告人到承办的纪检监察等机关窗口办理。`,
      `The key opens the whole accusation, which ${who.en} may not read, so it cannot renew it; send the petitioner to the discipline or other competent organ that has it.`,
    )
  },

  'identity-does-not-fit': ({ identity }) => {
    const how = terms.identityProof[identity]
    return say(
      `不能以“${how.zh}”的方式核实身份：登记的内容里没有可以对照的信息。请换一种方式。`,
      `“${how.en}” cannot show who it is here, because the petition holds nothing to compare with; choose another way.`,
    )
  },

  'retention-still-running': ({ until }) => {
    const last = dayInWords(until)
    return say(
      `保管期限到${last.zh}届满，此前不得销毁；期间有任何新的办理，保管期限重新计算。`,
      `It is kept until ${last.en} at least, and cannot be erased before; anything that happens to it begins the time anew.`,
    )
  },

  'obstruction-was-reported': () =>
    say(
      '信访人报告过阻挠、打击报复或者泄露，相关内容是证据，不得销毁。',
      'The petitioner reported obstruction, retaliation or a leak, so what it holds is evidence and is not erased.',
    ),

  'no-superior-to-approve': () =>
    say(
      '没有可以批准销毁的上级机关：上级机关不存在，或者就是被反映的机关。内容继续保管。',
      'No organ above can approve it: there is none, or it is the one complained about. The content stays.',
    ),

  'erasure-already-proposed': () =>
    say(
      '已经提议销毁，正在等待信访人或者上级机关。',
      'Its erasure has been proposed already and waits for the petitioner or the organ above.',
    ),

  'no-erasure-proposed': () =>
    say(
      '目前没有待处理的销毁提议。',
      'No erasure is proposed at present, so there is nothing to object to or to approve.',
    ),

  'copy-still-offered': ({ until }) => {
    const last = dayInWords(until)
    return say(
      `信访人可以在${last.zh}之前留存副本或者提出异议，期满后方可批准。`,
      `The petitioner may take a copy or object until ${last.en}; it can be approved after that day.`,
    )
  },

  'needs-another-person': ({ command }) => {
    const what = terms.command[command]
    return say(
      `提议的人不能自己办理“${what.zh}”，请由另一人办理。`,
      `“${what.en}” needs another person than the one who proposed it.`,
    )
  },

  'erasure-approved': ({ on }) => {
    const day = dayInWords(on)
    return say(
      `内容已于${day.zh}批准销毁，不能再办理任何事项；办理记录仍可查阅。`,
      `Its content was approved for erasure on ${day.en}, so nothing more can be done with it; the history can still be read.`,
    )
  },
}
