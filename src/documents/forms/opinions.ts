/** 意见书: what is answered on the matter itself, and how it can be contested (信访工作条例 art. 29, 31–32, 35–36). */
import { article, decided, rule } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { Block, PaperForm } from '../form.ts'

const petitioners = say('{petitioners}：', '{petitioners}:')

const opening: Block = {
  is: 'paragraph',
  text: say(
    '{you}于{receivedOn}通过{channel}提出的信访事项（登记编号：{number}），我单位于{acceptedOn}受理。经调查核实，现答复如下。',
    'The petition that you made on {receivedOn} (channel: {channel}; registration number {number}) was accepted on {acceptedOn}. It has been looked into, and this is the answer.',
  ),
}

const claims: readonly Block[] = [
  { is: 'heading', text: say('信访请求', 'Claims') },
  { is: 'lines', of: 'claims', text: say('{claim}', '{claim}') },
]

const answers: Block = {
  is: 'each',
  of: 'answers',
  heading: say('关于“{claim}”', 'On “{claim}”'),
  blocks: [
    { is: 'paragraph', text: say('意见：{outcome}。', 'Outcome: {outcome}.') },
    { is: 'prose', part: 'answer' },
  ],
}

const remedyHeading: Block = { is: 'heading', text: say('救济途径和期限', 'Remedy and its time limit') }

/** Who can be asked, by name, and within how many days; left out where the organ itself has written it. */
const bodiesAbove: Readonly<Record<'review' | 'reexamination', Block>> = {
  review: {
    is: 'paragraph',
    unless: 'remedy',
    text: say(
      '对本处理意见不服的，可以自收到本意见书之日起{remedyDays}日内，向{remedyBodies}请求复查。',
      'If you do not accept this opinion, you can ask {remedyBodies} for review within {remedyDays} days of receiving it.',
    ),
  },
  reexamination: {
    is: 'paragraph',
    text: say(
      '对本复查意见不服的，可以自收到本意见书之日起{remedyDays}日内，向{remedyBodies}请求复核。',
      'If you do not accept this review opinion, you can ask {remedyBodies} for re-examination within {remedyDays} days of receiving it.',
    ),
  },
}

/** The last day to each petitioner, as soon as service has made it known. */
const lastDays = (zh: string, en: string): Block => ({
  is: 'lines',
  when: 'lastDays',
  of: 'lastDays',
  text: say(
    `{person}于{servedOn}收到，请求${zh}的最后一日为{lastDay}。`,
    `{person} received it on {servedOn}; the last day for asking for ${en} is {lastDay}.`,
  ),
})

const remedyAgainstOpinion: readonly Block[] = [
  remedyHeading,
  { is: 'prose', when: 'remedy', part: 'remedy' },
  bodiesAbove.review,
  lastDays('复查', 'review'),
]
const remedyAgainstReview: readonly Block[] = [
  remedyHeading,
  bodiesAbove.reexamination,
  lastDays('复核', 're-examination'),
]

