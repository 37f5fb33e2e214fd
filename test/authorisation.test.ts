/** Every endpoint of the house × everybody who may knock, against a table written out by hand. */
import { describe, expect, it } from 'vitest'
import type { EndpointDefinition } from '../src/platform/http/endpoint.ts'
import { type Asker, keyOf, letter, openAnsweringHouse, type Registered } from './answering-house.ts'
import {
  bookingBodies,
  bulletinBodies,
  callBodies,
  commandBodies,
  courseBodies,
  disputeBodies,
  enrolmentBodies,
  establishmentBodies,
  exemplaryBodies,
  groupBodies,
  intakeBodies,
  itemBodies,
  letterBodies,
  mediationBodies,
  meetingBodies,
  nobodysBooking,
  nobodysCall,
  nobodysCourse,
  nobodysDispute,
  nobodysEnrolment,
  nobodysHeld,
  nobodysIntake,
  nobodysLetter,
  nobodysMediation,
  nobodysNumber,
  nobodysProposal,
  nobodysReading,
  nobodysReception,
  nobodysReferral,
  nobodysRelief,
  nobodysReport,
  nobodysScreening,
  nobodysSecondment,
  nobodysSuggestion,
  nobodysTask,
  nobodysTheme,
  nobodysVisit,
  ownershipBodies,
  pilotBodies,
  proposalBodies,
  readingBodies,
  receptionBodies,
  referralBodies,
  reliefBodies,
  repeatBodies,
  reportBodies,
  responsibilityBody,
  screeningBodies,
  seatBody,
  secondmentBodies,
  suggestionBodies,
  supervisionBodies,
  taskBodies,
  themeBodies,
  visitBodies,
  visitPlan,
  warningBodies,
} from './command-bodies.ts'
import { expectNoFault } from './expect-problem.ts'

const { ask, register, act, staffOf, upload, house, rooms } = await openAnsweringHouse()
const endpoints: readonly EndpointDefinition[] = rooms.flatMap((room) => room.routes.map(({ endpoint }) => endpoint))
const bureau = await staffOf('county.bureau')
/** Publishes figures; without anybody here it would be the county's own. */
await staffOf('prefecture.bureau', 'leader')
const staff = {
  part: await staffOf('county.land', 'clerk', 'head'),
  none: await staffOf('county.labour', 'clerk', 'head'),
  // of the organ that registered it, so that only the post stands in the way
  administrator: await staffOf('county.bureau', 'administrator'),
}
const viewers = ['anyone', 'own', 'other', 'part', 'none', 'administrator'] as const
type Kind = (typeof viewers)[number]

