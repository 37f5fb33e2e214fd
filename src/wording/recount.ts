/** What came of counting published figures again, in words for whoever did it. */
import { type Bilingual, say } from './bilingual.ts'

export const extractFlaws = {
  'not-text': say('不是文本文件', 'it is no text'),
  header: say('第一行不是统计底册的表头', 'its first line is not the header of an extract'),
  'not-a-line': say('这一行不是统计底册的格式', 'this is no line of an extract'),
  'other-figures': say('这一行属于别的月份或者别的版本', 'this line belongs to another month or edition'),
  order: say('这一行重复出现，或者不在应有的位置', 'this line stands there twice, or not in its place'),
  'cut-off': say('文件在这里中断', 'the file is cut off here'),
  empty: say('文件是空的', 'the file is empty'),
} as const satisfies Record<string, Bilingual>

export const recountWords = {
  counted: (figures: string, cases: number) =>
    say(`${figures}：重新统计，共${cases}件。`, `${figures}: counted again, ${cases} cases.`),
  flaw: (why: Bilingual, line: number) =>
    say(`底册有问题：第${line}行，${why.zh}。`, `The extract is faulty: at line ${line}, ${why.en}.`),
  countsAgree: say('公布的统计数字与底册相符。', 'The published counts are those of the extract.'),
  countsDiffer: say('公布的统计数字与底册不符：', 'The published counts are not those of the extract:'),
  countsUnread: say('给出的统计文件不是统计数字。', 'The file of counts holds no counts.'),
  countsMissing: say('没有给出公布的统计数字，没有比对。', 'No published counts were given, so none were compared.'),
  difference: (where: string, published: string, counted: string) =>
    say(`${where}：公布${published}，统计${counted}`, `${where}: published ${published}, counted ${counted}`),
  proofMissing: say(
    '没有给出证明：不能判断这份底册是不是当时公布的那一份。',
    'No proof was given: whether this is the extract that was published cannot be told.',
  ),
  proofUnread: say('给出的证明读不出来，或者不是统计数字的证明。', 'The proof cannot be read, or is none of figures.'),
  otherFigures: say('证明属于别的月份或者别的版本。', 'The proof is of another month or edition.'),
  extractNamed: say('登记的摘要就是这份底册的摘要。', 'The digest that was recorded is that of this extract.'),
  extractOther: say(
    '登记的摘要不是这份底册的：底册被改动过，或者不是公布的那一份。',
    'The digest that was recorded is not that of this extract: it was changed, or is not the one that was published.',
  ),
  countsNamed: say('登记的摘要就是这些统计数字的摘要。', 'The digest that was recorded is that of these counts.'),
  countsOther: say('登记的摘要不是这些统计数字的。', 'The digest that was recorded is not that of these counts.'),
  inLog: (size: number) =>
    say(`这条记录在公开日志里（共${size}条时）。`, `The record is in the public log (as of ${size} entries).`),
  notInLog: say(
    '证明不成立：这条记录不在公开日志里。',
    'The proof does not hold: the record is not in the public log.',
  ),
  notYetInLog: say(
    '这条记录还没有写入公开日志，稍后再取证明。',
    'The record is not in the public log yet; fetch the proof again later.',
  ),
  signed: (origin: string, source: 'own' | 'office') =>
    source === 'own'
      ? say(`日志由${origin}签名，密钥是您给出的。`, `The log is signed by ${origin}, by a key that you gave.`)
      : say(
          `日志由${origin}签名，密钥是该机关自己给出的；请与别处公布的密钥核对。`,
          `The log is signed by ${origin}, by a key that the office itself gave; compare it with one published elsewhere.`,
        ),
  forged: say('日志的签名是伪造的。', 'The signature of the log is forged.'),
  unknownKey: say(
    '没有密钥可以核对日志的签名：用 --keys 给出公开密钥。',
    'There is no key to check the signature of the log: give public keys with --keys.',
  ),
  witnessed: (names: string) => say(`见证人也签了名：${names}。`, `Witnesses have signed it too: ${names}.`),
  own: (what: string) => say(`您的事项在底册里：${what}`, `Your case is in the extract: ${what}`),
  notThere: say(
    '您的事项不在底册里。如果它在当月没有办结、或者当月才办结，就是被漏掉了。',
    'Your case is not in the extract. If it was open during that month, or ended in it, it was left out.',
  ),
  limits: say(
    '能证明的：公布之后底册和数字都没有改过，数字就是从底册算出来的。不能证明的：底册里没有漏掉或者编造别人的事项。',
    'This proves that extract and counts were not changed since they were published, and that the counts follow from the extract. It does not prove that no other case was left out or made up.',
  ),
} as const
