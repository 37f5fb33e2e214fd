import { useState } from 'react'
import { useParams } from 'react-router'
import type { ActionView } from '../../../petition/views.ts'
import { FromPetition as ToConference } from '../conferences/FromPetition.tsx'
import { DisputesOf } from '../disputes/DisputesOf.tsx'
import { PetitionHelpers } from '../helpers/PetitionHelpers.tsx'
import { AnswersOfPetition } from '../insight/answers/OfPetition.tsx'
import { ExemplaryOfPetition } from '../insight/exemplary/OfPetition.tsx'
import { useIsWide } from '../layout/media.ts'
import { usePageTitle } from '../layout/page.tsx'
import { SideBlocks } from '../layout/SideBlocks.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { useShortcuts } from '../layout/shortcuts.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { MediationsOfPetition } from '../mediations/OfSubject.tsx'
import { OwnershipOfPetition } from '../ownership/OfPetition.tsx'
import { FromPetition } from '../proposals/FromPetition.tsx'
import { ReadingsOfPetition } from '../readings/OfPetition.tsx'
import { ReferralsOfPetition } from '../referrals/OfPetition.tsx'
import { ReliefOfPetition } from '../relief/OfPetition.tsx'
import { RepeatsOfPetition } from '../repeats/OfPetition.tsx'
import { SuggestionOf } from '../suggestions/SuggestionOf.tsx'
import { OfPetition } from '../supervision/OfPetition.tsx'
import { VisitsOf } from '../visits/VisitsOf.tsx'
import { ActionForm } from './ActionForm.tsx'
import { Actions } from './Actions.tsx'
import { Assisting } from './Assisting.tsx'
import { Clocks } from './clocks.tsx'
import { Columns } from './columns.tsx'
import { FactsColumn } from './facts.tsx'
import { History } from './History.tsx'
import { Papers } from './Papers.tsx'
import { type PetitionView, usePetition } from './petition.ts'
import { Questions } from './Questions.tsx'
import { type Renewal, RenewedKey } from './RenewedKey.tsx'
import type { Opening } from './seals.tsx'
import { StageMark, shownNumber, UrgentMark } from './words.tsx'
import './petition.css'

/** One petition, whole: left the facts and claims, middle the history, right what can be done now. */
export function PetitionPage() {
  const { number = '' } = useParams()
  const petition = usePetition(number)
  if (petition.isPending) return <Skeleton lines={14} />
  // What is here stays here when reading it again fails: a key that is shown once may be on the page.
  if (petition.data === undefined) return <Trouble error={petition.error} onRetry={() => petition.refetch()} />
  return <Whole key={number} petition={petition.data} />
}

function Whole({ petition }: { readonly petition: PetitionView }) {
  const { words, pick } = useLanguage()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [renewal, setRenewal] = useState<Renewal | null>(null)
  const isWide = useIsWide()
  const setAction = (action: ActionView) => setChosen({ action, start: {} })
  usePageTitle(petition.title)
  const chooseByName = (name: string) => {
    const found = petition.actions.find((one) => one.action === name)
    if (found?.allowed) setAction(found)
  }
  const open = (opening: Opening) => {
    const action = petition.actions.find((one) => one.action === 'open-seal')
    // A file needs few words; why somebody wants to know who petitions, or what is accused, they say themselves.
    const start = opening.seal === 'material' ? opening : { ...opening, reason: '' }
    if (action) setChosen({ action, start })
  }
  useShortcuts(words.help.petition, [
    { keys: 'c', says: words.help.contact, run: () => chooseByName('record-contact') },
    { keys: 's', says: words.help.serve, run: () => chooseByName('serve') },
    { keys: 'm', says: words.help.material, run: () => chooseByName('add-material') },
  ])
  if (renewal) return <RenewedKey {...renewal} petition={petition} onDone={() => setRenewal(null)} />
  return (
    <div className="petition">
      <header className="petition-head">
        <div>
          <h1>
            {petition.urgent && <UrgentMark />}
            {petition.title}
          </h1>
          <p className="petition-line">
            <span className="petition-number">{shownNumber(petition.number)}</span>
            <StageMark stage={petition.stage} />
            <span className="soft">{words.petition.heldBy(pick(petition.holder))}</span>
          </p>
        </div>
      </header>
      <Columns
        isWide={isWide}
        names={{ facts: words.petition.tabFacts, history: words.petition.tabHistory, side: words.petition.tabNow }}
        facts={<FactsColumn petition={petition} onOpen={open} />}
        history={
          <>
            <Questions petition={petition} />
            <Assisting petition={petition} />
            <History petition={petition} />
          </>
        }
        side={
          <>
            <Clocks petition={petition} />
            <Actions petition={petition} onChoose={setAction} />
            <Beside petition={petition} />
            <Papers petition={petition} />
          </>
        }
      />
      {chosen && (
        <ActionForm
          key={JSON.stringify([chosen.action.action, chosen.start])}
          {...chosen}
          petition={petition}
          onClose={() => setChosen(null)}
          onRenewed={setRenewal}
        />
      )}
    </div>
  )
}

/** What lies in other rooms: who presses it and who owns it first, then who reads, visits and helps, then what is made of it. */
function Beside({ petition }: { readonly petition: PetitionView }) {
  const { number } = petition
  return (
    <SideBlocks
      blocks={[
        { key: 'supervision', block: <OfPetition petition={petition} /> },
        { key: 'answers', block: <AnswersOfPetition petition={petition} /> },
        { key: 'ownership', block: <OwnershipOfPetition number={number} /> },
        {
          key: 'readings',
          block: <ReadingsOfPetition number={number} isAccusation={petition.class === 'accusation'} />,
        },
        { key: 'repeats', block: <RepeatsOfPetition petition={petition} /> },
        { key: 'exemplary', block: <ExemplaryOfPetition petition={petition} /> },
        { key: 'referrals', block: <ReferralsOfPetition petition={petition} /> },
        { key: 'relief', block: <ReliefOfPetition petition={petition} /> },
        { key: 'visits', block: <VisitsOf number={number} /> },
        { key: 'dispute', block: <DisputesOf number={number} /> },
        {
          key: 'mediations',
          block: (
            <MediationsOfPetition
              number={number}
              mayOffer={petition.class !== 'accusation' && petition.endedOn === null}
            />
          ),
        },
        { key: 'helpers', block: <PetitionHelpers petition={petition} /> },
        { key: 'conference', block: <ToConference number={number} /> },
        { key: 'suggestion', block: <SuggestionOf petition={petition} /> },
        { key: 'proposals', block: <FromPetition number={number} /> },
      ]}
    />
  )
}

/** What was chosen to be done, and what of it is settled already. */
interface Chosen {
  readonly action: ActionView
  readonly start: Readonly<Record<string, unknown>>
}