/** D refused at the door (401, 403) · H hidden (404) · A admitted: what comes then is for the petition's rules to say. */
const table: Readonly<Record<string, string>> = {
  // anyone, its petitioner, another petitioner, staff with a part, staff with none, administrator
  'search.petitions': 'D D D A A D',
  'repeat.find': 'D D D A A D',
  // the petition beside which it is laid, or with which it is joined, is nobody's
  'repeat.beside': 'D D D H H D',
  'repeat.list': 'D D D A H D',
  'repeat.readBeside': 'D D D H H D',
  'repeat.merge': 'D D D H H D',
  'repeat.unmerge': 'D D D H H D',
  'calendar.list': 'A A A A A A',
  'calendar.work': 'D D D D D A',
  'calendar.moved': 'D D D A A A',
  'calendar.check': 'D D D D D A',
  'calendar.load': 'D D D D D A',
  'responsibility.map': 'D D D A A A',
  // the organ that is asked for is nobody's
  'responsibility.read': 'D D D H H H',
  'responsibility.record': 'D D D H H H',
  'responsibility.end': 'D D D H H H',
  'responsibility.warnings': 'D D D A A A',
  'responsibility.cases': 'D D D H H H',
  // who sits there everybody who works here may read; the organ that is asked for is nobody's
  'group.list': 'D D D A A D',
  'group.read': 'D D D H H D',
  // the organ of whoever asks is no conference
  'group.found': 'D D D D D D',
  'group.give-task': 'D D D H H D',
  'group.add-case': 'D D D H H D',
  'group.take-case-out': 'D D D H H D',
  'group.add-member': 'D D D H H D',
  'group.take-member-out': 'D D D H H D',
  'group.name-lead': 'D D D H H D',
  'group.prolong': 'D D D H H D',
  'group.dissolve': 'D D D H H D',
  'conference.list': 'D D D A A A',
  'conference.read': 'D D D H H H',
  'conference.seat': 'D D D H H H',
  'conference.end-seat': 'D D D H H H',
  'item.list': 'D D D A A D',
  'item.read': 'D D D H H D',
  // departments bring something only where they sit
  'item.bring': 'D D D D D D',
  'item.accept': 'D D D H H D',
  'item.send-back': 'D D D H H D',
  'item.edit': 'D D D H H D',
  'item.withdraw': 'D D D H H D',
  'item.place': 'D D D H H D',
  'item.circulate': 'D D D H H D',
  'item.sign': 'D D D H H D',
  'item.recall': 'D D D H H D',
  'item.postpone': 'D D D H H D',
  'item.recuse': 'D D D H H D',
  'item.decide': 'D D D H H D',
  'item.confirm': 'D D D H H D',
  'item.execute': 'D D D H H D',
  'item.close': 'D D D H H D',
  'meeting.list': 'D D D A A D',
  'meeting.read': 'D D D H H D',
  'meeting.plan': 'D D D D D D',
  'meeting.move': 'D D D H H D',
  'meeting.convene': 'D D D H H D',
  'meeting.open': 'D D D H H D',
  'meeting.attendance': 'D D D H H D',
  'meeting.draft-minutes': 'D D D H H D',
  'meeting.return-minutes': 'D D D H H D',
  'meeting.approve-minutes': 'D D D H H D',
  'meeting.issue-minutes': 'D D D H H D',
  'meeting.cancel': 'D D D H H D',
  'petition.register': 'A A A A A D',
  'petition.list': 'D D D A A D',
  'petition.worklist': 'D D D A A D',
  'petition.read': 'D D D A H D',
  'petition.follow': 'D A A D D D',
  'petition.evidence': 'D A A D D D',
  'petition.upload': 'A A A A A A',
  // a file is opened with a reason first, which nobody has given here
  'petition.material': 'D A H D H D',
  'petition.correct': 'D D D A H D',
  'petition.name-clerk': 'D D D A H D',
  'petition.mark-urgent': 'D D D A H D',
  'petition.report-urgent': 'D D D A H D',
  'petition.add-material': 'D A H A H D',
  'petition.ask-petitioner': 'D D D A H D',
  'petition.answer-question': 'D A H A H D',
  'petition.link': 'D D D A H D',
  'petition.unlink': 'D D D A H D',
  'petition.renew-key': 'D D D A H D',
  'petition.propose-erasure': 'D D D D H D',
  'petition.object-to-erasure': 'D A H D D D',
  'petition.approve-erasure': 'D D D D H D',
  'petition.transfer': 'D D D A H D',
  'petition.assign': 'D D D A H D',
  'petition.object-to-transfer': 'D D D A H D',
  'petition.agree-to-return': 'D D D D H D',
  'petition.insist-on-transfer': 'D D D D H D',
  'petition.refer-dispute': 'D D D A H D',
  'petition.decide-dispute': 'D D D D H D',
  // the staff with none assists once it was asked, and then sees what it may not do
  'petition.ask-assistance': 'D D D A D D',
  'petition.object-to-assistance': 'D D D D H D',
  'petition.go-on-without-assistance': 'D D D A H D',
  'petition.report-back': 'D D D A H D',
  'petition.pass-duties-on': 'D D D A H D',
  'petition.leave-simplified-track': 'D D D A H D',
  'petition.accept': 'D D D A H D',
  'petition.take-extension-back': 'D D D A H D',
  'petition.correct-received-day': 'D D D D H D',
  'petition.correct-served-day': 'D D D A H D',
  'petition.clocks': 'D D D A H D',
  'petition.summary': 'D D D A H D',
  'petition.decline-acceptance': 'D D D A H D',
  'petition.direct': 'D D D A H D',
  'petition.record-contact': 'D D D A H D',
  'petition.add-evidence': 'D D D A H D',
  'petition.open-hearing': 'D D D A H D',
  'petition.close-hearing': 'D D D A H D',
  'petition.propose-mediation': 'D D D A H D',
  'petition.answer-mediation': 'D A H A H D',
  'petition.end-mediation': 'D D D A H D',
  'petition.extend-handling': 'D D D A H D',
  'petition.issue-opinion': 'D D D A H D',
  'petition.answer-duty': 'D D D A H D',
  'petition.conclude-suggestion': 'D D D A H D',
  'petition.announce-document': 'D D D A H D',
  'petition.serve': 'D D D A H D',
  'petition.record-execution': 'D D D A H D',
  'petition.rate': 'D A H D H D',
  'petition.withdraw': 'D A H A H D',
  'petition.settle': 'D A H A H D',
  'petition.open-seal': 'D D D A H D',
  'petition.declare-recusal': 'D D D A H D',
  'petition.request-recusal': 'D A H D D D',
  'petition.decide-recusal': 'D D D A H D',
  'petition.name-complained': 'D D D A H D',
  'petition.identify-official': 'D D D A H D',
  'petition.inform-accused': 'D D D A H D',
  'petition.recipients': 'D D D A H D',
  'petition.handlers': 'D D D A H D',
  // an organ reads what it was told, and only that: there is nothing to hide
  'petition.extracts': 'D D D A A D',
  'petition.close': 'D D D A H D',
  'petition.accept-review': 'D D D A H D',
  'petition.extend-review': 'D D D A H D',
  'petition.request-review': 'D A H A H D',
  'petition.issue-review-opinion': 'D D D D H D',
  'petition.request-reexamination': 'D A H A H D',
  'petition.issue-reexamination-opinion': 'D D D D H D',
  'paper.list': 'D D D A H D',
  'paper.read': 'D D D A H D',
  'paper.download': 'D D D A H D',
  'paper.follow': 'D A A D D D',
  'paper.follow-read': 'D A A D D D',
  'paper.follow-download': 'D A A D D D',
  // no stream is theirs to see
  'paper.issued': 'D D D H H H',
  'paper.read-issued': 'D D D H H H',
  'paper.download-issued': 'D D D H H H',
  'bulletin.list': 'D D D A A D',
  'bulletin.received': 'D D D A A D',
  'bulletin.desk': 'D D D A A D',
  // departments are no bureaus, and assess nobody
  'bulletin.draft': 'D D D D D D',
  'bulletin.read': 'D D D H H D',
  // whoever asks says first behind which line
  'bulletin.behind': 'D D D A A D',
  'bulletin.preview': 'D D D H H D',
  // whoever saves says first from which version
  'bulletin.edit': 'D D D A A D',
  'bulletin.submit': 'D D D H H D',
  'bulletin.return': 'D D D H H D',
  'bulletin.issue': 'D D D H H D',
  'bulletin.withdraw': 'D D D H H D',
  'bulletin.receive': 'D D D H H D',
  'bulletin.instruct': 'D D D H H D',
  'erasure.list': 'A A A A A A',
  'erasure.work': 'D D D A A D',
  'erasing.list': 'D D D A A D',
  'erasing.read': 'D D D H H D',
  'erasing.propose': 'D D D H H D',
  'erasing.approve': 'D D D H H D',
  'erasing.decline': 'D D D H H D',
  // a report is nobody's in the petition, and everybody's own beside it
  'protection.report': 'D A A D D D',
  'protection.own': 'D A A D D D',
  'protection.contest': 'D H H D D D',
  'protection.list': 'D D D A A D',
  'protection.read': 'D D D H H D',
  'protection.receive': 'D D D H H D',
  'protection.pass-on': 'D D D H H D',
  'protection.answer': 'D D D H H D',
  // heads and clerks, but of no organ that supervises: their lists are empty, and no matter is theirs to see
  'supervision.candidates': 'D D D A A D',
  'supervision.orders': 'D D D A A D',
  'supervision.plan': 'D D D A A D',
  'supervision.effect': 'D D D A A D',
  'supervision.kinds': 'D D D A A D',
  'supervision.leaders': 'D D D A A D',
  'supervision.referred': 'D D D A A D',
  'supervision.read': 'D D D H H D',
  'supervision.material': 'D D D H H D',
  'supervision.ofPetition': 'D D D A H D',
  'supervision.begin': 'D D D H H D',
  'supervision.confirm': 'D D D H H D',
  'supervision.dismiss': 'D D D H H D',
  'supervision.refer': 'D D D H H D',
  'supervision.decline': 'D D D H H D',
  'supervision.open': 'D D D H H D',
  'supervision.inspect': 'D D D H H D',
  'supervision.report': 'D D D H H D',
  'supervision.ask': 'D D D H H D',
  'supervision.word': 'D D D H H D',
  'supervision.verify': 'D D D H H D',
  'supervision.return': 'D D D H H D',
  'supervision.extend': 'D D D H H D',
  'supervision.close': 'D D D H H D',
  'supervision.raise': 'D D D H H D',
  'supervision.own': 'D A A D D D',
  'supervision.board': 'A A A A A A',
  // scorecards of one's own organ; a letter is there for its two sides alone
  'assessment.subjects': 'D D D A A D',
  'assessment.indicators': 'D D D A A D',
  'assessment.scorecard': 'D D D A A D',
  'assessment.cases': 'D D D A A D',
  'assessment.export': 'D D D A A D',
  'assessment.letters': 'D D D A A D',
  'assessment.circulated': 'D D D A A D',
  'assessment.letter': 'D D D H H D',
  'assessment.issued-cases': 'D D D H H D',
  // that it is one level up, the rules ask
  'assessment.draft': 'D D D A A D',
  'assessment.redraft': 'D D D H H D',
  'assessment.sign': 'D D D H H D',
  'assessment.revise': 'D D D H H D',
  'assessment.withdraw': 'D D D H H D',
  'assessment.issue': 'D D D H H D',
  'assessment.object': 'D D D H H D',
  'assessment.decide': 'D D D H H D',
  'assessment.object-above': 'D D D H H D',
  // the day and the booking that are asked for are nobody's; what everybody may ask for is refused for its missing key alone
  'reception.calendar': 'A A A A A A',
  'reception.day': 'H H H H H H',
  'reception.draw': 'H H H H H H',
  'reception.book': 'A A A A A A',
  'reception.look-up': 'H H H H H H',
  'reception.cancel-own': 'H H H H H H',
  'reception.take-offer': 'A A A A A A',
  'reception.list': 'D D D A A D',
  'reception.gaps': 'D D D A A D',
  'reception.prepare': 'D D D A A D',
  'reception.plan': 'D D D A A D',
  'reception.read': 'D D D H H D',
  'reception.change': 'D D D H H D',
  'reception.publish': 'D D D H H D',
  'reception.substitute': 'D D D H H D',
  'reception.cancel': 'D D D H H D',
  'reception.conclude': 'D D D H H D',
  'reception.book-at-window': 'D D D H H D',
  'booking.read': 'D D D H H D',
  'booking.inform': 'D D D H H D',
  'booking.check-in': 'D D D H H D',
  'booking.talk': 'D D D H H D',
  'booking.record': 'D D D H H D',
  'booking.note': 'D D D H H D',
  'booking.result': 'D D D H H D',
  'booking.absence': 'D D D H H D',
  'booking.cancel': 'D D D H H D',
  // staff with a part in the petition is of an organ that makes no proposals, and to which none was made
  'proposal.list': 'D D D A A D',
  'proposal.prepare': 'D D D A A D',
  'proposal.figures': 'D D D A A D',
  'proposal.draft': 'D D D A A D',
  'proposal.read': 'D D D H H D',
  'proposal.edit': 'D D D H H D',
  'proposal.submit': 'D D D H H D',
  'proposal.send-back': 'D D D H H D',
  'proposal.approve': 'D D D H H D',
  'proposal.issue': 'D D D H H D',
  'proposal.open': 'D D D H H D',
  'proposal.remind': 'D D D H H D',
  'proposal.answer': 'D D D H H D',
  'proposal.reasons': 'D D D H H D',
  'proposal.return': 'D D D H H D',
  'proposal.measure': 'D D D H H D',
  'proposal.effect': 'D D D H H D',
  'proposal.close': 'D D D H H D',
  'proposal.withdraw': 'D D D H H D',
  // a petition that nobody has proposed to be owned: who sees it may propose it, and there is no case to read
  'ownership.list': 'D D D A A D',
  'ownership.loads': 'D D D A A D',
  'ownership.propose': 'D D D H H D',
  'ownership.read': 'D D D H H D',
  'ownership.prepare': 'D D D H H D',
  'ownership.people': 'D D D H H D',
  'ownership.of-petition': 'D D D A H D',
  'ownership.assign': 'D D D H H D',
  'ownership.replace': 'D D D H H D',
  'ownership.drop': 'D D D H H D',
  'ownership.plan': 'D D D H H D',
  'ownership.step': 'D D D H H D',
  'ownership.withdraw-step': 'D D D H H D',
  'ownership.meeting': 'D D D H H D',
  'ownership.help': 'D D D H H D',
  'ownership.help-answer': 'D D D H H D',
  'ownership.extend': 'D D D H H D',
  'ownership.result': 'D D D H H D',
  'ownership.view': 'D D D H H D',
  'ownership.asking': 'D D D H H D',
  'ownership.close': 'D D D H H D',
  'ownership.another-owner': 'D D D H H D',
  'ownership.material': 'D D D H H D',
  'ownership.own': 'D A A D D D',
  'ownership.give-view': 'D H H D D D',
  'ownership.ask-another': 'D H H D D D',
  // a department opens no campaigns; the campaign is nobody's
  'screening.list': 'D D D A A D',
  'screening.places': 'D D D A A D',
  'screening.prepare': 'D D D A A D',
  'screening.mine': 'D D D A A D',
  'screening.open': 'D D D D D D',
  'screening.read': 'D D D H H D',
  'screening.area': 'D D D H H D',
  'screening.assign': 'D D D H H D',
  'screening.household': 'D D D H H D',
  'screening.zero': 'D D D H H D',
  'screening.link': 'D D D H H D',
  'screening.remind': 'D D D H H D',
  'screening.return': 'D D D H H D',
  'screening.extend': 'D D D H H D',
  'screening.close': 'D D D H H D',
  'screening.end-series': 'D D D H H D',
  'screening.cancel': 'D D D H H D',
  // the dispute is nobody's; the registrar's bureau and the department keep ledgers
  'dispute.list': 'D D D A A D',
  'dispute.origins': 'D D D A A D',
  // nothing was offered by this name
  'dispute.join-origin': 'D D D H H D',
  'dispute.prepare': 'D D D A A D',
  'dispute.figures': 'D D D A A D',
  'dispute.figure-cases': 'D D D A A D',
  'dispute.record': 'D D D A A D',
  'dispute.read': 'D D D H H D',
  'dispute.material': 'D D D H H D',
  'dispute.grade': 'D D D H H D',
  'dispute.assign': 'D D D H H D',
  'dispute.take-up': 'D D D H H D',
  'dispute.return': 'D D D H H D',
  'dispute.progress': 'D D D H H D',
  'dispute.settle': 'D D D H H D',
  'dispute.hand-up': 'D D D H H D',
  'dispute.follow-up': 'D D D H H D',
  'dispute.extend': 'D D D H H D',
  'dispute.petition': 'D D D H H D',
  'dispute.direct': 'D D D H H D',
  'dispute.not-found': 'D D D H H D',
  'dispute.confirm-not-found': 'D D D H H D',
  'dispute.reject-not-found': 'D D D H H D',
  'dispute.close': 'D D D H H D',
  // staff with a part in a petition plans no visits, and goes on none
  'visit.list': 'D D D A A D',
  'visit.prepare': 'D D D A A D',
  'visit.frequency': 'D D D A A D',
  'visit.plan': 'D D D A A D',
  'visit.read': 'D D D H H D',
  'visit.material': 'D D D H H D',
  'visit.edit': 'D D D H H D',
  'visit.confirm': 'D D D H H D',
  'visit.postpone': 'D D D H H D',
  'visit.cancel': 'D D D H H D',
  'visit.refused': 'D D D H H D',
  'visit.take': 'D D D H H D',
  'visit.show': 'D D D H H D',
  'visit.own': 'D A A D D D',
  'visit.entry': 'D D D H H D',
  'visit.conclude': 'D D D H H D',
  'visit.reopen': 'D D D H H D',
  'visit.inform': 'D D D H H D',
  'visit.link': 'D D D H H D',
  'visit.close': 'D D D H H D',
  'mediation.centres': 'A A A A A A',
  'mediation.ask': 'A A A A A A',
  'mediation.look-up': 'H H H H H H',
  'mediation.act': 'H H H H H H',
  'mediation.own': 'D A A D D D',
  'mediation.ask-own': 'D A A D D D',
  'mediation.act-own': 'D H H D D D',
  'mediation.list': 'D D D A A D',
  'mediation.of': 'D D D A A D',
  'mediation.prepare': 'D D D A A D',
  // another organ holds it, and takes it up
  'mediation.open': 'D D D A A D',
  // nobody here has a part in one
  'mediation.read': 'D D D H H D',
  'mediation.add-party': 'D D D H H D',
  'mediation.hand-key': 'D D D H H D',
  'mediation.take-up': 'D D D H H D',
  'mediation.decline': 'D D D H H D',
  'mediation.answer': 'D D D H H D',
  'mediation.openness': 'D D D H H D',
  'mediation.mediator': 'D D D H H D',
  'mediation.interest': 'D D D H H D',
  'mediation.exclude': 'D D D H H D',
  'mediation.guest': 'D D D H H D',
  'mediation.session': 'D D D H H D',
  'mediation.cancel-session': 'D D D H H D',
  'mediation.record-session': 'D D D H H D',
  'mediation.escalation': 'D D D H H D',
  'mediation.more-time': 'D D D H H D',
  'mediation.agreement': 'D D D H H D',
  'mediation.sign': 'D D D H H D',
  'mediation.seal': 'D D D H H D',
  'mediation.oral': 'D D D H H D',
  'mediation.performance': 'D D D H H D',
  'mediation.follow-up': 'D D D H H D',
  'mediation.inform': 'D D D H H D',
  'mediation.confirmation': 'D D D H H D',
  'mediation.application': 'D D D H H D',
  'mediation.confirmed': 'D D D H H D',
  'mediation.end': 'D D D H H D',
  'mediation.close': 'D D D H H D',
  'topic.list': 'D D D A A D',
  // nothing was gathered here
  'topic.read': 'D D D H H D',
  'topic.petitions': 'D D D H H D',
  'handbook.read': 'D D D A A A',
  'course.list': 'D D D A A D',
  // whoever leads an organ holds one, with a teacher who works there
  'course.hold': 'D D D A A D',
  'course.read': 'D D D H H D',
  'course.session': 'D D D H H D',
  'course.drop': 'D D D H H D',
  'course.test': 'D D D H H D',
  'course.close': 'D D D H H D',
  'course.people': 'D D D H H D',
  'course.invite': 'D D D H H D',
  'enrolment.list': 'D D D A A D',
  'enrolment.read': 'D D D H H D',
  'enrolment.questions': 'D D D H H D',
  'enrolment.attendance': 'D D D H H D',
  'enrolment.begin': 'D D D H H D',
  'enrolment.hand-in': 'D D D H H D',
  'enrolment.certify': 'D D D H H D',
  'enrolment.withdraw': 'D D D H H D',
  'enrolment.excuse': 'D D D H H D',
  'training.lacking': 'D D D A A D',
  'establishment.list': 'D D D A A A',
  // the organ that is asked for is nobody's
  ...{
    'establishment.read': 'D D D H H H',
    'establishment.allot': 'D D D H H H',
    'establishment.withdraw': 'D D D H H H',
  },
  'workload.read': 'D D D A A D',
  'workload.organs': 'D D D A A D',
  'workload.suggested': 'D D D A H D',
  'fairness.read': 'D D D A A D',
  'fairness.cases': 'D D D A A D',
  'secondment.list': 'D D D A A D',
  // whoever leads an organ proposes one; the clerks here do not
  'secondment.propose': 'D D D A A D',
  'secondment.read': 'D D D H H D',
  'secondment.agree': 'D D D H H D',
  'secondment.decline': 'D D D H H D',
  'secondment.withdraw': 'D D D H H D',
  'secondment.mentor': 'D D D H H D',
  'secondment.evaluate': 'D D D H H D',
  'secondment.end': 'D D D H H D',
  'secondment.return': 'D D D H H D',
  'theme.list': 'D D D A A D',
  // whoever leads a bureau governs one; the clerks here do not
  'theme.govern': 'D D D D D D',
  'theme.read': 'D D D H H D',
  'theme.step': 'D D D H H D',
  'theme.extend': 'D D D H H D',
  'theme.hand-over': 'D D D H H D',
  'theme.close': 'D D D H H D',
  'theme.reopen': 'D D D H H D',
  'task.list': 'D D D A A D',
  'task.of': 'D D D A A D',
  // nobody here has a part in one
  'task.read': 'D D D H H D',
  'task.material': 'D D D H H D',
  'task.report': 'D D D H H D',
  'task.close': 'D D D H H D',
  'task.return': 'D D D H H D',
  'task.extend': 'D D D H H D',
  'task.remind': 'D D D H H D',
  'task.withdraw': 'D D D H H D',
  'task.hand-over': 'D D D H H D',
  'quality.figures': 'D D D A A D',
  'quality.cases': 'D D D A A D',
  'quality.read': 'D D D A H D',
  'quality.draft': 'D D D A H D',
  'suggested.offer': 'D D D A A D',
  'suggested.agreement': 'D D D A A D',
  ...{ 'trend.structure': 'D D D A A D', 'trend.months': 'D D D A A D', 'trend.rate': 'D D D A A D' },
  ...{ 'trend.cross': 'D D D A A D', 'trend.cases': 'D D D A A D', 'trend.export': 'D D D A A D' },
  'trend.public': 'A A A A A A',
  'exemplary.list': 'D D D A A D',
  'exemplary.public': 'A A A A A A',
  'exemplary.read-public': 'H H H H H H',
  // nobody's: neither the petition nor the case is there
  'exemplary.propose': 'D D D H H D',
  'exemplary.read': 'D D D H H D',
  'exemplary.mend': 'D D D H H D',
  'exemplary.return': 'D D D H H D',
  'exemplary.publish': 'D D D H H D',
  'exemplary.withdraw': 'D D D H H D',
  'exemplary.beside': 'D D D H H D',
  'exemplary.use': 'D D D H H D',
  'regularity.read': 'D D D A A D',
  'pilot.list': 'D D D A A D',
  // whoever leads a bureau begins one; the clerks here do not
  'pilot.begin': 'D D D D D D',
  'pilot.read': 'D D D H H D',
  'pilot.spread': 'D D D H H D',
  'pilot.drop': 'D D D H H D',
  'warning.list': 'D D D A A D',
  // nobody here was told of one
  'warning.read': 'D D D H H D',
  'warning.behind': 'D D D H H D',
  'warning.answer': 'D D D H H D',
  // heads read letters of their own office; no letter lies before anybody here
  'reading.list': 'D D D A A D',
  'reading.prepare': 'D D D A H D',
  'reading.pace': 'D D D A A D',
  'reading.own': 'D A A D D D',
  // the petition is nobody's
  'reading.propose': 'D D D H H D',
  'reading.read': 'D D D H H D',
  'reading.refresh': 'D D D H H D',
  'reading.mark-read': 'D D D H H D',
  'reading.instruct': 'D D D H H D',
  'reading.return': 'D D D H H D',
  'reading.recall': 'D D D H H D',
  'reading.hand-over': 'D D D H H D',
  // told of no relief yet; the same of it
  'relief.of-petition': 'D D D H H D',
  'relief.read': 'D D D H H D',
  'relief.material': 'D D D H H D',
  'relief.tell': 'D D D H H D',
  'relief.answer': 'D D D H H D',
  'relief.help': 'D D D H H D',
  'relief.hand-on': 'D D D H H D',
  'relief.outcome': 'D D D H H D',
  'relief.own': 'D A A D D D',
  'relief-own.answer': 'D H H D D D',
  'relief-own.outcome': 'D H H D D D',
  // told of no other way yet; staff with a part in the petition could tell, and the referral that is asked for is nobody's
  'referral.list': 'D D D A A D',
  'referral.of-petition': 'D D D H H D',
  'referral.read': 'D D D H H D',
  'referral.material': 'D D D H H D',
  'referral.explain': 'D D D H H D',
  'referral.apply': 'D D D H H D',
  'referral.share': 'D D D H H D',
  'referral.ask-correction': 'D D D H H D',
  'referral.correct': 'D D D H H D',
  'referral.accept': 'D D D H H D',
  'referral.refuse': 'D D D H H D',
  'referral.mediate': 'D D D H H D',
  'referral.prolong': 'D D D H H D',
  'referral.outcome': 'D D D H H D',
  'referral.note-day': 'D D D H H D',
  'referral.close': 'D D D H H D',
  'referral.own': 'D A A D D D',
  'referral.own-material': 'D H H D D D',
  'referral-own.apply': 'D H H D D D',
  'referral-own.share': 'D H H D D D',
  'referral-own.ask-correction': 'D H H D D D',
  'referral-own.correct': 'D H H D D D',
  'referral-own.accept': 'D H H D D D',
  'referral-own.refuse': 'D H H D D D',
  'referral-own.mediate': 'D H H D D D',
  'referral-own.prolong': 'D H H D D D',
  'referral-own.outcome': 'D H H D D D',
  'referral-own.note-day': 'D H H D D D',
  'referral-own.close': 'D H H D D D',
  // that a request bears no key of its own is said before who may take in
  'intake.day': 'D D D A A D',
  'intake.list': 'D D D A A D',
  'intake.read': 'D D D H H D',
  'intake.take-in': 'D D D A A D',
  'intake.lead': 'D D D H H D',
  'intake.of': 'D D D A A D',
  'intake.offer': 'D D D A A D',
  // by a key of its own, which nobody here has
  'intake.held': 'H H H H H H',
  // rosters are the area's; that a body is incomplete is said before whose it is
  'helper.list': 'D D D A A D',
  'helper.enter': 'D D D A A D',
  'helper.revise': 'D D D A A D',
  'helper.suspend': 'D D D A A D',
  'helper.resume': 'D D D H H D',
  'helper.end': 'D D D A A D',
  'engagement.list': 'D D D A A D',
  'engagement.count': 'D D D A A D',
  // an empty list for whoever sees none
  'engagement.of': 'D D D A A D',
  'engagement.invite': 'D D D A A D',
  'engagement.of-screening': 'D D D A A D',
  'engagement.invite-to-screening': 'D D D A A D',
  'engagement.of-mediation': 'D D D A A D',
  'engagement.invite-to-mediation': 'D D D A A D',
  'engagement.record-consent': 'D D D A A D',
  'engagement.issue-key': 'D D D H H D',
  'engagement.record-help': 'D D D A A D',
  'engagement.end': 'D D D H H D',
  'engagement.own': 'D A A D D D',
  'engagement.consent': 'D A A D D D',
  'engagement.leave': 'D H H D D D',
  // by a key of its own, which nobody here has
  'engagement.helper-read': 'A A A A A A',
  'engagement.helper-answer': 'A A A A A A',
  'engagement.helper-record': 'A A A A A A',
  'engagement.helper-end': 'A A A A A A',
  // rosters are the area's, and an entry is read whole by its keeper
  'mediator.list': 'D D D A A D',
  'mediator.read': 'D D D H H D',
  'mediator.choose': 'D D D A A D',
  // by a key of its own, which nobody here has
  'mediator.for-party': 'A A A A A A',
  'mediator.for-petitioner': 'D H H D D D',
  'mediator.enter': 'D D D A A D',
  'mediator.revise': 'D D D A A D',
  'mediator.renew': 'D D D A A D',
  'mediator.train': 'D D D A A D',
  'mediator.reprimand': 'D D D A A D',
  'mediator.suspend': 'D D D A A D',
  'mediator.resume': 'D D D H H D',
  'mediator.end': 'D D D A A D',
  'committee.list': 'D D D A A D',
  'committee.found': 'D D D A A D',
  'committee.revise': 'D D D A A D',
  'committee.elect': 'D D D A A D',
  'committee.end': 'D D D A A D',
  'call.list': 'A A A A A A',
  // the call that is asked for is nobody's
  'call.read': 'H H H H H H',
  'call.own': 'D D D A A D',
  'call.own-one': 'D D D H H D',
  'call.draft': 'D D D A A D',
  'call.edit': 'D D D H H D',
  'call.submit': 'D D D H H D',
  'call.publish': 'D D D H H D',
  'call.return': 'D D D H H D',
  'call.prolong': 'D D D H H D',
  'call.close': 'D D D H H D',
  'call.withdraw': 'D D D H H D',
  'suggestion.list': 'D D D A A D',
  'suggestion.of': 'D D D A A D',
  'suggestion.read': 'D D D H H D',
  'suggestion.own': 'D A A D D D',
  'suggestion.changes': 'A A A A A A',
  'suggestion.assign-study': 'D D D H H D',
  'suggestion.carry-out': 'D D D H H D',
  'suggestion.propose-reward': 'D D D H H D',
  'suggestion.approve-reward': 'D D D H H D',
  'suggestion.refuse-reward': 'D D D H H D',
  'suggestion.give-reward': 'D D D H H D',
  'suggestion.draft-change': 'D D D H H D',
  'suggestion.publish-change': 'D D D H H D',
  'suggestion.take-back-change': 'D D D H H D',
  'backup.read': 'D D D D D A',
  'law.packs': 'A A A A A A',
  'law.pack': 'A A A A A A',
  'law.in-force': 'A A A A A A',
  'law.clock': 'A A A A A A',
  'law.rules': 'A A A A A A',
  'law.rights': 'A A A A A A',
  'law.procedures': 'A A A A A A',
  'announcement.list': 'A A A A A A',
  'register.log': 'A A A A A A',
  'register.proof': 'A A A A A A',
  'figures.list': 'A A A A A A',
  // none were published
  'figures.read': 'H H H H H H',
  // its administrator is one of a county: the bureau above publishes
  'figures.work': 'D D D D D A',
  'figures.preview': 'D D D D D D',
  'figures.publish': 'D D D D D D',
  'figures.correct': 'D D D D D D',
  'session.begin': 'A A A A A A',
  'session.read': 'D D D A A A',
  'session.move': 'D D D A A A',
  'session.password': 'D D D A A A',
  'session.ways': 'A A A A A A',
  'session.offer': 'A A A A A A',
  // not set up here, as far as anybody can tell
  'session.sign-on': 'H H H H H H',
  'session.sign-on-back': 'A A A A A A',
  'invitation.read': 'A A A A A A',
  'invitation.accept': 'A A A A A A',
  'sign-in.read': 'D D D A A A',
  'sign-in.offer-second-factor': 'D D D A A A',
  'sign-in.set-second-factor': 'D D D A A A',
  'sign-in.remove-second-factor': 'D D D A A A',
  'sign-in.renew-recovery-codes': 'D D D A A A',
  'sign-in.sessions': 'D D D A A A',
  'sign-in.end-session': 'D D D A A A',
  'sign-in.end-other-sessions': 'D D D A A A',
  'delegation.read': 'D D D A A A',
  'delegation.give': 'D D D A A D',
  'delegation.revoke': 'D D D A A A',
  'organ.list': 'A A A A A A',
  'organ.open': 'D D D D D A',
  'organ.rename': 'D D D D D A',
  'organ.document-code': 'D D D D D A',
  'organ.move': 'D D D D D A',
  'organ.merge': 'D D D D D A',
  'organ.split': 'D D D D D A',
  'organ.abolish': 'D D D D D A',
  'account.list': 'D D D D D A',
  'account.colleagues': 'D D D A A A',
  'account.open': 'D D D D D A',
  'account.rename': 'D D D D D A',
  'account.grant': 'D D D D D A',
  'account.end': 'D D D D D A',
  // these have no body that could be refused first, and the account that is asked for is nobody's
  'account.revoke': 'D D D D D H',
  'account.reset': 'D D D D D H',
  'account.close': 'D D D D D H',
  'account.end-sessions': 'D D D D D H',
  'account.reset-second-factor': 'D D D D D H',
  // the last, because it ends the sessions of all of them
  'session.end': 'A A A A A A',
}

