/** The pages of one followed petition: read with the key, one thing each. */

import type { FunctionComponent } from 'preact'
import { useLocation, useRoute } from 'preact-iso'
import { TroubleBox } from '../form/trouble.tsx'
import { useWords } from '../shell/language.tsx'
import { NotFound } from '../shell/lost.tsx'
import { useOnce } from '../shell/once.ts'
import { Loading, Page } from '../shell/page.tsx'
import type { Opener } from '../wire/api.ts'
import { Act } from './act.tsx'
import { Clocks } from './clocks.tsx'
import { Content } from './content.tsx'
import { DocumentPage, Documents } from './documents.tsx'
import { type FollowedProps, Leave } from './follow-page.tsx'
import { History } from './history.tsx'
import { Looks } from './looks.tsx'
import { heldOpener } from './opener.ts'
import { Overview } from './overview.tsx'
import { OwnedPage } from './owned.tsx'
import { AskForAnother, GiveView } from './owned-forms.tsx'
import { usePetition } from './petition.ts'
import { Proof } from './proof.tsx'
import { ReferredPage } from './referred.tsx'
import { ReferredAct } from './referred-act.tsx'
import { ReliefPage } from './relief.tsx'
import { ReliefAct } from './relief-act.tsx'
import { ContestAnswer, ReportMisconduct } from './report-forms.tsx'
import { Reports } from './reports.tsx'
import { TellFollowed } from './told-words.tsx'

const pages: Readonly<Record<string, FunctionComponent<FollowedProps>>> = {
  '': Overview,
  history: History,
  clocks: Clocks,
  documents: Documents,
  document: DocumentPage,
  looks: Looks,
  content: Content,
  proof: Proof,
  reports: Reports,
  report: ReportMisconduct,
  contest: ContestAnswer,
  owned: OwnedPage,
  'owned-view': GiveView,
  'another-owner': AskForAnother,
  referred: ReferredPage,
  'referred-act': ReferredAct,
  relief: ReliefPage,
  'relief-act': ReliefAct,
  do: Act,
}

export function Followed() {
  const { route } = useLocation()
  const opener = heldOpener()
  useOnce(() => {
    if (!opener) route('/follow?again', true)
  })
  return opener ? (
    <TellFollowed>
      <Opened opener={opener} />
    </TellFollowed>
  ) : (
    <Loading />
  )
}

function Opened({ opener }: { opener: Opener }) {
  const words = useWords()
  const { params } = useRoute()
  const { petition, trouble, refresh } = usePetition(opener)
  const page = params.page ?? ''
  const View = pages[page]
  if (!View) return <NotFound />
  if (trouble && !petition) {
    return (
      <Page title={words.follow.title}>
        <TroubleBox trouble={trouble} />
        <div class="buttons">
          <button type="button" class="button" onClick={refresh}>
            {words.actions.again}
          </button>
          <Leave />
        </div>
      </Page>
    )
  }
  if (!petition) return <Loading title={words.follow.title} />
  const item = params.item ?? ''
  return <View key={`${page}/${item}`} petition={petition} opener={opener} refresh={refresh} item={item} />
}
