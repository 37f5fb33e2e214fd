/** What training does about facts: a newer certificate stands in the place of an older one, and an organ that is reformed away is followed. */
import type { Consumer } from '../../engine/consumer.ts'
import type { OrganFact } from '../../identity/organ.ts'
import { commandCourse, commandEnrolment } from './commanding.ts'
import type { EnrolmentFact } from './enrolment.ts'
import type { TrainingHouse } from './house.ts'
import { certificatesBeside } from './queries.ts'
import { enrolmentRoom } from './room.ts'

const viewer = { kind: 'system', task: 'training' } as const

/** Asking twice changes nothing: what was replaced holds no longer. */
export function certificateReaction(house: TrainingHouse): Consumer {
  return {
    name: 'training-certificates',
    follows: ['CertificateIssued'] satisfies readonly EnrolmentFact['type'][],
    async react({ stream, fact }) {
      if (!stream.startsWith(`${enrolmentRoom.name}:`) || fact.type !== 'CertificateIssued') return
      const { account, kind, until } = fact as Extract<EnrolmentFact, { type: 'CertificateIssued' }>
      for (const older of await certificatesBeside(house, { account, kind, until, but: stream }))
        await commandEnrolment(house, { stream: older, type: 'ReplaceCertificate', body: {}, viewer })
    },
  }
}

const organPrefix = 'organ:'
const pageSize = 200
const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished']

const parties = { course: 'course_party', enrolment: 'enrolment_party' } as const

/** 分立、合并、撤销 (art. 24 (2)). Asking twice changes nothing. */
export function trainingReformReaction(house: TrainingHouse): Consumer {
  return {
    name: 'training-reform',
    follows: reforms,
    async react({ stream, fact }) {
      if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      const organ = stream.slice(organPrefix.length)
      await eachOf(house, 'course', organ, (found) =>
        commandCourse(house, { stream: found, type: 'PassCourseOn', body: {}, viewer }),
      )
      await eachOf(house, 'enrolment', organ, (found) =>
        commandEnrolment(house, { stream: found, type: 'PassEnrolmentOn', body: {}, viewer }),
      )
    },
  }
}

async function eachOf(
  house: TrainingHouse,
  of: keyof typeof parties,
  organ: string,
  act: (stream: string) => Promise<unknown>,
): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await house.work.query<{ stream_id: string }>(
      `select stream_id from ${parties[of]} where organ = $1 and stream_id > $2 order by stream_id limit $3`,
      [organ, after, pageSize],
    )
    for (const { stream_id } of rows) await act(stream_id)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.stream_id
  }
}
