/**
 * Where a petition stands, in words for somebody who left school early: what it means, what comes next, what can be done. No number of
 * days stands here, because those stand in the law's own table and beside each clock.
 */
import type { DeclineGround, Outcome, RouteName, ServiceWay } from '../../law/law.ts'
import type { StageName } from '../../law/words.ts'
import { type Bilingual, say } from '../bilingual.ts'

export const plainStages = {
  registered: say(
    '您的事已经记下来了，有了编号，谁也不能当没收到。接下来要交给管这件事的单位。您可以补充材料，也可以等通知。',
    'Your matter is written down and has a number; nobody can say it never came. Next it goes to the body in charge. You can add papers, or wait to hear.',
  ),
  routed: say(
    '您的事已经交给管它的单位。那个单位要书面告诉您收到了、怎么办。您不用再跑一趟。',
    'Your matter has gone to the body in charge of it. That body must tell you in writing that it has it and what it will do. You need not come again.',
  ),
  objected: say(
    '收到的单位说这事不归它管。交给它的单位要核实，核实了才能换一家。这期间您不用做什么，期限照样在走。',
    'The body that got it says it is not in charge. Whoever sent it must check that first. You need do nothing, and the time limits keep running.',
  ),
  disputed: say(
    '几个单位说不清该谁管，正由上级定下来。定了就不能再推。您不用自己去一家一家问。',
    'Several bodies do not agree on who is in charge, and one above them decides. After that nobody may push it away. You need not ask from door to door.',
  ),
  accepted: say(
    '单位收下了您的事，正在查。它要听您说，把事情弄清楚，再给您书面答复。您可以补充材料、回答问题。',
    'The body has taken your matter on and is looking into it. It must hear you, find out what is true and answer in writing. You can add papers and answer its questions.',
  ),
  answered: say(
    '答复已经写好，正在送给您。正式送到您手里那天，您表示不服的期限才开始算。',
    'The answer is written and on its way to you. Your time to disagree only starts on the day it properly reaches you.',
  ),
  served: say(
    '答复已经送到您手里。您可以打开文书逐条看。觉得不对，可以在期限内请上一级再看一遍，这叫复查；觉得可以，什么都不用做。',
    'The answer has reached you. Open the document and read it claim by claim. If you think it is wrong, you can ask the body above to look again, which is called review; if you accept it, you need do nothing.',
  ),
  underReview: say(
    '您请上一级再看一遍，它正在看。看完要给您书面意见。您可以补充材料。',
    'You asked the body above to look again, and it is doing so. It must give you its opinion in writing. You can add papers.',
  ),
  reviewIssued: say(
    '上一级的意见已经写好，正在送给您。送到您手里那天，下一步的期限才开始算。',
    'The opinion of the body above is written and on its way. The time for your next step only starts on the day it reaches you.',
  ),
  reviewed: say(
    '上一级的意见已经送到您手里。还是觉得不对，可以在期限内再请更上一级看一遍，这叫复核，是最后一次。',
    'The opinion of the body above has reached you. If you still think it is wrong, you can ask the next body up, in time. That is called re-examination, and it is the last.',
  ),
  underReexamination: say(
    '更上一级正在做最后一次审看。看完要给您书面意见。有时会开会听双方说，开会的时间另外算。',
    'The next body up is looking for the last time. It must give you its opinion in writing. It may hold a hearing of both sides, and the days of that are not counted.',
  ),
  reexaminationIssued: say(
    '最后一次审看的意见已经写好，正在送给您。',
    'The last opinion is written and on its way to you.',
  ),
  closed: say(
    '这件事按程序办完了，现在没有单位欠您答复，您请求复查的期限也过了。记录都在，随时能看。有新的情况，还可以再反映。',
    'This matter has gone through; nobody owes you an answer any more, and the time for review is over. The record stays here for you to read. If something new happens, you can write again.',
  ),
  finalised: say(
    '两次复看都做完了。同样的事、同样的理由，不会再办。如果有新的事实、新的证据，照样可以反映，照样登记。生活有困难的，可以问当地有什么帮扶。',
    'It was looked at twice more, and that is the end of it. The same matter for the same reasons is not taken up again. With new facts or new proof you can write again, and it will be registered. If you are in need, ask what help there is where you live.',
  ),
  declined: say(
    '这次没有受理，文书里写了为什么、该找谁。没受理不等于您没理。照文书说的去找对的单位，或者补上新的情况再来。',
    'It was not taken up this time. The document says why, and where to go. That does not mean that you are wrong. Go where it says, or come again with what is new.',
  ),
  directed: say(
    '您的事要走别的法律途径，比如复议、仲裁、打官司。文书里写了去哪里、多长时间内要去。那边的期限不等人，请先去办那边的事。',
    'Your matter belongs to another legal procedure, such as reconsideration, arbitration or a court. The document says where to go and by when. That limit does not wait, so go there first.',
  ),
  withdrawn: say(
    '您把这件事撤回了，所以不再办。如果不是您自己愿意撤的，请马上向上反映。以后还想反映，可以再来。',
    'You took this matter back, so nobody works on it any more. If that was not your own will, say so at once to the level above. You can write again later.',
  ),
  settled: say(
    '您和对方谈妥了，这件事就此了结。协议里写了双方要做什么。对方不照做，拿着协议可以去问能不能到法院确认、起诉。',
    'You and the other side came to an agreement, and the matter ended with it. The agreement says what each has to do. If they do not, take it and ask about confirmation or a claim in court.',
  ),
} as const satisfies Record<StageName, Bilingual>