const verdictOf = (status: number): string => ([401, 403].includes(status) ? 'D' : status === 404 ? 'H' : 'A')

/** Registered at the bureau with a file, and sent to the land office. */
async function routed(): Promise<Registered> {
  const stored = await upload(null, '证.txt', '承包证')
  const registered = await register({ materials: [{ ...stored, name: '证.txt' }] })
  await act(bureau, registered.number, 'transfer', { to: 'county.land' })
  return registered
}

/** Fits the contract where that is needed to come as far as the question who may. */
function bodyFor({ id, method }: EndpointDefinition): object | undefined {
  if (method === 'GET' || method === 'DELETE') return undefined
  if (id === 'figures.publish') return { month: '2026-10' }
  if (id === 'figures.correct') return { reason: 'late-entries' }
  if (id === 'responsibility.record') return responsibilityBody
  if (id === 'responsibility.end') return { until: '2026-12-31' }
  if (id === 'petition.register') return letter
  if (id.startsWith('bulletin.')) return bulletinBodies[id.slice('bulletin.'.length)] ?? {}
  if (id === 'conference.seat') return seatBody
  if (id === 'conference.end-seat') return { until: '2026-12-31' }
  const [room, verb = ''] = id.split('.')
  if (room === 'item') return itemBodies[verb]
  if (room === 'meeting') return meetingBodies[verb]
  if (room === 'group') return groupBodies[verb]
  if (room === 'supervision') return supervisionBodies[verb]
  if (room === 'reception') return receptionBodies[verb] ?? { ...nobodysHeld }
  if (room === 'booking') return bookingBodies[verb]
  if (room === 'proposal') return verb === 'draft' ? { kind: 'improveWork', text: {} } : proposalBodies[verb]
  if (room === 'ownership')
    return verb === 'propose' ? { petition: nobodysNumber, reason: '久拖不决' } : ownershipBodies[verb]
  if (room === 'call') return callBodies[verb]
  if (room === 'suggestion') return suggestionBodies[verb]
  if (room === 'visit') return verb === 'plan' ? { plan: visitPlan } : visitBodies[verb]
  if (room === 'task') return taskBodies[verb]
  if (room === 'dispute') return disputeBodies[verb]
  if (room === 'course') return courseBodies[verb]
  if (room === 'enrolment') return enrolmentBodies[verb]
  if (room === 'erasing') return {}
  if (room === 'mediation') return mediationBodies[verb]
  if (room === 'screening') return screeningBodies[verb]
  if (room === 'suggested') return { text: '路灯坏了三个月没有人修' }
  if (room === 'repeat') return repeatBodies[verb]
  if (room === 'warning') return warningBodies[verb]
  if (room === 'exemplary') return exemplaryBodies[verb]
  if (room === 'pilot') return pilotBodies[verb]
  if (room === 'theme') return themeBodies[verb]
  if (room === 'secondment') return secondmentBodies[verb]
  if (room === 'establishment') return establishmentBodies[verb]
  if (room === 'protection') return verb === 'report' ? { ...reportBodies.report, organ: null } : reportBodies[verb]
  if (room === 'assessment') return letterBodies[verb]
  if (room === 'reading') return readingBodies[verb]
  if (room === 'intake') return intakeBodies[verb]
  if (room === 'relief' || room === 'relief-own') return reliefBodies[verb]
  if (room === 'referral' || room === 'referral-own') return referralBodies[verb]
  return id.startsWith('petition.') ? (commandBodies as Record<string, object>)[verb] : { x: 1 }
}

