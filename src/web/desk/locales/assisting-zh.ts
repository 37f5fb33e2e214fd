/** 主办、协办。 */
export const assistingZh = {
  title: '主办和协办',
  lead: (organ: string) => `主办：${organ}。答复由主办单位作出；协办不停止、不延长任何期限。`,
  askedBy: (organ: string) => `${organ}提出`,
  until: (day: string) => `${day}前报来`,
  claims: (places: readonly number[]) => `第${places.join('、')}项请求`,
  objected: (day: string) => `${day}提出异议`,
  notAwaited: (day: string) => `${day}起不再等待`,
}
