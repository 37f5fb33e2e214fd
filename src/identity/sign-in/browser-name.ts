/** A browser as its owner would recognise it in a list: `firefox/windows`. No version, no model: that would be a mark to follow. */
export function browserName(agent: string): string {
  return `${firstIn(browsers, agent)}/${firstIn(systems, agent)}`
}

export const unknownBrowser = 'other/other'

type Signs = readonly (readonly [name: string, sign: RegExp])[]

/** In this order, because most browsers name those before them too. */
const browsers: Signs = [
  ['wechat', /MicroMessenger/],
  ['dingtalk', /DingTalk/],
  ['edge', /Edg(?:e|A|iOS)?\//],
  ['opera', /OPR\//],
  ['firefox', /Firefox\/|FxiOS/],
  ['360', /QIHU|360SE|360EE/],
  ['qq', /QQBrowser/],
  ['chrome', /Chrome\/|CriOS|Chromium/],
  ['safari', /Safari\//],
]

const systems: Signs = [
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['ios', /iPhone|iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux|X11/],
]

const firstIn = (signs: Signs, agent: string): string => signs.find(([, sign]) => sign.test(agent))?.[0] ?? 'other'