const queryOf: Readonly<Record<string, string>> = {
  'intake.of': '?began=dispute:AAAAAAAAAAAAAAAAAAAAAA',
  'ownership.people': '?organ=county.labour',
  'course.people': '?organ=county.land',
  'assessment.cases': '?indicator=answeredInTime',
  'trend.rate': '?rate=again',
  'trend.export': '?table=structure',
  'exemplary.beside': `?petition=${nobodysNumber}`,
  'assessment.issued-cases': '?issue=a1&indicator=answeredInTime',
  'assessment.circulated': '?period=2026-10',
  'proposal.figures': '?year=2026',
  'dispute.origins': `?petition=${nobodysNumber}`,
  'dispute.prepare': '?region=990101&category=rural.forestry',
  'dispute.figures': '?from=2026-11-01&until=2026-11-30',
  'dispute.figure-cases': '?from=2026-11-01&until=2026-11-30&part=recorded',
  'mediator.choose': '?place=990101',
  'reception.list': '?from=2026-11-01&until=2026-11-30',
  'reception.gaps': '?month=2026-11',
  'task.of': `?of=reading:${'A'.repeat(22)}`,
  'referral.of-petition': `?petition=${nobodysNumber}`,
  'relief.of-petition': `?petition=${nobodysNumber}`,
  'reading.pace': '?from=2026-11-01&until=2026-11-30',
  'engagement.count': '?year=2026',
  'suggestion.of': `?petition=${nobodysNumber}`,
  'law.in-force': '?organ=county',
  'supervision.kinds': '?on=petition',
  'supervision.leaders': '?organ=county.land',
  'supervision.effect': '?from=2026-11-01&until=2026-11-30',
  'responsibility.cases': '?organ=nowhere&rule=handle&from=2026-11-23&through=2026-11-30',
  'law.clock': '?rule=accept&from=2026-11-23',
  'register.proof': `?entry=${'A'.repeat(43)}`,
}

