/** Exemplary cases for everybody: fetched when somebody opens them. */
const zh = {
  title: '典型案例',
  lead: '办得好的事，怎么办的。只写做法，看不出是谁的事。',
  none: '还没有公开的典型案例。',
  more: '再看更早的',
  situation: '基本情况',
  done: '做法',
  why: '为什么有效',
  basis: '依据',
  published: (day: string, kind: string, place: string) => `${day}发布 · ${kind} · ${place}`,
  noEnglish: '',
  inChinese: '',
  every: '全部案例',
  missing: '没有这个案例，或者已经撤下。',
}
export type ExemplaryWords = typeof zh

const en: ExemplaryWords = {
  title: 'Exemplary cases',
  lead: 'How matters were solved well. They say what was done, and not whose matter it was.',
  none: 'No case has been published yet.',
  more: 'Earlier ones',
  situation: 'Situation',
  done: 'What was done',
  why: 'Why it worked',
  basis: 'Basis',
  published: (day, kind, place) => `Published ${day} · ${kind} · ${place}`,
  noEnglish: 'Nobody has written an English summary of this case. It follows in Chinese.',
  inChinese: 'The whole case follows in Chinese.',
  every: 'All cases',
  missing: 'There is no such case, or it was withdrawn.',
}

export const exemplaryWords = { zh, en }
