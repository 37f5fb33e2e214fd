import type { AnnualReportWords } from './annual-report-zh.ts'

export const annualReportEn: AnnualReportWords = {
  says: 'A petition bureau reports every year to the party committee and government of its level and to the bureau above (art. 41). What was registered, transferred and assigned is counted here: petitions, never people, and no petitioner is listed. Supervision and proposals are not recorded here yet, so please write them. What you write is not kept; number and sign the report before it goes out.',
  year: 'Year',
  supervision: 'Supervision',
  proposals: 'Proposals to improve work, to improve policy and to hold to account, and their adoption',
  other: 'Other matters (optional)',
  draw: 'Draw up a draft',
  download: 'Word document',
  print: 'Print',
}
