/** 领导首页: what waits for the leader who is signed in, on one screen and on a phone. Each part reads its own endpoint and stands by itself. */
import { Link } from 'react-router'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'
import { GoingWrong } from './GoingWrong.tsx'
import { Letters } from './Letters.tsx'
import { Listed } from './Listed.tsx'
import { MyCases } from './MyCases.tsx'
import { MyDays } from './MyDays.tsx'
import { MyVisits } from './MyVisits.tsx'
import { ReportsToClose } from './ReportsToClose.tsx'
import { ForUs, Overdue } from './TaskBlock.tsx'
import { ToSign } from './ToSign.tsx'
import './leading.css'

/** In the order of what one does first: what waits for one’s own hand, then one’s days, then what goes wrong. */
const blocks = [Letters, ReportsToClose, ToSign, Overdue, MyCases, MyDays, MyVisits, ForUs, GoingWrong, Listed] as const

export function LeadingHome() {
  const { words } = useLanguage()
  return (
    <Page title={words.leading.title} beside={<Link to="/worklist">{words.nav.worklist}</Link>}>
      <div className="leading">
        {blocks.map((Part) => (
          <Part key={Part.name} />
        ))}
      </div>
    </Page>
  )
}
