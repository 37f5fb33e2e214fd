import { lazy } from 'react'
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { PageBroke } from './layout/ErrorBoundary.tsx'
import { NotFound } from './layout/NotFound.tsx'
import { Shell } from './layout/Shell.tsx'
import { Skeleton } from './layout/Skeleton.tsx'
import { SessionProvider } from './session/session.tsx'
import { useOnlyLeads, useReadsPetitions, useSession } from './session/session-context.ts'
import { useOnlySupervises } from './supervision/supervises.ts'
import { Worklist } from './worklist/Worklist.tsx'

const SupervisorHome = lazy(async () => ({
  default: (await import('./supervision/SupervisorHome.tsx')).SupervisorHome,
}))

const LeadingHome = lazy(async () => ({ default: (await import('./leading/LeadingHome.tsx')).LeadingHome }))

/** The worklist, for whoever has work on petitions; others begin where their own work is. */
function Home() {
  const { has } = useSession()
  const reads = useReadsPetitions()
  const leads = useOnlyLeads()
  if (useOnlySupervises()) return <SupervisorHome />
  if (leads) return <LeadingHome />
  if (reads) return <Worklist />
  return <Navigate to={has('administrator') ? '/accounts' : '/organs'} replace />
}

/** The worklist comes with the frame; every other room is fetched when somebody goes there. */
const pages: RouteObject[] = [
  { index: true, Component: Home },
  { path: 'worklist', Component: Worklist },
  { path: 'leading', lazy: async () => ({ Component: (await import('./leading/LeadingHome.tsx')).LeadingHome }) },
  { path: 'centre', lazy: async () => ({ Component: (await import('./intake/Centre.tsx')).Centre }) },
  {
    path: 'centre/:intake',
    lazy: async () => ({ Component: (await import('./intake/IntakePage.tsx')).IntakePage }),
  },
  {
    path: 'referrals',
    lazy: async () => ({ Component: (await import('./referrals/Referrals.tsx')).Referrals }),
  },
  {
    path: 'referrals/:referral',
    lazy: async () => ({ Component: (await import('./referrals/ReferralPage.tsx')).ReferralPage }),
  },
  { path: 'tasks', lazy: async () => ({ Component: (await import('./tasks/Tasks.tsx')).Tasks }) },
  { path: 'tasks/:task', lazy: async () => ({ Component: (await import('./tasks/TaskPage.tsx')).TaskPage }) },
  { path: 'warnings', lazy: async () => ({ Component: (await import('./warnings/Warnings.tsx')).Warnings }) },
  {
    path: 'warnings/:warning',
    lazy: async () => ({ Component: (await import('./warnings/WarningPage.tsx')).WarningPage }),
  },
  { path: 'search', lazy: async () => ({ Component: (await import('./search/SearchPage.tsx')).SearchPage }) },
  { path: 'insight', lazy: async () => ({ Component: (await import('./insight/Trends.tsx')).Trends }) },
  { path: 'insight/cases', lazy: async () => ({ Component: (await import('./insight/Cases.tsx')).Cases }) },
  { path: 'insight/topics', lazy: async () => ({ Component: (await import('./insight/topics/Topics.tsx')).Topics }) },
  {
    path: 'insight/topics/:topic',
    lazy: async () => ({ Component: (await import('./insight/topics/TopicPage.tsx')).TopicPage }),
  },
  {
    path: 'team',
    lazy: async () => ({ Component: (await import('./workforce/secondments/Secondments.tsx')).Secondments }),
  },
  {
    path: 'team/training',
    lazy: async () => ({ Component: (await import('./workforce/training/Trainings.tsx')).Trainings }),
  },
  {
    path: 'team/courses/:course',
    lazy: async () => ({ Component: (await import('./workforce/training/CoursePage.tsx')).CoursePage }),
  },
  {
    path: 'team/enrolments/:enrolment',
    lazy: async () => ({ Component: (await import('./workforce/training/EnrolmentPage.tsx')).EnrolmentPage }),
  },
  {
    path: 'team/handbook',
    lazy: async () => ({ Component: (await import('./workforce/handbook/Handbook.tsx')).Handbook }),
  },
  {
    path: 'team/workload',
    lazy: async () => ({ Component: (await import('./workforce/workload/Workload.tsx')).Workload }),
  },
  {
    path: 'team/fairness',
    lazy: async () => ({ Component: (await import('./workforce/fairness/Fairness.tsx')).Fairness }),
  },
  {
    path: 'team/fairness/cases',
    lazy: async () => ({ Component: (await import('./workforce/fairness/FairnessCases.tsx')).FairnessCases }),
  },
  {
    path: 'team/establishment',
    lazy: async () => ({ Component: (await import('./workforce/establishment/Establishments.tsx')).Establishments }),
  },
  {
    path: 'team/secondments/:secondment',
    lazy: async () => ({ Component: (await import('./workforce/secondments/SecondmentPage.tsx')).SecondmentPage }),
  },
  { path: 'insight/themes', lazy: async () => ({ Component: (await import('./insight/themes/Themes.tsx')).Themes }) },
  {
    path: 'insight/themes/:theme',
    lazy: async () => ({ Component: (await import('./insight/themes/ThemePage.tsx')).ThemePage }),
  },
  {
    path: 'insight/exemplary',
    lazy: async () => ({ Component: (await import('./insight/exemplary/Exemplaries.tsx')).Exemplaries }),
  },
  {
    path: 'insight/exemplary/:exemplary',
    lazy: async () => ({ Component: (await import('./insight/exemplary/ExemplaryPage.tsx')).ExemplaryPage }),
  },
  {
    path: 'insight/works/:pilot',
    lazy: async () => ({ Component: (await import('./insight/works/PilotPage.tsx')).PilotPage }),
  },
  { path: 'insight/works', lazy: async () => ({ Component: (await import('./insight/works/Works.tsx')).Works }) },
  { path: 'register', lazy: async () => ({ Component: (await import('./register/Register.tsx')).Register }) },
  { path: 'new', lazy: async () => ({ Component: (await import('./registration/Registration.tsx')).Registration }) },
  {
    path: 'petitions/:number',
    lazy: async () => ({ Component: (await import('./petition/PetitionPage.tsx')).PetitionPage }),
  },
  { path: 'ownerships', lazy: async () => ({ Component: (await import('./ownership/Ownerships.tsx')).Ownerships }) },
  {
    path: 'ownerships/:petition',
    lazy: async () => ({ Component: (await import('./ownership/OwnershipPage.tsx')).OwnershipPage }),
  },
  { path: 'reports', lazy: async () => ({ Component: (await import('./reports/Reports.tsx')).Reports }) },
  { path: 'reports/:report', lazy: async () => ({ Component: (await import('./reports/ReportPage.tsx')).ReportPage }) },
  { path: 'supervision', lazy: async () => ({ Component: (await import('./supervision/Board.tsx')).Board }) },
  {
    path: 'supervision/:matter',
    lazy: async () => ({ Component: (await import('./supervision/MatterPage.tsx')).MatterPage }),
  },
  { path: 'mediations', lazy: async () => ({ Component: (await import('./mediations/Mediations.tsx')).Mediations }) },
  {
    path: 'mediations/new',
    lazy: async () => ({ Component: (await import('./mediations/OpenMediation.tsx')).OpenMediation }),
  },
  {
    path: 'mediations/:mediation',
    lazy: async () => ({ Component: (await import('./mediations/MediationPage.tsx')).MediationPage }),
  },
  { path: 'mediators', lazy: async () => ({ Component: (await import('./mediators/Mediators.tsx')).Mediators }) },
  { path: 'helpers', lazy: async () => ({ Component: (await import('./helpers/Helpers.tsx')).Helpers }) },
  { path: 'proposals', lazy: async () => ({ Component: (await import('./proposals/Proposals.tsx')).Proposals }) },
  { path: 'proposals/new', lazy: async () => ({ Component: (await import('./proposals/DraftPage.tsx')).DraftPage }) },
  {
    path: 'proposals/:proposal',
    lazy: async () => ({ Component: (await import('./proposals/ProposalPage.tsx')).ProposalPage }),
  },
  {
    path: 'proposals/:proposal/edit',
    lazy: async () => ({ Component: (await import('./proposals/DraftPage.tsx')).EditPage }),
  },
  { path: 'disputes', lazy: async () => ({ Component: (await import('./disputes/Disputes.tsx')).Disputes }) },
  { path: 'disputes/new', lazy: async () => ({ Component: (await import('./disputes/RecordPage.tsx')).RecordPage }) },
  { path: 'disputes/figures', lazy: async () => ({ Component: (await import('./disputes/Figures.tsx')).Figures }) },
  {
    path: 'disputes/:dispute',
    lazy: async () => ({ Component: (await import('./disputes/DisputePage.tsx')).DisputePage }),
  },
  { path: 'screenings', lazy: async () => ({ Component: (await import('./screening/Screenings.tsx')).Screenings }) },
  { path: 'screenings/new', lazy: async () => ({ Component: (await import('./screening/OpenPage.tsx')).OpenPage }) },
  { path: 'screenings/reports', lazy: async () => ({ Component: (await import('./screening/Reports.tsx')).Reports }) },
  {
    path: 'screenings/:screening',
    lazy: async () => ({ Component: (await import('./screening/ScreeningPage.tsx')).ScreeningPage }),
  },
  {
    path: 'screenings/:screening/:area',
    lazy: async () => ({ Component: (await import('./screening/AreaPage.tsx')).AreaPage }),
  },
  { path: 'visits', lazy: async () => ({ Component: (await import('./visits/Visits.tsx')).Visits }) },
  { path: 'visits/new', lazy: async () => ({ Component: (await import('./visits/PlanPage.tsx')).PlanPage }) },
  { path: 'visits/:visit', lazy: async () => ({ Component: (await import('./visits/VisitPage.tsx')).VisitPage }) },
  { path: 'visits/:visit/edit', lazy: async () => ({ Component: (await import('./visits/PlanPage.tsx')).EditPage }) },
  { path: 'readings', lazy: async () => ({ Component: (await import('./readings/Readings.tsx')).Readings }) },
  {
    path: 'readings/:reading',
    lazy: async () => ({ Component: (await import('./readings/ReadingPage.tsx')).ReadingPage }),
  },
  {
    path: 'receptions',
    lazy: async () => ({ Component: (await import('./receptions/Receptions.tsx')).Receptions }),
  },
  {
    path: 'receptions/bookings/:booking',
    lazy: async () => ({ Component: (await import('./receptions/BookingPage.tsx')).BookingPage }),
  },
  {
    path: 'receptions/:reception',
    lazy: async () => ({ Component: (await import('./receptions/ReceptionPage.tsx')).ReceptionPage }),
  },
  {
    path: 'conferences',
    lazy: async () => ({ Component: (await import('./conferences/Conferences.tsx')).Conferences }),
  },
  {
    path: 'conferences/bring',
    lazy: async () => ({ Component: (await import('./conferences/BringItem.tsx')).BringItem }),
  },
  {
    path: 'conferences/items/:item',
    lazy: async () => ({ Component: (await import('./conferences/ItemPage.tsx')).ItemPage }),
  },
  {
    path: 'conferences/meetings/:meeting',
    lazy: async () => ({ Component: (await import('./conferences/MeetingPage.tsx')).MeetingPage }),
  },
  {
    path: 'conferences/groups',
    lazy: async () => ({ Component: (await import('./conferences/Groups.tsx')).Groups }),
  },
  {
    path: 'conferences/groups/found',
    lazy: async () => ({ Component: (await import('./conferences/FoundGroup.tsx')).FoundGroup }),
  },
  {
    path: 'conferences/groups/:group',
    lazy: async () => ({ Component: (await import('./conferences/GroupPage.tsx')).GroupPage }),
  },
  {
    path: 'conferences/:organ/members',
    lazy: async () => ({ Component: (await import('./conferences/Members.tsx')).Members }),
  },
  {
    path: 'suggestions',
    lazy: async () => ({ Component: (await import('./suggestions/Suggestions.tsx')).Suggestions }),
  },
  {
    path: 'suggestions/:suggestion',
    lazy: async () => ({ Component: (await import('./suggestions/SuggestionPage.tsx')).SuggestionPage }),
  },
  { path: 'calls/new', lazy: async () => ({ Component: (await import('./calls/CallEditor.tsx')).NewCall }) },
  { path: 'calls/:call', lazy: async () => ({ Component: (await import('./calls/CallPage.tsx')).CallPage }) },
  { path: 'calls/:call/edit', lazy: async () => ({ Component: (await import('./calls/CallEditor.tsx')).EditCall }) },
  { path: 'organs', lazy: async () => ({ Component: (await import('./organs/OrganTree.tsx')).OrganTree }) },
  { path: 'accounts', lazy: async () => ({ Component: (await import('./accounts/Accounts.tsx')).Accounts }) },
  { path: 'erasures', lazy: async () => ({ Component: (await import('./erasure/Erasures.tsx')).Erasures }) },
  {
    path: 'erasures/:kind/:record',
    lazy: async () => ({ Component: (await import('./erasure/RecordErasure.tsx')).RecordErasure }),
  },
  {
    path: 'annual-report',
    lazy: async () => ({ Component: (await import('./annual-report/AnnualReport.tsx')).AnnualReport }),
  },
  { path: 'bulletins', lazy: async () => ({ Component: (await import('./bulletins/Bulletins.tsx')).Bulletins }) },
  {
    path: 'bulletins/new',
    lazy: async () => ({ Component: (await import('./bulletins/NewBulletin.tsx')).NewBulletin }),
  },
  {
    path: 'bulletins/:bulletin',
    lazy: async () => ({ Component: (await import('./bulletins/BulletinPage.tsx')).BulletinPage }),
  },
  {
    path: 'insight/answers',
    lazy: async () => ({ Component: (await import('./insight/answers/Answers.tsx')).Answers }),
  },
  {
    path: 'insight/answers/behind',
    lazy: async () => ({ Component: (await import('./insight/answers/AnswerCases.tsx')).AnswerCases }),
  },
  {
    path: 'insight/suggested',
    lazy: async () => ({ Component: (await import('./insight/suggested/Agreement.tsx')).Agreement }),
  },
  { path: 'figures', lazy: async () => ({ Component: (await import('./figures/Figures.tsx')).Figures }) },
  {
    path: 'responsibility',
    lazy: async () => ({ Component: (await import('./responsibility/Responsibility.tsx')).Responsibility }),
  },
  { path: 'assessment', lazy: async () => ({ Component: (await import('./assessment/Scorecard.tsx')).ScorecardPage }) },
  {
    path: 'assessment/letters',
    lazy: async () => ({ Component: (await import('./assessment/Letters.tsx')).Letters }),
  },
  {
    path: 'assessment/letters/:letter',
    lazy: async () => ({ Component: (await import('./assessment/LetterPage.tsx')).LetterPage }),
  },
  {
    path: 'assessment/circulated',
    lazy: async () => ({ Component: (await import('./assessment/Circulated.tsx')).Circulated }),
  },
  { path: 'calendars', lazy: async () => ({ Component: (await import('./calendars/Calendars.tsx')).Calendars }) },
  { path: 'told', lazy: async () => ({ Component: (await import('./extracts/Extracts.tsx')).Extracts }) },
  { path: 'house', lazy: async () => ({ Component: (await import('./house/HousePage.tsx')).HousePage }) },
  { path: 'backups', lazy: async () => ({ Component: (await import('./house/Backups.tsx')).BackupsPage }) },
  { path: 'law', lazy: async () => ({ Component: (await import('./house/LawPage.tsx')).LawPage }) },
  { path: 'clock', lazy: async () => ({ Component: (await import('./house/ClockPage.tsx')).ClockPage }) },
  { path: 'my-sign-in', lazy: async () => ({ Component: (await import('./session/MySignIn.tsx')).MySignIn }) },
  { path: '*', Component: NotFound },
]

