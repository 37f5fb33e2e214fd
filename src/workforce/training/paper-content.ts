/** What a certificate says, for whoever has it open: the person, the course, and until when it holds; and that it holds no longer. */
import type { Content, Said } from '../../documents/content.ts'
import type { OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import { say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { trainingTerms } from '../../wording/training-terms.ts'
import type { Enrolment } from './enrolment.ts'
import type { TrainingHouse } from './house.ts'
import { enrolmentPapers, papersOfEnrolment } from './papers.ts'
import { courseOfHouse, knownEnrolment, piecesOfHouse } from './queries.ts'

export const enrolmentIssuer = (house: TrainingHouse): PaperIssuer => ({
  ...enrolmentPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const known = await knownEnrolment(house, stream, viewer)
    if (known === null) return null
    const { enrolment, history } = known
    const course = await courseOfHouse(house, enrolment.course)
    const title = course?.title.ref ?? ''
    const [texts, names] = await Promise.all([
      piecesOfHouse(house, enrolment.course, [title]),
      house.staffNames([enrolment.account]),
    ])
    const said = (text: string | undefined): Said => (text === undefined ? { unreadable: 'erased' } : say(text, text))
    return {
      papers: history.flatMap(({ fact, version }) => papersOfEnrolment(fact, version)),
      contentOf: (_, nameOf): Content => ({
        parts: {
          trainee: said(names.get(enrolment.account)),
          unit: nameOf(enrolment.home),
          course: said(texts.get(title)),
          courseKind: trainingTerms.trainingKind[enrolment.kind],
          holdsUntil: enrolment.certificate === null ? undefined : dayInWords(enrolment.certificate.until),
          standing: standingOf(enrolment),
        },
        lists: {},
      }),
    }
  },
})

/** A certificate that holds no longer says so, whoever prints it. */
const standingOf = ({ stage, ended }: Enrolment): Said | undefined => {
  if (stage === 'certified') return undefined
  const term = trainingTerms.enrolmentStage[stage]
  if (ended === null) return term
  const on = dayInWords(ended.on)
  return say(`${term.zh}（${on.zh}）`, `${term.en} (${on.en})`)
}
