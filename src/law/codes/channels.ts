/**
 * Channels by which a petition comes in (信访形式).
 *
 * The four named channels are those of 信访工作条例 art. 21 (网上信访、来信、来访、来电) [A]; art. 17 adds fax and "等",
 * which fall under `other`. The forms of an online petition are labels observed in published source code [S]. The
 * numeric codes seen there (100, 200, 300, 303, 600) have no labels in the source, so none is given here.
 */
export const channels = [
  { id: 'letter', zh: '来信', en: 'Letter', forms: [] },
  { id: 'visit', zh: '来访', en: 'Visit', forms: [] },
  {
    id: 'online',
    zh: '网信',
    en: 'Online',
    forms: [
      { id: 'web', zh: '网上', en: 'Website' },
      { id: 'app', zh: '手机APP', en: 'Phone app' },
      { id: 'wechat', zh: '微信', en: 'WeChat' },
      { id: 'other', zh: '其他', en: 'Other' },
    ],
  },
  { id: 'call', zh: '来电', en: 'Call', forms: [] },
  { id: 'other', zh: '其他', en: 'Other', forms: [] },
] as const

export type ChannelId = (typeof channels)[number]['id']
export type OnlineFormId = (typeof channels)[2]['forms'][number]['id']

const byId = new Map<string, (typeof channels)[number]>(channels.map((channel) => [channel.id, channel]))

export const findChannel = (id: string): (typeof channels)[number] | undefined => byId.get(id)
