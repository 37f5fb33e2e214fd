/**
 * What secondments do about facts: the account's post at the bureau opens with what was agreed and ends with it, and an organ that is
 * reformed away is followed by whoever carries it on.
 */
import type { Consumer } from '../../engine/consumer.ts'
import type { AccountId } from '../../identity/account.ts'
import { actOnAccount, type Office } from '../../identity/administration.ts'
import type { OrganFact } from '../../identity/organ.ts'
import { isBefore } from '../../kernel/day.ts'
import { commandSecondment } from './commanding.ts'
import type { SecondmentHouse } from './house.ts'
import { postAt, secondmentOfHouse } from './queries.ts'
import { secondmentRoom } from './room.ts'
import type { Secondment, SecondmentFact } from './secondment.ts'

const secondmentPrefix = `${secondmentRoom.name}:`
const viewer = { kind: 'system', task: 'secondments' } as const

/**
 * The post says where its holder comes from, so that from its first day whatever accuses that organ or names its officials is kept from
 * them (docs/adr/0066). Asking twice changes nothing: it looks at what was agreed and at what the account has.
 */
export function secondmentPostReaction(house: SecondmentHouse, office: Office): Consumer {
  return {
    name: 'secondment-posts',
    follows: ['SecondmentAgreed', 'SecondmentEnded', 'SecondmentWithdrawn'] satisfies readonly SecondmentFact['type'][],
    async react({ stream }) {
      if (!stream.startsWith(secondmentPrefix)) return
      const secondment = await secondmentOfHouse(house, stream)
      if (secondment !== null) await followPost(house, office, secondment)
    },
  }
}

async function followPost(house: SecondmentHouse, office: Office, secondment: Secondment): Promise<void> {
  const { account, host, home, post, term, stage, agreedOn } = secondment
  if (agreedOn === null) return
  const today = house.today()
  const held = await postAt(house, secondment)
  const own = { organ: host, post } as const
  if (stage === 'declined') {
    if (held !== null) await act(office, account, { type: 'RevokePost', ...own })
    return
  }
  if (held === null) {
    if (isBefore(term.until, today)) return
    const from = isBefore(term.from, today) ? today : term.from
    await act(office, account, { type: 'GrantPost', ...own, from, until: term.until, secondedFrom: home })
    return
  }
  if (held.until !== term.until) await act(office, account, { type: 'ChangePostEnd', ...own, until: term.until })
}

/** What is refused is refused for good (a closed account, a post that ended): the page shows the post as the account has it. */
const act = (office: Office, account: string, body: Parameters<typeof actOnAccount>[2]) =>
  actOnAccount(office, account as AccountId, body, viewer)

const organPrefix = 'organ:'
const pageSize = 200
const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished']

/** 分立、合并、撤销 (art. 24 (2)). Asking twice changes nothing. */
export function secondmentReformReaction(house: SecondmentHouse): Consumer {
  return {
    name: 'secondment-reform',
    follows: reforms,
    async react({ stream, fact }) {
      if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      const organ = stream.slice(organPrefix.length)
      for (let after = ''; ; ) {
        const { rows } = await house.work.query<{ stream_id: string }>(
          'select stream_id from secondment_party where organ = $1 and stream_id > $2 order by stream_id limit $3',
          [organ, after, pageSize],
        )
        for (const row of rows)
          await commandSecondment(house, { stream: row.stream_id, type: 'PassSecondmentOn', body: {}, viewer })
        const last = rows.at(-1)
        if (!last || rows.length < pageSize) return
        after = last.stream_id
      }
    },
  }
}
