/** The topics in words: why something is refused. */
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'

export type TopicRefusal = { readonly kind: 'no-such-topic' } | { readonly kind: 'period-ends-before-start' }

export const statusOfTopicRefusal = {
  'no-such-topic': 404,
  'period-ends-before-start': 422,
} as const satisfies Record<TopicRefusal['kind'], RefusalStatus>

export const explainTopic = ({ kind }: TopicRefusal): Bilingual => sentences[kind]

const sentences: Readonly<Record<TopicRefusal['kind'], Bilingual>> = {
  'no-such-topic': say(
    '没有这个热点问题，或者其中您有权查阅的信访事项不足三件。',
    'There is no such topic, or fewer than three of its petitions are yours to see.',
  ),
  'period-ends-before-start': say('起始日不能晚于截止日。', 'The first day is not after the last.'),
}
