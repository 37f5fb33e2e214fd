import type { PetitionClass } from '../law.ts'

/**
 * The three classes of the Regulations, and the purposes (信访目的) that clerks record.
 *
 * Classes: 信访工作条例 arts. 29–31 [A]. Purposes: values observed in published source code of real systems [S];
 * 咨询 was seen in some of them only. Which class a purpose leads to is ours [D]: 意见建议 → 建议意见, 揭发控告 →
 * 检举控告, 申诉 and 求决 → 申诉求决. 咨询 and 其他 lead to no class by themselves: a person decides, because the class
 * decides which law applies. Official code numbers were not found.
 */
export const petitionClasses = [
  { id: 'suggestion', zh: '建议意见', en: 'Suggestion', basis: '信访工作条例 art. 29' },
  { id: 'accusation', zh: '检举控告', en: 'Accusation', basis: '信访工作条例 art. 30' },
  { id: 'appeal', zh: '申诉求决', en: 'Appeal or request for resolution', basis: '信访工作条例 art. 31' },
] as const satisfies readonly { id: PetitionClass; zh: string; en: string; basis: string }[]

export const purposes = [
  { id: 'appeal', zh: '申诉', en: 'Appeal', leadsTo: 'appeal' },
  { id: 'resolution', zh: '求决', en: 'Request for resolution', leadsTo: 'appeal' },
  { id: 'accusation', zh: '揭发控告', en: 'Accusation', leadsTo: 'accusation' },
  { id: 'suggestion', zh: '意见建议', en: 'Opinion or suggestion', leadsTo: 'suggestion' },
  { id: 'inquiry', zh: '咨询', en: 'Inquiry', leadsTo: null },
  { id: 'other', zh: '其他', en: 'Other', leadsTo: null },
] as const satisfies readonly { id: string; zh: string; en: string; leadsTo: PetitionClass | null }[]

export type PurposeId = (typeof purposes)[number]['id']

const byId = new Map<string, (typeof purposes)[number]>(purposes.map((purpose) => [purpose.id, purpose]))

export const findPurpose = (id: string): (typeof purposes)[number] | undefined => byId.get(id)
