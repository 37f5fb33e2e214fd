/** The account of a witness as a page, for whoever wants to know without being a programmer: one page, no script. */
import type { Account, LogAccount, RefusalAccount, WatchAccount } from './account.ts'

export type Language = 'zh' | 'en'

const words = {
  zh: {
    kind: '见证方 · 信访登记簿',
    other: 'English',
    intro:
      '我独立于登记机关，保存所见证的登记簿的指纹。登记簿只许续写：凡与先前所见一致的，我签名为证；不一致的，我不签，并把登记簿自己签过名的原件留在下面。登记簿里没有任何人的姓名和来信内容。',
    quiet: '迄今所见，各登记簿都只是续写，没有改动。',
    loud: '发现登记簿前后不一致，或者取不到、不合规。见下。',
    nothing: '还没有见证任何登记簿。',
    key: '我的公钥',
    keyHelp: '核对签名时用它。请从别处（报纸、公告、电话）再核对一遍，不要只信这一页。',
    logs: '我见证的登记簿',
    logKey: '登记簿公钥',
    coSigned: '最近联署',
    never: '尚未联署',
    entries: (size: string) => `${size} 条记录`,
    damage: '我的记忆已损坏，不再为它联署',
    root: '根值',
    note: '联署原文',
    watched: '主动查看',
    fine: '完好',
    since: (time: string) => `自 ${time} 起未增长`,
    refused: '我拒绝的',
    shown: '登记簿签过名、与先前不符的',
    held: '我先前所见的',
    unknown: '看不出是谁的登记簿',
    made: '本页生成于',
    machine: '同样内容，供程序读取',
    clock: '北京时间',
    check: '任何人都可以用登记簿的公钥核对上面的原件，不需要相信我。',
  },
  en: {
    kind: 'A witness · registers of petitions',
    other: '中文',
    intro:
      'I am independent of the office that keeps the register, and keep fingerprints of it. A register may only be continued: what agrees with all that I saw before, I sign; what does not, I refuse, and keep the originals, signed by the register itself, below. There are no names and no letters in a register.',
    quiet: 'As far as I have seen, every register was only continued and never altered.',
    loud: 'A register contradicts what was seen of it before, or cannot be fetched, or breaks the rules. See below.',
    nothing: 'No register is witnessed yet.',
    key: 'My key',
    keyHelp:
      'Signatures are checked with it. Compare it with what stands elsewhere (a newspaper, a notice, a call): do not trust this page alone.',
    logs: 'Registers that I witness',
    logKey: 'key of the register',
    coSigned: 'last co-signed',
    never: 'nothing co-signed yet',
    entries: (size: string) => `${size} entries`,
    damage: 'my memory of it is damaged: nothing more is co-signed',
    root: 'root',
    note: 'the signed original',
    watched: 'looked at by myself',
    fine: 'sound',
    since: (time: string) => `has not grown since ${time}`,
    refused: 'What I refused',
    shown: 'what the register signed, and what does not fit',
    held: 'what I had seen before',
    unknown: 'Addresses of which I cannot tell whose register they are',
    made: 'this page was made at',
    machine: 'the same for programs',
    clock: 'UTC',
    check: 'Anybody can check the originals above with the key of the register, without trusting me.',
  },
} as const

export function pageOf(account: Account, language: Language): string {
  const say = words[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const verdict = account.logs.length === 0 ? ['', say.nothing] : account.isQuiet ? ['', say.quiet] : [' bad', say.loud]
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(account.name)} · ${say.kind}</title>
<link rel="stylesheet" href="/page.css">
</head>
<body><main>
<header>
<nav><a href="/?lang=${other}" hreflang="${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say.other}</a></nav>
<p class="soft">${say.kind}</p>
<h1>${escaped(account.name)}</h1>
<p>${say.intro}</p>
</header>
<p class="verdict${verdict[0]}" role="status">${verdict[1]}</p>
<h2>${say.logs}</h2>
${account.logs.map((log) => logPart(log, language)).join('\n') || `<p class="soft">${say.nothing}</p>`}
${account.unknown.length === 0 ? '' : `<h2>${say.unknown}</h2>${account.unknown.map((each) => `<article class="bad"><dl>${watchPart(each, language)}</dl></article>`).join('\n')}`}
<h2>${say.key}</h2>
<pre>${escaped(account.vkey)}</pre>
<p class="soft">${say.keyHelp}</p>
<footer><p>${say.check}</p><p>${say.made} ${moment(account.now, language)} · <a href="/witness.json">${say.machine}</a></p></footer>
</main></body></html>
`
}

function logPart(log: LogAccount, language: Language): string {
  const say = words[language]
  const isBad =
    log.damage !== null ||
    log.refused.some(({ accuses }) => accuses) ||
    log.watched.some(({ faults }) => faults.length > 0)
  const { coSigned } = log
  const signed = coSigned
    ? `<dt>${say.coSigned}</dt><dd>${say.entries(counted(coSigned.size))} · ${moment(coSigned.at, language)}</dd>
<dt>${say.root}</dt><dd><code>${escaped(coSigned.root)}</code></dd>`
    : `<dt>${say.coSigned}</dt><dd class="${log.damage === null ? 'soft' : 'wrong'}">${log.damage === null ? say.never : say.damage}</dd>`
  const keys = log.keys.map((key) => `<dt>${say.logKey}</dt><dd><code>${escaped(key)}</code></dd>`).join('\n')
  return `<article${isBad ? ' class="bad"' : ''}>
<h3>${escaped(log.origin)}</h3>
${log.refused.map((each) => refusalPart(each, language)).join('\n')}
<dl>${signed}
${log.watched.map((each) => watchPart(each, language)).join('\n')}
${keys}</dl>
${coSigned ? `<details><summary>${say.note}</summary><pre>${escaped(coSigned.note)}</pre></details>` : ''}
</article>`
}

function watchPart({ place, at, since, faults }: WatchAccount, language: Language): string {
  const say = words[language]
  const found =
    faults.length === 0
      ? `<span class="good">${say.fine}</span> <span class="soft">(${say.since(moment(since, language))})</span>`
      : faults.map((each) => `<span class="wrong">${each[language]}</span> (${escaped(each.detail)})`).join('<br>')
  return `<dt>${say.watched}</dt><dd>${found}<br><span class="soft">${escaped(place)} · ${moment(at, language)}</span></dd>`
}

function refusalPart(refusal: RefusalAccount, language: Language): string {
  const say = words[language]
  return `<details${refusal.accuses ? ' open' : ''}><summary class="${refusal.accuses ? 'wrong' : 'soft'}">${say.refused} · ${moment(refusal.at, language)}: ${refusal[language]}</summary>
<p class="soft">${say.shown}</p><pre>${escaped(refusal.shown)}</pre>
${refusal.held === null ? '' : `<p class="soft">${say.held}</p><pre>${escaped(refusal.held)}</pre>`}</details>`
}

const counted = (size: number): string => size.toLocaleString('en')

const beijingMs = 8 * 3_600_000

/** By a clock that is named: whoever compares two witnesses compares times. */
function moment(at: string, language: Language): string {
  const shown = new Date(Date.parse(at) + (language === 'zh' ? beijingMs : 0)).toISOString()
  return `<time datetime="${escaped(at)}">${shown.slice(0, 16).replace('T', ' ')} ${words[language].clock}</time>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
