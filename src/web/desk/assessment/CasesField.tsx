/** Chooses among the cases behind an issued figure: those that are not in the numerator first, because they are what is objected to. */
import { Checkbox } from 'antd'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { useIssuedCases } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import type { CaseOf } from './LetterActDialog.tsx'

interface CasesFieldProps {
  readonly value?: readonly CaseOf[]
  readonly onChange?: (cases: readonly CaseOf[]) => void
  readonly letter: string
  readonly issue: string
  readonly indicator: string
}

const most = 100
const isSame = (one: CaseOf, other: CaseOf): boolean => one.stream === other.stream && one.item === other.item

export function CasesField({ value = [], onChange = () => {}, letter, issue, indicator }: CasesFieldProps) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  const list = useIssuedCases(letter, issue, indicator, 'all')
  if (list.isPending) return <Skeleton lines={4} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const cases = list.data.pages
    .flatMap(({ items }) => items)
    .toSorted((a, b) => Number(a.isInNumerator) - Number(b.isInNumerator))
  if (cases.length === 0) return <Nothing title={say.noCases} />
  return (
    <div className="cases-field">
      {cases.map((each) => {
        const { stream, item, outcomeWords, day } = each
        const isChosen = value.some((one) => isSame(one, each))
        return (
          <Checkbox
            key={`${stream} ${item}`}
            checked={isChosen}
            disabled={!isChosen && value.length >= most}
            onChange={() =>
              onChange(isChosen ? value.filter((one) => !isSame(one, each)) : [...value, { stream, item }])
            }
          >
            {stream.includes(':') ? stream.slice(stream.indexOf(':') + 1) : shownNumber(stream)}{' '}
            <span className="mark">{pick(outcomeWords)}</span> <span className="faint">{day}</span>
          </Checkbox>
        )
      })}
      {list.hasNextPage && <More hasMore isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />}
    </div>
  )
}
