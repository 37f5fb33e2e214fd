/** The mediations in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { mediationTerms } from '../../wording/mediation-terms.ts'
import type { MediationRefusal, MediationRefusalKind } from './mediation.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends MediationRefusalKind> = (
  refusal: Extract<MediationRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfMediationRefusal = {
  'no-such-mediation': 404,
  'mediation-opened-already': 409,
  'no-such-kind-of-mediation': 422,
  'organ-does-not-mediate': 422,
  'accusations-are-not-mediated': 422,
  'mediating-organ-is-kept-out': 422,
  'mediating-organ-is-a-party': 422,
  'unknown-organ': 422,
  'needs-two-parties': 422,
  'petition-not-found': 422,
  'dispute-not-found': 422,
  'petition-in-mediation': 409,
  'mediation-not-yours': 403,
  'wrong-mediation-stage': 409,
  'no-such-party': 422,
  'party-is-another': 403,
  'needs-key-or-signed-record': 403,
  'answered-in-the-petition': 409,
  'not-asked': 409,
  'party-has-no-key': 422,
  'too-many-answers-today': 409,
  'no-such-mediator': 422,
  'mediator-is-concerned': 422,
  'mediator-named-already': 409,
  'declares-for-another': 403,
  'interest-declared-already': 409,
  'no-mediator-ready': 409,
  'mediator-not-ready': 422,
  'no-such-guest': 422,
  'guest-without-consent': 422,
  'no-such-session': 422,
  'session-over': 409,
  'session-still-ahead': 422,
  'nobody-came': 422,
  'needs-the-head': 403,
  'day-not-ahead': 422,
  'day-still-ahead': 422,
  'told-organ-is-kept-out': 422,
  'not-an-extension': 422,
  'agreement-part-missing': 422,
  'no-agreement-written': 409,
  'agreement-is-oral': 409,
  'agreement-is-written': 409,
  'signatures-missing': 409,
  'signed-already': 409,
  'parties-were-not-there': 422,
  'not-read-back': 422,
  'no-such-promise': 422,
  'own-promise': 422,
  'day-for-another-look-missing': 422,
  'not-confirmable': 422,
  'confirmation-lapsed': 422,
  'confirmation-needs-all': 409,
  'confirmation-asked-already': 409,
  'no-application-recorded': 409,
  'application-recorded-already': 409,
  'promises-not-looked-at': 409,
  'note-needed': 422,
  'history-full': 409,
  'mediation-erased': 409,
  'clock-still-running': 409,
} as const satisfies Record<MediationRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainMediation(refusal: MediationRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<MediationRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

/** Day after which something has to lie, and today. */
const aheadOf = (day: Parameters<typeof dayInWords>[0], today: Parameters<typeof dayInWords>[0]): Bilingual => {
  const [wanted, now] = [dayInWords(day), dayInWords(today)]
  return say(
    `${wanted.zh}不能早于今天（${now.zh}），请选择以后的日期。`,
    `${wanted.en} lies behind today, ${now.en}; choose a later day.`,
  )
}

const partWords = {
  facts: say('纠纷的主要事实', 'the main facts'),
  disputed: say('争议事项', 'what is disputed'),
  responsibility: say('各方当事人的责任', 'who is responsible for what'),
  performance: say('履行的方式和期限', 'how and by when it is performed'),
} as const

