/** What is suggested before any case was confirmed: by the names in the code tables, the names of organs, and words that go with them. */
import { categories, categoryTree } from '../../law/codes/categories.ts'
import { petitionClasses } from '../../law/codes/purposes.ts'
import type { Recipe } from '../../text/classifier/features.ts'
import type { Model } from '../../text/classifier/model.ts'
import { readText } from '../../text/classifier/reading.ts'
import { type Example, train } from '../../text/classifier/training.ts'
import { dutyOf, hasDuty, type NamedOrgan } from './duties.ts'
import type { SuggestionTarget } from './target.ts'
import { wordsOfCategories, wordsOfClasses } from './telling-words.ts'

/** Words of a table are short, and each is there once. */
const ofTables: Recipe = {
  pairs: false,
  signs: [2, 3],
  signWeight: 1,
  leastTexts: 1,
  rarity: 1,
  lead: 0,
  telling: 0,
  cost: 1,
  family: 0,
}

/** The tables as texts: learned from with the confirmed cases, of which many outweigh them. */
export function examplesOfTables(target: SuggestionTarget, organs: Iterable<NamedOrgan>): readonly Example[] {
  switch (target) {
    case 'category':
      return ofCategories()
    case 'class':
      return petitionClasses.flatMap(({ id, zh }) => [zh, ...wordsOfClasses[id]].map((words) => of(id, words)))
    case 'organ':
      return ofDuties(dutiesIn(organs))
  }
}

const of = (label: string, words: string): Example => ({ label, text: readText(words) })

const ofCategories = (): readonly Example[] =>
  categories.flatMap(({ id, zh }) => {
    const branch = categoryTree.find((each) => id.startsWith(`${each.id}.`))
    const words = wordsOfCategories[id as keyof typeof wordsOfCategories]
    return [of(id, `${zh} ${branch?.zh ?? ''}`), of(id, words)]
  })

const dutiesIn = (organs: Iterable<NamedOrgan>): readonly string[] =>
  [...new Set([...organs].filter(hasDuty).map(({ name }) => dutyOf(name.zh)))].toSorted()

/** What an organ does is said by its name, and by the categories that go with such a name. */
const ofDuties = (named: readonly string[]): readonly Example[] =>
  named.flatMap((duty) => [of(duty, duty), ...wordsOfDuty(duty).map((words) => of(duty, words))])

/** What departments of these names answer for, wherever they are: part of a name → what people say. */
const duties: readonly (readonly [part: RegExp, categories: readonly (keyof typeof wordsOfCategories)[]])[] = [
  [
    /人力资源|人社/,
    [
      'labour.relations',
      'labour.wages',
      'labour.employment',
      'labour.employee-insurance',
      'labour.retirement',
      'labour.protection',
    ],
  ],
  [/医疗保障|医保/, ['labour.resident-insurance']],
  [/自然资源|国土/, ['land.requisition', 'land.administration', 'land.minerals', 'construction.planning']],
  [
    /住房|住建|建设/,
    ['construction.housing', 'construction.quality', 'construction.market', 'construction.houses-on-state-land'],
  ],
  [/城市管理|城管|综合执法/, ['construction.municipal']],
  [/教育/, ['education.administration', 'education.fees', 'education.admissions', 'education.teachers']],
  [
    /卫生|卫健/,
    ['health.medical-supervision', 'health.medical-disputes', 'health.public-health', 'health.family-planning'],
  ],
  [/生态环境|环境保护|环保/, ['environment.pollution', 'environment.administration']],
  [/市场监督|市场监管/, ['economy.market', 'economy.quality', 'health.food-and-drugs']],
  [/交通运输/, ['transport.passengers-and-goods', 'transport.taxis']],
  [/公安/, ['justice.criminal-cases', 'justice.public-order', 'justice.household-register', 'justice.traffic']],
  [/民政/, ['civil.social-assistance', 'civil.welfare', 'civil.social-services', 'civil.place-names']],
  [/退役军人/, ['civil.veterans', 'civil.officers', 'civil.special-care']],
  [
    /农业农村|农业/,
    [
      'rural.land-contracts',
      'rural.farm-subsidies',
      'rural.farm-supplies',
      'rural.animal-health',
      'rural.poverty-relief',
    ],
  ],
  [/水利|水务/, ['rural.water-works', 'rural.reservoir-resettlement']],
  [/林业|草原/, ['rural.forestry', 'rural.grassland', 'rural.wildlife']],
  [/应急/, ['economy.work-safety', 'civil.calamity-and-donations']],
  [/文化|旅游|体育/, ['education.culture', 'education.sport', 'education.heritage', 'commerce.tourism']],
  [/司法/, ['justice.legal-services', 'justice.reconsideration', 'justice.arbitration-and-mediation']],
  [/发展和改革|发改/, ['economy.planning', 'economy.energy']],
  [/财政|税务|金融/, ['economy.finance-and-tax']],
  [
    /纪律|纪委|监察/,
    ['discipline.bribery', 'discipline.abuse-of-power', 'discipline.dereliction', 'discipline.conduct'],
  ],
]

const wordsOfDuty = (duty: string): readonly string[] =>
  duties.flatMap(([part, of]) => (part.test(duty) ? of.map((category) => wordsOfCategories[category]) : []))

const made = new Map<string, Model>()

/** The model of the tables alone; of organs, of the duties that there are now. */
export function tableModel(target: SuggestionTarget, organs: Iterable<NamedOrgan>): Model {
  const key = target === 'organ' ? `organ ${dutiesIn(organs).join()}` : target
  const there = made.get(key)
  if (there) return there
  const model = train(examplesOfTables(target, organs), { recipe: ofTables })
  if (made.size >= mostMade) made.clear()
  made.set(key, model)
  return model
}

const mostMade = 8
