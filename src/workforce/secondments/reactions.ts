/**
 * What secondments do about facts: the account's post at the bureau opens with what was agreed and ends with it, and an organ that is
 * reformed away is followed by whoever carries it on.
 */
import type { Consumer } from '../../engine/consumer.ts'
import type { AccountId } from '../../identity/account.ts'
import type { SeatHeld } from '../../identity/account-tables.ts'
import { actOnAccount, type Office } from '../../identity/administration.ts'
import type { OrganFact } from '../../identity/organ.ts'
import { isAfter, isBefore } from '../../kernel/day.ts'
import { hasEnded } from '../../kernel/term.ts'
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
    follows: [
      ...(['SecondmentAgreed', 'SecondmentEnded', 'SecondmentWithdrawn'] as const),
      'SecondmentPassedOn',
    ] satisfies readonly SecondmentFact['type'][],
    async react({ stream }) {
      if (!stream.startsWith(secondmentPrefix)) return
      const secondment = await secondmentOfHouse(house, stream)
      if (secondment !== null && secondment.agreedOn !== null) await followPost(house, office, secondment)
    },
  }
}

async function followPost(house: SecondmentHouse, office: Office, secondment: Secondment): Promise<void> {
  const { host, home, post, term, stage } = secondment
  const today = house.today()
  const seat = await postAt(house, secondment)
  const standing = seat !== null && !hasEnded(seat, today) ? seat : null
  const act = actOn(office, secondment.account)
  const own = { organ: host, post } as const
  if (stage === 'declined' || isBefore(term.until, today)) {
    if (standing !== null && isOfTerm(standing, secondment)) await act({ type: 'RevokePost', ...own })
    return
  }
  if (standing !== null && standing.secondedFrom !== null) {
    if (standing.until !== term.until) await act({ type: 'ChangePostEnd', ...own, until: term.until })
    return
  }
  // one that was given by hand in the meantime would let them past the firewall
  if (standing !== null) await act({ type: 'RevokePost', ...own })
  const from = isBefore(term.from, today) ? today : term.from
  await act({ type: 'GrantPost', ...own, from, until: term.until, secondedFrom: home })
}

/** Whether a post is the one that was given for this secondment, and not for a later one: that begins after the return from this. */
function isOfTerm({ secondedFrom, from, until }: SeatHeld, { stage, term }: Secondment): boolean {
  if (secondedFrom === null) return false
  return stage === 'declined' ? from === term.from && until === term.until : !isAfter(from, term.until)
}

/** What is refused is refused for good (a closed account, a post that ended): the page shows the post as the account has it. */
const actOn = (office: Office, account: string) => (body: Parameters<typeof actOnAccount>[2]) =>
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