export const plainOutcomes = {
  supported: say(
    '您这条要求有理有据，单位支持，要照着去做。什么时候做完，写在期限里。到期没做，可以向上反映。',
    'You are right on this claim: the body supports it and must carry it out. The day by which is among the time limits. If it is not done by then, say so to the level above.',
  ),
  explained: say(
    '您说的有道理，但现在没有法律、政策依据能这样办，所以向您说明原因。觉得说明不对，可以请求复查。',
    'What you say is reasonable, but no law or policy allows it now, so the body explains why. If you think the explanation is wrong, you can ask for review.',
  ),
  notSupported: say(
    '单位认为这条要求没有事实根据，或者不合法律规定，所以不支持。理由写在答复里。觉得不对，可以请求复查，把证据一起交上。',
    'The body finds that the facts or the law do not bear this claim out, so it does not support it. The reasons are in the answer. If you think that is wrong, you can ask for review and hand in your proof.',
  ),
} as const satisfies Record<Outcome, Bilingual>

export const plainGrounds = {
  sameMatterInProgress: say(
    '同一件事已经有单位在办，所以这里不再另办一份。请等那边的答复；那边过了期限还没答复，可以催、可以向上反映。',
    'Another body is already working on the same matter, so it is not taken up twice. Wait for its answer; if its time runs out, you can press for it or turn to the level above.',
  ),
  alreadyReexamined: say(
    '这件事已经复查、复核过，理由和以前一样，所以不再办。有新的事实或者新的证据，请写明白再提，要重新登记。',
    'This matter was reviewed and re-examined before, and the reasons are the same, so it is not taken up again. If you have new facts or new proof, say so plainly; then it is registered anew.',
  ),
  notWithinCompetence: say(
    '这件事不归这个单位管。文书里写了该找哪个单位，请到那里去提，先前等的时间不会算成您的错。',
    'This body is not in charge of it. The document says which one is; go there. That you came here first is not held against you.',
  ),
  levelSkipped: say(
    '当面反映，要先到有权处理的单位，或者它的上一级。文书里写了先去哪里。写信、上网、打电话不受这个限制。',
    'In person you go first to the body in charge or to the one just above it. The document says where to start. Letters, the internet and the telephone are not bound by this.',
  ),
} as const satisfies Record<DeclineGround, Bilingual>

