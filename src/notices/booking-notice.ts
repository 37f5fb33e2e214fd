/** What somebody is told who asked to be received by a leader: when, and never about what. Pure. */
import type { ToldFact } from '../leadership/reception/outgoing.ts'
import type { Told } from '../leadership/reception/telling.ts'
import { type Bilingual, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import type { Message } from './notice.ts'

type Standing = Pick<Told, 'reference' | 'phone' | 'place' | 'isOff' | 'day' | 'slot'>

/** Why they are told at all: what happened, before how it stands now. */
const happened: Readonly<Partial<Record<ToldFact, Bilingual>>> = {
  ReceptionChanged: say('接访安排有变动', 'the day was changed'),
  LeaderSubstituted: say('接访领导有变动', 'another leader receives'),
}

/** One message by telephone. Telephones are shared, so it says neither who receives nor what somebody wants to speak about. */
export function bookingMessage(fact: ToldFact, told: Standing, lookAt: string): Message {
  const shown = told.reference.replace(/(\d{4})(?=\d)/g, '$1-')
  const now = standingOf(told)
  const before = told.isOff ? undefined : happened[fact]
  const zh = before ? `${before.zh}；${now.zh}` : now.zh
  const en = before ? `${before.en}; ${now.en}` : now.en
  return {
    ...{ channel: 'sms', to: told.phone, subject: `预约 ${shown}` },
    text: `您的预约 ${shown}：${zh}。请凭预约编号和凭证查看：${lookAt}\nYour booking ${shown}: ${en}. Look it up with reference number and key: ${lookAt}`,
  }
}

function standingOf({ place, isOff, day, slot }: Standing): Bilingual {
  const on = dayInWords(day)
  if (isOff)
    return say(
      `${on.zh}这一天取消了，请查看改约的日子`,
      `${on.en} is called off; please see which day is offered instead`,
    )
  switch (place) {
    case 'seat':
      return say(
        `您有名额，请于${on.zh}${slot ?? ''}前到场签到`,
        `you have a seat; please be there on ${on.en} by ${slot ?? ''}`,
      )
    case 'waiting':
      return say(
        `您在候补，有名额空出时按抽签次序递补（${on.zh}）`,
        `you are on the waiting list for ${on.en}; a seat that becomes free goes by the order of the draw`,
      )
    case 'gathering':
      return say(`接访日是${on.zh}，截止后抽签`, `the day is ${on.en}; seats are drawn when requests are closed`)
    case 'gone':
      return say('请改约另一天', 'please choose another day')
  }
}