const urlOf = ({ id, path }: EndpointDefinition, number: string): string =>
  path
    .replace(':number', number)
    .replace(':matter', number)
    .replace(':petition', number)
    .replace(':other', nobodysNumber)
    .replace(':pack', 'cn-2022@1')
    .replace(':referral', nobodysReferral)
    .replace(':relief', nobodysRelief)
    .replace(':ref', 'f1')
    .replace(':bulletin', 'A'.repeat(22))
    .replace(':stream', `bulletin:${'A'.repeat(22)}`)
    .replace(':item', 'A'.repeat(22))
    .replace(':meeting', 'A'.repeat(22))
    .replace(':group', 'A'.repeat(22))
    .replace(':paper', '1-registrationReceipt')
    .replace(':report', nobodysReport)
    .replace(':letter', nobodysLetter)
    .replace(':proposal', nobodysProposal)
    .replace(':helper', 'A'.repeat(22))
    .replace(':mediator', 'A'.repeat(22))
    .replace(':committee', 'A'.repeat(22))
    .replace(':engagement', 'A'.repeat(22))
    .replace(':visit', nobodysVisit)
    .replace(':dispute', nobodysDispute)
    .replace(':kind/:record', `dispute/${nobodysDispute}`)
    .replace(':screening', nobodysScreening)
    .replace(':area', '990101')
    .replace(':reception', nobodysReception)
    .replace(':booking', nobodysBooking)
    .replace(':task', nobodysTask)
    .replace(':mediation', nobodysMediation)
    .replace(':warning', nobodysTask)
    .replace(':topic', '77')
    .replace(':theme', nobodysTheme)
    .replace(':pilot', 'A'.repeat(22))
    .replace(':exemplary', 'A'.repeat(22))
    .replace(':secondment', nobodysSecondment)
    .replace(':course', nobodysCourse)
    .replace(':enrolment', nobodysEnrolment)
    .replace(':reading', nobodysReading)
    .replace(':intake', nobodysIntake)
    .replace(':call', nobodysCall)
    .replace(':suggestion', nobodysSuggestion)
    .replace(':figures', '2026-10')
    .replace(':month', '2026-10')
    .replace(':account', 'a0000000000000000')
    .replace(':organ', 'nowhere')
    .replace(':post', 'clerk') + (id === 'reading.prepare' ? `?petition=${number}` : (queryOf[id] ?? ''))

