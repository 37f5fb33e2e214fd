/** 挂牌督办: matters of one’s area that stand in public, as everybody reads them. */
import { useQuery } from '@tanstack/react-query'
import type * as supervision from '../../../supervision/contract.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { useSession } from '../session/session-context.ts'
import { useSupervisionWords } from '../supervision/words.ts'
import { Block } from './Block.tsx'

const readAtOnce = 100
const shownAtOnce = 4

/** The part of a region’s code that all places inside it begin with. */
const within = (region: string): string => (region === '00' ? '' : region.replace(/(?:00)+$/, ''))

export function Listed() {
  const { words, pick, language } = useLanguage()
  const { said } = useSupervisionWords()
  const { organ } = useSession()
  const { find } = useDirectory()
  const board = useQuery({
    queryKey: ['supervision', 'board', 'open'],
    queryFn: ({ signal }) =>
      call<typeof supervision.readPublicBoard>(
        'GET',
        '/api/listed-matters',
        { query: { state: 'open', limit: readAtOnce } },
        { signal },
      ),
  })
  const own = find(organ.id)
  const isHere = (id: string) => own !== undefined && (find(id)?.region.startsWith(within(own.region)) ?? false)
  const rows = (board.data?.items ?? []).filter(({ organs }) => organs.some(({ id }) => isHere(id)))
  return (
    <Block
      title={words.leading.listed}
      count={rows.length}
      isBroken={rows.some(({ isOverdue }) => isOverdue)}
      to="/supervision"
      asked={board}
      none={words.leading.nothingListed}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.slice(0, shownAtOnce).map(({ kind, organs, category, place, due, isOverdue, openedOn }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what stands in public has no number to tell it apart
          <li key={at}>
            <span>
              {said('orderKind', kind)} · {pick(category)} · {pick(place)}
            </span>
            <div className="leading-foot">
              <span className="faint">{organs.map(pick).join(words.law.comma)}</span>
              <span className={isOverdue ? 'broken' : undefined}>{words.task.until(fullDay(due, language))}</span>
              <span className="faint">{words.leading.since(fullDay(openedOn, language))}</span>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
