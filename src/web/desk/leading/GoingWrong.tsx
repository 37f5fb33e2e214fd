/** 本地区的问题: duties that are broken or will be in a few days, by organ and never by petitioner, the oldest first. */
import { useLanguage } from '../locales/language.tsx'
import { useWarnings } from '../responsibility/responsibility.ts'
import { useResponsibilityWords } from '../responsibility/responsibility-words.ts'
import { useSession } from '../session/session-context.ts'
import { Block } from './Block.tsx'

const shownAtOnce = 5
/** What ends so soon is seen before it is broken. */
const daysAhead = 3

export function GoingWrong() {
  const { words, pick } = useLanguage()
  const { say } = useResponsibilityWords()
  const { organ } = useSession()
  const warnings = useWarnings(organ.id, daysAhead)
  const { fallen = [], coming = [] } = warnings.data ?? {}
  const rows = [...fallen, ...coming]
  return (
    <Block
      title={words.leading.wrong}
      count={fallen.length}
      isBroken
      to="/responsibility"
      asked={warnings}
      none={words.leading.nothingWrong}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.slice(0, shownAtOnce).map(({ organ: whose, source, rule, duty, lastDay, daysLeft, matters }) => (
          <li key={`${whose.id} ${source} ${rule} ${lastDay}`}>
            <span>{pick(duty)}</span>
            <div className="leading-foot">
              <span className="faint">{pick(whose)}</span>
              <span>{words.leading.matters(matters)}</span>
              <span className={daysLeft < 0 ? 'broken' : undefined}>
                {daysLeft < 0 ? say.late(-daysLeft) : daysLeft === 0 ? say.today : say.inDays(daysLeft)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
