/** What themes do about facts: a step becomes a task, and an organ that is reformed away is followed by whoever carries it on. */
import type { Consumer } from '../../engine/consumer.ts'
import type { OrganFact } from '../../identity/organ.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { readProse } from '../../kernel/prose.ts'
import { giveTask } from '../../tasks/giving.ts'
import { commandTheme } from './commanding.ts'
import type { ThemeHouse } from './house.ts'
import { themeOfHouse } from './queries.ts'
import { themeRoom } from './room.ts'
import type { ThemeFact, ThemeFactOf } from './theme.ts'

const themePrefix = `${themeRoom.name}:`
const viewer = { kind: 'system', task: 'themes' } as const

/** 分解任务: each step is a task of the organ that it names, which the bureau closes. */
export function themeStepReaction(house: ThemeHouse): Consumer {
  return {
    name: 'theme-steps',
    follows: ['ThemeStepAdded'] satisfies readonly ThemeFact['type'][],
    async react({ stream, fact: recorded }) {
      if (!stream.startsWith(themePrefix)) return
      const fact = recorded as ThemeFact
      if (fact.type === 'ThemeStepAdded') await give(house, stream, fact)
    },
  }
}

async function give(house: ThemeHouse, stream: string, { key, organ, what, due }: ThemeFactOf<'ThemeStepAdded'>) {
  const theme = await themeOfHouse(house, stream)
  if (theme === null) return
  const { rows } = await house.work.query<Box>(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, what.ref],
  )
  const said = (await openPieces(house.keys, rows)).get(what.ref)
  const prose = said === undefined ? undefined : readProse(said, { max: 20_000 })
  if (prose === undefined || !prose.ok) return
  await giveTask(house, {
    origin: { kind: 'theme', stream, key },
    ...{ giver: theme.governor, givenBy: null, organ, officer: null, what: prose.value, due, petitions: [] },
    shownTo: [theme.owner.organ].filter((owner) => owner !== theme.governor && owner !== organ),
  })
}

const organPrefix = 'organ:'
const pageSize = 200
const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished']

/** 分立、合并、撤销 (art. 24 (2)). Asking twice changes nothing. */
export function themeReformReaction(house: ThemeHouse): Consumer {
  return {
    name: 'theme-reform',
    follows: reforms,
    async react({ stream, fact }) {
      if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      const organ = stream.slice(organPrefix.length)
      for (let after = ''; ; ) {
        const { rows } = await house.work.query<{ stream_id: string }>(
          `select stream_id from theme_party where organ = $1 and part <> 'doer' and stream_id > $2 order by stream_id limit $3`,
          [organ, after, pageSize],
        )
        for (const row of rows)
          await commandTheme(house, { stream: row.stream_id, type: 'PassThemeOn', body: {}, viewer })
        const last = rows.at(-1)
        if (!last || rows.length < pageSize) return
        after = last.stream_id
      }
    },
  }
}