const sentences: { readonly [K in MediationRefusalKind]: Sentence<K> } = {
  'no-such-mediation': () =>
    say('没有这件调解，或者编号、查询码不对。', 'There is no such mediation, or the number and key do not fit.'),
  'mediation-opened-already': () => say('该调解已经提起。', 'This mediation was opened already.'),
  'no-such-kind-of-mediation': ({ mediation, pack }) =>
    say(
      `“${pack}”没有规定${mediationTerms.mediationKind[mediation].zh}。`,
      `${pack} knows no such kind: ${mediationTerms.mediationKind[mediation].en}.`,
    ),
  'organ-does-not-mediate': ({ organ, mediation }, nameOf) => {
    const kind = mediationTerms.mediationKind[mediation]
    return say(
      `“${nameOf(organ).zh}”不开展${kind.zh}，请选择综治中心或者其他调解组织。`,
      `“${nameOf(organ).en}” does not hold this kind: ${kind.en}. Choose a centre or another that does.`,
    )
  },
  'accusations-are-not-mediated': () =>
    say(
      '检举控告不能调解，依规依纪依法由有权处理的机关办理。',
      'An accusation is not mediated; it is dealt with by whoever is competent for it.',
    ),
  'mediating-organ-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是被检举控告的单位，或者隶属于该单位，不得参与。`,
      `“${nameOf(organ).en}” is accused, or stands below whoever is, and has no part in it.`,
    ),
  'mediating-organ-is-a-party': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是当事人，不能主持调解；请由其他调解组织主持。`,
      `“${nameOf(organ).en}” is a party and cannot hold the mediation; another has to.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'needs-two-parties': () => say('至少要有两方当事人。', 'There are at least two parties.'),
  'petition-not-found': ({ petition }) =>
    say(
      `没有“${petition}”这件信访事项，或者不由您查阅。`,
      `There is no petition ${petition}, or it is not yours to see.`,
    ),
  'dispute-not-found': () =>
    say('没有这件纠纷，或者不由您查阅。', 'There is no such dispute, or it is not yours to see.'),
  'petition-in-mediation': ({ petition }) =>
    say(`信访事项“${petition}”正在调解。`, `The petition ${petition} is in a mediation already.`),
  'mediation-not-yours': () =>
    say('由主持调解的单位办理，或者由当事人自己表示。', 'Whoever holds it does this, or a party for themselves.'),
  'wrong-mediation-stage': ({ stage, command, needs }) => {
    const [now, what] = [mediationTerms.mediationStage[stage], mediationTerms.mediationCommand[command]]
    const when = anyOf(needs.map((each) => quoted(mediationTerms.mediationStage[each])))
    return say(
      `该调解目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The mediation is at “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'no-such-party': ({ party }) => say(`没有“${party}”这个当事人。`, `There is no party ${party}.`),
  'party-is-another': () => say('只能为自己表示意见。', 'A party speaks for themselves alone.'),
  'needs-key-or-signed-record': ({ command }) => {
    const { zh, en } = mediationTerms.mediationCommand[command]
    return say(
      `“${zh}”要由当事人本人凭查询码办理，或者有其签名并有见证人的记录。`,
      `“${en}” needs the party’s own key, or a record that they signed before a witness.`,
    )
  },
  'answered-in-the-petition': ({ petition }) =>
    say(
      `信访人在信访事项“${petition}”中答复是否同意调解，本处自动转入。`,
      `The petitioner says in the petition ${petition} whether they are willing; it is taken over from there.`,
    ),
  'not-asked': ({ to }) => {
    const { zh, en } = mediationTerms.consentTo[to]
    return say(`目前没有征求“${zh}”的意见。`, `That is not asked now: ${en}.`)
  },
  'party-has-no-key': () =>
    say(
      '机关、单位由其工作人员办理，信访人使用信访事项的查询码，不另发查询码。',
      'An organ acts by those who work there, and a petitioner with the key of the petition; neither has one here.',
    ),
  'too-many-answers-today': ({ atMost }) =>
    say(`一天最多表示${atMost}次意见，请明天再来。`, `At most ${atMost} times a day; please come again tomorrow.`),
  'no-such-mediator': () => say('没有这名调解员，或者已经更换。', 'There is no such mediator, or they were taken out.'),
  'mediator-is-concerned': () =>
    say(
      '被投诉的人员及其下属、当事人单位的人员，与纠纷有利害关系，不能担任调解员。',
      'Whoever is complained about, answers to them or works for a party is concerned in it, and does not mediate.',
    ),
  'mediator-named-already': () => say('已经指定或者选择了这名调解员。', 'This mediator was named already.'),
  'declares-for-another': () =>
    say(
      '由调解员本人声明、签名；没有账号的，凭其签名并有见证人的记录录入。',
      'Mediators say and sign this themselves; for those without an account a record that they signed is entered.',
    ),
  'interest-declared-already': () => say('已经声明过。', 'This was declared already.'),
  'no-mediator-ready': () =>
    say(
      '还没有经各方当事人选择或者接受、并声明没有利害关系的调解员。',
      'There is no mediator yet whom every party chose or accepted and who declared to have no interest in it.',
    ),
  'mediator-not-ready': () =>
    say(
      '这名调解员还没有经各方当事人接受，或者没有声明没有利害关系。',
      'Not every party has accepted this mediator, or they have not declared to have no interest in it.',
    ),
  'no-such-guest': () => say('没有邀请这个人。', 'Nobody of that reference was invited.'),
  'guest-without-consent': () =>
    say('邀请他人参与，应当征得各方当事人同意。', 'Others take part only with the consent of every party.'),
  'no-such-session': () => say('没有这次调解会，或者没有记录。', 'There is no such session, or it was not recorded.'),
  'session-over': () => say('这次调解会已经记录或者取消。', 'This session was recorded or called off.'),
  'session-still-ahead': ({ day }) => {
    const { zh, en } = dayInWords(day)
    return say(`调解会在${zh}举行，举行后方可记录。`, `The session is on ${en}; it is recorded after it was held.`)
  },
  'nobody-came': () =>
    say(
      '没有当事人或者没有调解员到场的，请取消这次调解会。',
      'Where no party or no mediator came, call the session off.',
    ),
  'needs-the-head': () =>
    say('由单位负责人或者领导加盖印章。', 'Whoever heads or leads the organ puts the seal to it.'),
  'day-not-ahead': ({ day, today }) => aheadOf(day, today),
  'day-still-ahead': ({ day }) => {
    const { zh, en } = dayInWords(day)
    return say(`${zh}还没有到。`, `${en} is still to come.`)
  },
  'told-organ-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是被检举控告的单位，或者隶属于该单位，不得知悉。`,
      `“${nameOf(organ).en}” is accused, or stands below whoever is, and must not learn of it.`,
    ),
  'not-an-extension': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`延期应当晚于现在的期限（${zh}）。`, `More time has to end after the day as it is now, ${en}.`)
  },
  'agreement-part-missing': ({ part }) => {
    const { zh, en } = partWords[part]
    return say(`书面协议还缺少${zh}。`, `A written agreement also says ${en}.`)
  },
  'no-agreement-written': () =>
    say('没有待签署的协议，或者协议已经改动。', 'There is no agreement to sign, or it was written anew.'),
  'agreement-is-oral': () =>
    say('口头协议由调解员记录，不签署。', 'An oral agreement is recorded by the mediator and not signed.'),
  'agreement-is-written': () =>
    say('书面协议经各方签署、盖章后生效。', 'A written agreement takes effect when all have signed and it is sealed.'),
  'signatures-missing': () =>
    say(
      '各方当事人和调解员签名后，方可加盖印章。',
      'The seal comes last, after every party and a mediator have signed.',
    ),
  'signed-already': () => say('已经签署。', 'It was signed already.'),
  'parties-were-not-there': () =>
    say(
      '口头协议应当在各方当事人都到场时达成；未到场的，请制作书面协议。',
      'Parties come to an oral agreement where all of them are; for whoever was not there, write it.',
    ),
  'not-read-back': () =>
    say(
      '口头协议的记录应当向各方当事人宣读并经其认可。',
      'The record of an oral agreement is read to all parties, who say that it is right.',
    ),
  'no-such-promise': () =>
    say('没有这项约定，或者协议尚未生效。', 'There is no such promise, or the agreement is not in force.'),
  'own-promise': () =>
    say('是否履行由对方当事人说明。', 'Whether it was kept the other side says, and not whoever promised it.'),
  'day-for-another-look-missing': () =>
    say('尚未全部履行的，请写明下次回访的日期。', 'Where it is not whole, say by when it is looked at again.'),
  'not-confirmable': () =>
    say(
      '这类调解达成的协议不适用共同申请司法确认。',
      'Agreements of this kind are not confirmed on a joint application.',
    ),
  'confirmation-lapsed': ({ lastDay }) => {
    const { zh, en } = dayInWords(lastDay)
    return say(
      `共同申请司法确认的期限已于${zh}届满；协议仍有约束力，对方不履行的可以起诉。`,
      `The days for applying together ended on ${en}. The agreement binds all the same, and whoever does not keep it can be sued.`,
    )
  },
  'confirmation-needs-all': () =>
    say('司法确认要由各方当事人共同申请。', 'Confirmation is applied for by all parties together.'),
  'confirmation-asked-already': () => say('已经表示申请司法确认。', 'They asked for confirmation already.'),
  'no-application-recorded': () => say('没有待法院决定的申请。', 'No application lies before a court.'),
  'application-recorded-already': () => say('已经申请或者法院已经决定。', 'It was applied for already, or decided.'),
  'promises-not-looked-at': () =>
    say('还有没有回访的约定，不能办结。', 'Some promises were not looked at yet; it is closed after that.'),
  'note-needed': () =>
    say('约定没有全部履行的，请写明情况后办结。', 'Where a promise was not kept, say how it stands before closing it.'),
  'history-full': ({ atMost }) =>
    say(
      `记录已满${atMost}条，请终止或者另行提起调解。`,
      `Its history holds ${atMost} entries; end it or open another.`,
    ),
  'mediation-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `所写内容已于${zh}依法销毁，不能再办理。`,
      `What was written here was lawfully erased on ${en}; nothing more can be done.`,
    )
  },
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}
