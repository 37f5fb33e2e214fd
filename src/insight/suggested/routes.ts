/** HTTP for what is suggested. Nothing here chooses, and nothing is kept of what is asked. */
import { ok } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import * as wire from './contract.ts'
import type { SuggestedHouse } from './house.ts'
import { readAgreementOf } from './queries.ts'
import { suggestFor, textToSuggestFor } from './suggesting.ts'

export const suggestedRoutes = (house: SuggestedHouse): AnyRoom =>
  room<never>({
    name: 'suggested',
    title: { zh: '分类建议', en: 'Suggestions at registration' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [
      route(wire.suggestAtRegistration, (call) => answerOffer(house, call)),
      route(wire.readAgreement, async () => ok(await readAgreementOf(house))),
    ],
  })

async function answerOffer(house: SuggestedHouse, { viewer, body }: Call<typeof wire.suggestAtRegistration>) {
  const { title, text, place, class: petitionClass = 'appeal', about } = body
  const own = house.directory.find(viewer.organ)?.region ?? ''
  return ok(
    await suggestFor(house, {
      text: textToSuggestFor(title?.text ?? '', text.text),
      place: place ?? own,
      ...{ class: petitionClass, about },
    }),
  )
}
