/** What became of a visit to a mediation centre: fetched when it is opened. */
const zh = {
  title: '中心接待查询',
  lead: '您到矛盾纠纷调解中心来过的，凭单子上的编号和查询码看看办了什么、由谁办、什么时候以前办。',
  reference: '编号（12位数字）',
  referenceWrong: '编号是12位数字，请照单子上写的填写',
  key: '查询码',
  keyWrong: '查询码不对，请照单子上写的填写',
  look: '查询',
  at: (centre: string, day: string) => `${day}在${centre}`,
  about: '您反映的',
  done: '办了什么',
  notYet: '还没有引导，请稍候或者再问窗口。',
  by: (organ: string) => `由${organ}继续办`,
  until: (day: string) => `${day}以前`,
  where: (place: string) => `到哪里办：${place}`,
  petition: (number: string) => `已经登记为信访事项，编号${number}，凭登记时的查询码查看。`,
  voluntary: '调解由您自愿，拒绝调解不影响您走任何法定途径。',
}
export type CentreWords = typeof zh
const en: CentreWords = {
  title: 'Your visit to a mediation centre',
  lead: 'If you went to a mediation centre, see with the number and the key on your slip what was done, by whom, and by when.',
  reference: 'Number (12 digits)',
  referenceWrong: 'The number has 12 digits, as on your slip',
  key: 'Key',
  keyWrong: 'That is no key; write it as on your slip',
  look: 'Look',
  at: (centre, day) => `${day}, at ${centre}`,
  about: 'What you came about',
  done: 'What was done',
  notYet: 'You were not led on yet. Please wait, or ask at the window.',
  by: (organ) => `${organ} goes on with it`,
  until: (day) => `by ${day}`,
  where: (place) => `Where to go: ${place}`,
  petition: (number) => `It was registered as petition ${number}; follow it with the key that you got then.`,
  voluntary: 'Mediation is of your own free will. Refusing it takes away no way of the law.',
}
export const centreWords = { zh, en }
