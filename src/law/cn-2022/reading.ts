import { decided } from '../basis.ts'
import type { InstructionTemplate } from '../reading.ts'

/** 阅办 (art. 18 (2)) has no form of words. None of these says how to answer, or by another day than the law's. */
export const instructionTemplates = {
  handle: {
    zh: '请{organ}依法研究办理，并于{day}前报告结果。',
    en: '{organ}: please deal with this by law and report the result by {day}.',
    span: { unit: 'days', count: 15 },
    basis: decided('0037'),
  },
  lookInto: {
    zh: '请{organ}核实有关情况，并于{day}前报告。',
    en: '{organ}: please find out what is true and report by {day}.',
    span: { unit: 'days', count: 7 },
    basis: decided('0037'),
  },
  hear: {
    zh: '请{organ}负责同志当面听取信访人意见，并于{day}前报告情况。',
    en: '{organ}: let somebody in charge hear the petitioner in person, and report by {day}.',
    span: { unit: 'days', count: 10 },
    basis: decided('0037'),
  },
  bringTogether: {
    zh: '请{organ}牵头会商有关单位，研究解决办法，并于{day}前报告。',
    en: '{organ}: please bring the organs concerned together, look for a way and report by {day}.',
    span: { unit: 'days', count: 30 },
    basis: decided('0037'),
  },
} as const satisfies Readonly<Record<string, InstructionTemplate>>