/** Everything else is for whoever is signed in. */
function Inside() {
  return (
    <SessionProvider>
      <Outlet />
    </SessionProvider>
  )
}

const inside: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: PageBroke,
    children: [{ ErrorBoundary: PageBroke, children: pages }],
  },
  // A paper stands alone, without the frame, as it is printed.
  {
    path: 'petitions/:number/papers/:paper',
    ErrorBoundary: PageBroke,
    lazy: async () => ({ Component: (await import('./petition/PaperPage.tsx')).PaperPage }),
  },
  {
    path: 'visits/:visit/sheet',
    ErrorBoundary: PageBroke,
    lazy: async () => ({ Component: (await import('./visits/SheetPage.tsx')).SheetPage }),
  },
  {
    path: 'papers/:stream/:paper',
    ErrorBoundary: PageBroke,
    lazy: async () => ({ Component: (await import('./petition/PaperPage.tsx')).IssuedPaperPage }),
  },
]

const router = createBrowserRouter(
  [
    {
      ErrorBoundary: PageBroke,
      HydrateFallback: Skeleton as never,
      children: [
        // These bring their own proof of who comes.
        { path: 'sign-on', lazy: async () => ({ Component: (await import('./session/SignOnBack.tsx')).SignOnBack }) },
        {
          path: 'invitation',
          lazy: async () => ({ Component: (await import('./session/Invitation.tsx')).Invitation }),
        },
        // Opens without a network, so without asking the house who is there: what is shown was taken along by whoever signed in.
        {
          path: 'field/visits/:visit',
          lazy: async () => ({ Component: (await import('./visits/FieldPage.tsx')).FieldPage }),
        },
        {
          path: 'field/village',
          lazy: async () => ({ Component: (await import('./village/VillagePage.tsx')).VillagePage }),
        },
        { Component: Inside, children: inside },
      ],
    },
  ],
  { basename: '/desk' },
)

export const Routes = () => <RouterProvider router={router} />
