import { useState } from 'react'
import { useParams } from 'react-router'
import { FromPetition } from '../conferences/FromPetition.tsx'
import { useIsWide } from '../layout/media.ts'
import { usePageTitle } from '../layout/page.tsx'
import { SideBlocks } from '../layout/SideBlocks.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OwnershipOfPetition } from '../ownership/OfPetition.tsx'
import { Columns } from '../petition/columns.tsx'
import { StageMark, shownNumber } from '../petition/words.tsx'
import { ActDrawer } from './ActDrawer.tsx'
import { Findings } from './Findings.tsx'
import { MatterActs } from './MatterActs.tsx'
import { MatterHistory } from './MatterHistory.tsx'
import { OpenOrder } from './OpenOrder.tsx'
import { OrderFile } from './OrderFile.tsx'
import { Subject } from './Subject.tsx'
import { type MatterView, type SupervisionAction, useMatter } from './supervision.ts'
import { useMatterTitle, useSupervisionWords } from './words.ts'
import '../petition/petition.css'
import './supervision.css'

/** One matter under supervision: left what it is about, middle what was found and each order as a file, right what can be done. */
export function MatterPage() {
  const { matter = '' } = useParams()
  const read = useMatter(matter)
  if (read.isPending) return <Skeleton lines={14} />
  // What is here stays here when reading it again fails: something may be half written.
  if (read.data === undefined) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={matter} matter={read.data} />
}

function Whole({ matter }: { readonly matter: MatterView }) {
  const isWide = useIsWide()
  const { pick } = useLanguage()
  const { say } = useSupervisionWords()
  const title = useMatterTitle()(matter.subject)
  const [chosen, choose] = useState<SupervisionAction | null>(null)
  usePageTitle(title)
  const close = () => choose(null)
  return (
    <div className="petition matter">
      <header className="petition-head">
        <h1>{title}</h1>
        <Line matter={matter} />
      </header>
      <Columns
        isWide={isWide}
        names={{ facts: say.matter.tabSubject, history: say.matter.tabFile, side: say.matter.tabNow }}
        facts={
          <>
            <Subject matter={matter} />
            <MatterHistory matter={matter} />
          </>
        }
        history={
          <>
            <Findings findings={matter.findings} />
            <section className="file">
              <h2>{say.matter.orders}</h2>
              {matter.orders.length === 0 && <p className="faint">{say.matter.noOrder}</p>}
              {matter.orders.toReversed().map((order) => (
                <OrderFile key={order.ref} order={order} matter={matter} />
              ))}
            </section>
          </>
        }
        side={
          <>
            <MatterActs matter={matter} onChoose={choose} />
            {matter.subject.kind === 'petition' && matter.subject.title !== null && (
              <Beside number={matter.subject.number} />
            )}
          </>
        }
      />
      {chosen?.action === 'open' && <OpenOrder on={{ is: 'matter', matter, title: pick(chosen) }} onClose={close} />}
      {chosen && chosen.action !== 'open' && (
        <ActDrawer key={`${chosen.action}/${chosen.on}`} action={chosen} matter={matter} onClose={close} />
      )}
    </div>
  )
}

/** A leader who owns what is supervised, what was brought before a conference about it, and the ways to both. Whoever may not see the petition sees nothing here. */
const Beside = ({ number }: { readonly number: string }) => (
  <SideBlocks
    blocks={[
      { key: 'ownership', block: <OwnershipOfPetition number={number} isQuiet /> },
      { key: 'conference', block: <FromPetition number={number} kind="measure" /> },
    ]}
  />
)

function Line({ matter: { subject, supervisors } }: { readonly matter: MatterView }) {
  const { words, pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  return (
    <p className="petition-line">
      {subject.kind === 'petition' && (
        <>
          {subject.title !== null && <span className="petition-number">{shownNumber(subject.number)}</span>}
          <StageMark stage={subject.stage} />
          <span className="soft">{words.petition.heldBy(pick(subject.holder))}</span>
        </>
      )}
      <span className="soft">
        {say.matter.supervisors}
        {words.colon}
        {supervisors.map(pick).join(language === 'zh' ? '、' : ', ')}
      </span>
    </p>
  )
}