export const opinions = {
  handlingOpinion: {
    title: say('信访处理意见书', 'Handling opinion'),
    head: 'red',
    numberClass: '处',
    basis: article(32, 1),
    document: 'handlingOpinion',
    from: 'OpinionIssued',
    signed: 'organ',
    to: petitioners,
    blocks: [
      opening,
      ...claims,
      { is: 'heading', text: say('事实和理由', 'Facts and reasons') },
      { is: 'prose', part: 'facts' },
      { is: 'heading', text: say('处理意见', 'Opinion') },
      answers,
      {
        is: 'paragraph',
        when: 'executeBy',
        text: say('予以支持的请求，于{executeBy}前执行。', 'What is supported is to be carried out by {executeBy}.'),
      },
      { is: 'heading', text: say('法律法规依据', 'Legal basis') },
      { is: 'prose', part: 'legalBasis' },
      ...remedyAgainstOpinion,
    ],
    copies: { text: say('{copyTo}', '{copyTo}'), when: 'copyTo' },
    required: [
      { part: 'claims', basis: article(32, 1) },
      { part: 'facts', basis: article(32, 1) },
      { part: 'answers', basis: article(32, 1) },
      { part: 'legalBasis', basis: article(32, 1) },
      { part: 'remedy', basis: decided('0011') },
    ],
    readableBy: 'petitioners',
  },

  simplifiedAnswer: {
    title: say('信访事项简易办理答复意见书', 'Answer on the simplified track'),
    head: 'red',
    numberClass: '简',
    basis: rule('JY16'),
    document: 'simplifiedAnswer',
    from: 'OpinionIssued',
    signed: 'organ',
    to: petitioners,
    blocks: [
      opening,
      { is: 'heading', when: 'facts', text: say('事实和理由', 'Facts and reasons') },
      { is: 'prose', when: 'facts', part: 'facts' },
      { is: 'heading', text: say('答复意见', 'Answer') },
      answers,
      {
        is: 'paragraph',
        when: 'executeBy',
        text: say('予以支持的请求，于{executeBy}前执行。', 'What is supported is to be carried out by {executeBy}.'),
      },
      { is: 'heading', when: 'legalBasis', text: say('依据', 'Legal basis') },
      { is: 'prose', when: 'legalBasis', part: 'legalBasis' },
      ...remedyAgainstOpinion,
    ],
    required: [{ part: 'answers', basis: rule('JY16') }],
    readableBy: 'petitioners',
  },

  dutyAnswer: {
    title: say('履行职责答复意见书', 'Answer on the performance of a duty'),
    head: 'red',
    numberClass: '履',
    basis: article(31, 1, 5),
    document: 'dutyAnswer',
    from: 'DutyAnswered',
    signed: 'organ',
    to: petitioners,
    blocks: [
      opening,
      ...claims,
      { is: 'heading', text: say('履行情况和答复', 'Performance and answer') },
      { is: 'paragraph', text: say('办理结果：{otherwise}。', 'Result: {otherwise}.') },
      { is: 'prose', part: 'answer' },
      { is: 'heading', text: say('法律法规依据', 'Legal basis') },
      { is: 'prose', part: 'legalBasis' },
    ],
    required: [
      { part: 'answer', basis: article(31, 1, 5) },
      { part: 'legalBasis', basis: article(31, 1, 5) },
    ],
    readableBy: 'petitioners',
  },

  suggestionReply: {
    title: say('对建议意见的回复', 'Reply to a suggestion'),
    head: 'red',
    numberClass: '建复',
    basis: article(29, 1),
    document: 'suggestionReply',
    from: 'SuggestionConcluded',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}于{receivedOn}提出的建议意见（登记编号：{number}）收悉。经研究论证，{adopted}，现回复如下。',
          'Your suggestion of {receivedOn} (registration number {number}) has been studied: {adopted}. This is the reply.',
        ),
      },
      { is: 'prose', part: 'reply' },
    ],
    close: say('感谢{you}对我们工作的关心和支持。', 'Thank you for your interest in our work.'),
    required: [
      { part: 'adopted', basis: article(29, 1) },
      { part: 'reply', basis: article(29, 1) },
    ],
    readableBy: 'petitioners',
  },

  reviewOpinion: {
    title: say('信访事项复查意见书', 'Review opinion'),
    head: 'red',
    numberClass: '复查',
    basis: article(35),
    document: 'reviewOpinion',
    from: 'ReviewOpinionIssued',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '对{reviewed}就信访事项（登记编号：{number}）作出的处理意见，{you}请求复查。我单位依法进行了复查，现提出复查意见如下。',
          'You asked for review of the opinion of {reviewed} on the petition {number}. It has been reviewed, and this is the opinion.',
        ),
      },
      { is: 'heading', when: 'requests', text: say('复查请求', 'What was asked for') },
      { is: 'prose', when: 'requests', part: 'requests' },
      { is: 'heading', text: say('查明的事实', 'Facts') },
      { is: 'prose', part: 'facts' },
      { is: 'heading', text: say('复查意见', 'Opinion') },
      { is: 'paragraph', text: say('结论：{outcome}。', 'Result: {outcome}.') },
      { is: 'prose', part: 'opinion' },
      {
        is: 'paragraph',
        when: 'redoBy',
        text: say('由{reviewed}于{redoBy}前重新办理。', '{reviewed} is to handle the matter afresh by {redoBy}.'),
      },
      { is: 'heading', text: say('依据', 'Legal basis') },
      { is: 'prose', part: 'legalBasis' },
      ...remedyAgainstReview,
    ],
    copies: { text: say('{copyTo}', '{copyTo}'), when: 'copyTo' },
    required: [
      { part: 'facts', basis: decided('0011') },
      { part: 'outcome', basis: article(35) },
      { part: 'opinion', basis: article(35) },
      { part: 'legalBasis', basis: decided('0011') },
      { part: 'remedyBodies', basis: decided('0011') },
    ],
    readableBy: 'petitioners',
  },

  reexaminationOpinion: {
    title: say('信访事项复核意见书', 'Re-examination opinion'),
    head: 'red',
    numberClass: '复核',
    basis: article(36, 1),
    document: 'reexaminationOpinion',
    from: 'ReexaminationOpinionIssued',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '对{reviewed}就信访事项（登记编号：{number}）作出的复查意见，{you}请求复核。我单位依法进行了复核，现提出复核意见如下。',
          'You asked for re-examination of the review opinion of {reviewed} on the petition {number}. It has been re-examined, and this is the opinion.',
        ),
      },
      { is: 'heading', when: 'requests', text: say('复核请求', 'What was asked for') },
      { is: 'prose', when: 'requests', part: 'requests' },
      { is: 'heading', text: say('查明的事实', 'Facts') },
      { is: 'prose', part: 'facts' },
      { is: 'heading', text: say('复核意见', 'Opinion') },
      { is: 'paragraph', text: say('结论：{outcome}。', 'Result: {outcome}.') },
      { is: 'prose', part: 'opinion' },
      {
        is: 'paragraph',
        when: 'redoBy',
        text: say('由原办理机关、单位于{redoBy}前重新办理。', 'The matter is to be handled afresh by {redoBy}.'),
      },
      { is: 'heading', text: say('依据', 'Legal basis') },
      { is: 'prose', part: 'legalBasis' },
      {
        is: 'paragraph',
        text: say(
          '{under}，对复核意见不服，仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理。',
          '{under}, a petition that contests this opinion on the same facts and reasons is not accepted again by any petition bureau or other organ.',
        ),
      },
    ],
    copies: { text: say('{copyTo}', '{copyTo}'), when: 'copyTo' },
    required: [
      { part: 'facts', basis: decided('0011') },
      { part: 'outcome', basis: article(36, 1) },
      { part: 'opinion', basis: article(36, 1) },
      { part: 'legalBasis', basis: decided('0011') },
    ],
    readableBy: 'petitioners',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