export const plainRoutes = {
  judicialProcedure: say(
    '这件事要由法院、检察院或者公安按法律办，信访不能替它们判。请照文书去找，留意那边的期限。',
    'This belongs to the court, the prosecutor or the police; a petition cannot decide it for them. Go where the document says, and mind their time limit.',
  ),
  arbitration: say(
    '这件事要先找仲裁委员会，比如工资、合同、承包地的争议。仲裁有自己的期限，请早点去。',
    'This goes to an arbitration commission first, as with wages, contracts or contracted land. It has its own time limit, so go soon.',
  ),
  partyProcedure: say(
    '这是党员对处分、处理不服的事，要按党内规定向党组织申诉。文书里写了向谁提。',
    'This is a party member’s complaint about a sanction, and goes to the party organisation by its own rules. The document says to whom.',
  ),
  administrativeProcedure: say(
    '这件事有专门的行政程序，比如行政复议、裁决、许可。要向管它的机关申请。行政复议的期限不长，请不要等。',
    'There is a procedure for this, such as reconsideration, a ruling or a licence. You apply to the body in charge. The time for reconsideration is short, so do not wait.',
  ),
  performDuty: say(
    '您是请一个单位去查、去管一件它该管的事。它要依法去做，或者答复您为什么不做。它不做、不理，可以申请行政复议。',
    'You ask a body to look into something that is its job. It must do it by law, or answer why not. If it does neither, you can apply for reconsideration.',
  ),
  handlingOpinion: say(
    '这件事由单位自己查、自己答复。它要先听您说，再给您一份书面的处理意见，逐条答。不服可以请求复查。',
    'The body itself looks into this and answers. It must hear you first, then give you a written opinion that answers each claim. If you disagree, you can ask for review.',
  ),
} as const satisfies Record<RouteName, Bilingual>

export const plainWays = {
  direct: say(
    '当面交给您，您签了收。签收那天就算送达，您不服的期限从那天起算。',
    'It was handed to you and you signed for it. That day it counts as served, and your time to disagree runs from it.',
  ),
  adultFamily: say(
    '交给和您同住的成年家人签收，等于交给了您。签收那天就算送达。没见到的，请问问家里人。',
    'A grown-up of your household signed for it, which is as if you had. It counts as served on that day. If you have not seen it, ask at home.',
  ),
  left: say(
    '当时没有人肯收，送的人把文书留在您家，有人见证，也拍了照。留下那天就算送达。照片和见证不对的，您可以说出来。',
    'Nobody would take it, so it was left at your home before a witness, with a photograph. It counts as served on that day. If witness or photograph are wrong, say so.',
  ),
  post: say(
    '寄给您的。邮局回执上写的收件那天就算送达，不是寄出那天。日期不对，请留好信封去说明。',
    'It came by post. It counts as served on the day the receipt says it reached you, not the day it was sent. If that day is wrong, keep the envelope and say so.',
  ),
  electronic: say(
    '您同意过在网上收。文书到这里的那天就算送达，您不服的期限从那天起算。想要纸质的，可以向单位要。',
    'You agreed to get it online. It counts as served on the day it came here, and your time to disagree runs from that day. You can ask the office for it on paper.',
  ),
  announcement: say(
    '别的办法都送不到，单位才发公告。公告期满那天就算送达，您不服的期限从那天起算。公告里没有您的姓名，也不说是什么事。期满以前，您随时可以去领，也可以在这里看。',
    'No other way reached you, so the office put up an announcement. It counts as served on the day the announcement has run out, and your time to disagree runs from then. It names neither you nor the matter. Until then you can fetch the document, or read it here.',
  ),
  phone: say(
    '简单的小事，打电话把结果告诉了您，通话有记录。想要书面答复，可以向单位要。',
    'It was a small thing, so you were told by telephone, and the call was recorded. You can ask the office for the answer in writing.',
  ),
} as const satisfies Record<ServiceWay, Bilingual>
