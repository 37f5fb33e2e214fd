/** What the law gives a petitioner, each with a name and one or two plain sentences. */
import type { RightName } from '../../law/law.ts'
import { type Bilingual, say } from '../bilingual.ts'

export interface PlainRight {
  readonly name: Bilingual
  readonly says: Bilingual
}

const right = (name: Bilingual, says: Bilingual): PlainRight => ({ name, says })

export const plainRights = {
  anyChannel: right(
    say('怎么方便怎么反映', 'Write, call, come or go online'),
    say(
      '上网、写信、打电话、当面说都可以，效力一样。',
      'Online, by letter, by telephone or in person: all count the same.',
    ),
  ),
  oralRecord: right(
    say('不会写字也能反映', 'You need not be able to write'),
    say(
      '口头说的，工作人员要如实记下来。这里还要念给您听，您认可了再签字或者按手印。',
      'What you say is written down as you say it. Here it is also read back to you before you sign or put your fingerprint.',
    ),
  ),
  registered: right(
    say('件件都要登记', 'Everything is registered'),
    say(
      '收到的每一件事都要登记，给您编号。不能不收、不能退回不管。',
      'Every matter that comes in is registered and gets a number. It may not be refused or sent back and forgotten.',
    ),
  ),
  toldInWriting: right(
    say('书面告诉您收到了、怎么办', 'Told in writing that it came and what follows'),
    say(
      '单位要在期限内书面告诉您：收到没有，归谁管，走什么程序。到哪天为止，看“期限”。',
      'In time you are told in writing whether it came, who is in charge and what procedure it takes. The day is among the time limits.',
    ),
  ),
  guided: right(
    say('找错了门，要指给您对的门', 'Shown the right door'),
    say(
      '不归这个单位管的，它要告诉您该找谁，不能只说“不归我管”。',
      'A body that is not in charge must tell you which one is, not only that it is not.',
    ),
  ),
  jointReception: right(
    say('市里、县里几家单位一起接待', 'Several bodies in one place'),
    say(
      '需要时，市、县会把几家单位叫到一起接待，让您少跑几趟。',
      'Where needed, a city or county receives people together with several bodies, so that you need not go to each.',
    ),
  ),
  follow: right(
    say('随时看办到哪一步', 'See where it is at any time'),
    say(
      '凭登记编号和查询码，随时能看：在谁手里，哪天前该做什么，谁看过。',
      'With number and key you can see at any time who has it, what is due by when, and who has looked at it.',
    ),
  ),
  addMaterial: right(
    say('补充材料和说明', 'Add papers and explanations'),
    say(
      '想起什么、找到什么证据，随时可以补上，单位都要看。',
      'Whatever you remember or find can be added, and the body has to look at it.',
    ),
  ),
  answerQuestion: right(
    say('回答单位问您的问题', 'Answer what the body asks you'),
    say(
      '单位想弄清楚几件事，问了您。照实回答，不清楚就写不清楚。',
      'The body wants to understand something and asks you. Answer as it is; if you do not know, say so.',
    ),
  ),
  heard: right(
    say('答复以前先听您说', 'Heard before you are answered'),
    say(
      '单位要听您讲事实、讲理由，查清楚了才能下结论。',
      'The body must hear your facts and reasons and find out what is true before it decides.',
    ),
  ),
  recusal: right(
    say('请有关系的人不要经手', 'Ask that somebody with an interest keeps out'),
    say(
      '办事的人和这件事、和对方有利害关系，您可以申请他回避。决定和理由会告诉您。',
      'If somebody who handles it has a stake in the matter or in the other side, you can ask that they keep out. You are told what was decided and why.',
    ),
  ),
  secrecy: right(
    say('检举控告绝不告诉被反映的人', 'The accused is never told'),
    say(
      '您写的内容、您是谁，都不能透露、不能转给被检举、控告的人和单位。',
      'Neither what you wrote nor who you are may be told or passed to the person or body you accuse.',
    ),
  ),
  noRetaliation: right(
    say('谁都不能报复您', 'Nobody may punish you for it'),
    say(
      '有人阻拦、报复、泄密、假办结，或者逼您撤回，可以越过办理的单位，直接告诉上级。它看不到。',
      'If somebody blocks, punishes or betrays you, claims it is done when it is not, or presses you to withdraw, you can go past the office and tell the level above. The office does not see it.',
    ),
  ),
  reasonedOpinion: right(
    say('得到讲清道理的书面答复', 'A written answer with reasons'),
    say(
      '答复要写明您的要求、查到的事实、处理意见和法律依据，一条一条答。',
      'The answer states your claims, what was found, what follows and the law it rests on, claim by claim.',
    ),
  ),
  reasonForDelay: right(
    say('要延期，得告诉您为什么', 'Told why it takes longer'),
    say(
      '情况复杂要多些时间的，要由单位负责人批准，并把理由告诉您。延长多久也有上限。',
      'If it is complicated and takes longer, the head of the body must approve that and you are told why. How much longer is limited too.',
    ),
  ),
  replyToSuggestion: right(
    say('好建议要有回音', 'A good suggestion gets a reply'),
    say(
      '您的建议要认真研究。采纳了，全部采纳或者部分采纳，都要回复您。',
      'Your suggestion has to be studied. If it is adopted, wholly or in part, you get a reply.',
    ),
  ),
  consentToMediation: right(
    say('调解要您自己愿意', 'Mediation only if you want it'),
    say(
      '有单位提议调解。愿意就说愿意，不愿意就说不愿意。不愿意，事情照常办。',
      'Somebody proposes mediation. Say yes or no, as you like. If you say no, your matter goes on as before.',
    ),
  ),
  settle: right(
    say('和对方谈妥，了结这件事', 'Come to terms with the other side'),
    say(
      '您和对方自愿谈妥了，可以把和解内容记下来，事情就此了结。没有想好，不要急。',
      'If you and the other side agree of your own free will, you can have it recorded, and the matter ends. If you are not sure, do not hurry.',
    ),
  ),
  withdraw: right(
    say('不想再反映了，可以撤回', 'Take it back'),
    say(
      '撤回必须是您自己愿意。撤回以后就不再办。有人逼您撤，请不要撤，先向上反映。',
      'Only if you yourself want to. After that nobody works on it. If somebody presses you, do not; tell the level above first.',
    ),
  ),
  requestReview: right(
    say('不服答复，请上一级复查', 'Ask for review'),
    say(
      '觉得答复不对，可以请上一级单位再看一遍。过了最后一天，这个机会就没有了。',
      'If you think the answer is wrong, ask the body above to look again. After the last day this chance is gone.',
    ),
  ),
  requestReexamination: right(
    say('还不服，请更上一级复核', 'Ask for re-examination'),
    say(
      '觉得复查意见也不对，可以再往上请一次。这是最后一次，过了最后一天就没有了。',
      'If you think the review is wrong too, you can go up once more. It is the last time, and after the last day it is gone.',
    ),
  ),
  rate: right(
    say('由您来评价', 'Say how it went'),
    say(
      '事情解决没有，对您公不公平，由您打分。您不评价，谁也不能当成满意。',
      'You say whether it was solved and whether you were treated fairly. If you say nothing, nobody may count that as satisfied.',
    ),
  ),
  relief: right(
    say('生活困难，可以求助', 'Help if you are in need'),
    say(
      '生活确实困难的，单位可以告诉您或者帮您申请社会救助；符合条件的，政法部门要给司法救助。',
      'If you are in real need, the body may tell you of social relief or help you apply; where the conditions are met, the courts, prosecutors and police give judicial relief.',
    ),
  ),
  ownRecord: right(
    say('看自己的记录，留一份', 'Read and keep your own record'),
    say(
      '您写的、别人写给您的，都可以看、可以打印、可以存下来做证据。',
      'You may read, print and keep whatever you wrote and whatever was written to you, as evidence.',
    ),
  ),
  objectToErasure: right(
    say('不同意销毁内容', 'Object to erasure'),
    say(
      '保管的年限满了，单位提议销毁内容。您可以先存一份；不同意，说一声就行，不用讲理由。',
      'The time for keeping it is over and the office proposes to erase what it holds. Keep a copy first; if you object, say so, without any reason.',
    ),
  ),
} as const satisfies Record<RightName, PlainRight>