const factsOf = async (number: string): Promise<number> => {
  const { rows } = await house.work.query('select count(*)::int as facts from event where stream_id = $1', [number])
  return rows[0].facts
}

describe('every endpoint × everybody', async () => {
  const stranger = keyOf(await register({}))

  it('is in the table', () => {
    expect(endpoints.map(({ id }) => id).sort()).toEqual(Object.keys(table).sort())
  })

  it.each(Object.entries(table))('%s: %s', async (id, expected) => {
    const endpoint = endpoints.find((each) => each.id === id) as EndpointDefinition
    const registered = await routed()
    const who: Record<Kind, Asker> = { anyone: null, own: keyOf(registered), other: stranger, ...staff }
    const verdicts: string[] = []
    for (const kind of viewers) {
      const before = await factsOf(registered.number)
      const answer = await ask(who[kind], endpoint.method, urlOf(endpoint, registered.number), bodyFor(endpoint))
      expectNoFault(answer, `${id} by ${kind}`)
      const verdict = verdictOf(answer.status)
      if (kind === 'anyone' && verdict === 'D') expect(answer.status).toBe(401)
      if (verdict !== 'A') expect(await factsOf(registered.number), `${id} by ${kind}`).toBe(before)
      verdicts.push(verdict)
    }
    expect(verdicts.join(' ')).toBe(expected)
  })
})
