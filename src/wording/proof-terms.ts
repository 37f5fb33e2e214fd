/**
 * What the checking of receipts and of the register says, for the page that checks and for the command line. Plain words: whoever
 * reads them wants to know whether a paper is good, and what it is good for.
 */
import { type Bilingual, say } from './bilingual.ts'

/** What was looked at. */
export const checkTerms = {
  receipt: say('回执上的签名', 'The signature on the receipt'),
  fact: say('登记的那条记录', 'The record itself'),
  texts: say('文字原文', 'The texts'),
  inclusion: say('写进登记簿', 'Place in the register'),
  register: say('登记簿的签名', 'The signature of the register'),
  witnesses: say('见证方', 'Witnesses'),
  succession: say('登记簿前后一致', 'The register, earlier and later'),
} as const

export const markTerms = {
  good: say('对', 'OK'),
  bad: say('不对', 'wrong'),
  missing: say('没有', 'not present'),
  'unknown-key': say('没法核对', 'cannot be checked'),
} as const

/** Of each thing looked at, what it means that it is good, or that it is not there. */
export const findingTerms = {
  receipt: {
    good: say(
      '是这个机关签的，签了以后一个字也没有改过。',
      'Made with the office’s own key; not one sign was changed.',
    ),
    missing: say('没有签名。', 'There is no signature.'),
  },
  fact: {
    good: say(
      '正是回执所指的那条记录；这件事在它之前的记录也都锁定了，改一处就对不上。',
      'It is the very record that the receipt names; it also fixes every earlier record of the matter.',
    ),
    missing: say('文件里没有附上记录，没有核对。', 'The file does not hold the record, so it was not checked.'),
  },
  texts: {
    good: say('与登记时写下的一字不差。', 'Word for word what was written down.'),
    missing: say('文件里没有附上文字，没有核对。', 'The file holds no texts, so none was checked.'),
  },
  inclusion: {
    good: say('已经写进登记簿。', 'It stands in the register.'),
    missing: say(
      '文件里没有登记簿的证明。登记以后一般一分钟就有：请到查询页面重新下载证据，或者在这里向登记簿查询。',
      'The file holds no proof of that. A minute after registration there is one: download the evidence again, or ask the register here.',
    ),
  },
  register: {
    good: say('这一版登记簿是机关自己签的。', 'The office itself signed this state of the register.'),
    missing: say('文件里没有登记簿的签名。', 'The file holds no signature of the register.'),
  },
  witnesses: {
    good: say('这些见证方也看到并签过这一版登记簿：', 'These have seen and signed this very state of the register:'),
    missing: say(
      '没有您认得的见证方签过这一版登记簿。',
      'No witness whose key you gave has signed this state of the register.',
    ),
  },
} as const satisfies Record<string, { readonly good: Bilingual; readonly missing: Bilingual }>

/** The answer in one sentence, where nothing is wrong. */
export const outcomeTerms = {
  proven: {
    says: say(
      '核对无误：机关登记了它，登记簿里也有它。',
      'It is good: the office wrote it down, and the register holds it.',
    ),
    next: say(
      '请把这份文件存好，再请一位信得过的人替您存一份。',
      'Keep this file, and let somebody you trust keep another copy.',
    ),
  },
  signed: {
    says: say(
      '回执是真的。登记簿里有没有它，还没有核对。',
      'The receipt is genuine. That the register holds it is not yet shown.',
    ),
    next: say(
      '登记满一分钟后，到查询页面下载“证据文件”再来核对，或者按下面的“向登记簿查询”。',
      'A minute after registration, download the evidence file from the follow page and check that, or ask the register below.',
    ),
  },
} as const

/** What is the matter, in one sentence, and what to do. */
export const faultTerms = {
  'no-keys': {
    says: say('还不能下结论：缺少机关的公钥。', 'Nothing can be said yet: the office’s public key is missing.'),
    next: say(
      '公钥用来认签名。可以在下面填从报纸、海报、律师那里得到的公钥；也可以用机关自己公布的，但分量轻一些。',
      'It tells whose signature this is. Enter the key that you have from a newspaper, a poster or a lawyer; the one that the office itself publishes will do too, but counts for less.',
    ),
  },
  'keys-of-others': {
    says: say(
      '还不能下结论：您给的公钥是别的机关的。',
      'Nothing can be said yet: the keys you gave are those of another office.',
    ),
    next: say('请换上回执上写的那个机关的公钥。', 'Give the keys of the office that is named on the receipt.'),
  },
  'receipt-key-unknown': {
    says: say('回执不是用您给的公钥签的。', 'The receipt was not signed with any of the keys you gave.'),
    next: say(
      '可能是机关换过公钥，也可能是别人冒签。请找齐这个机关以前和现在的公钥再核对。',
      'The office may have changed its key, or somebody else signed in its name. Get all its keys, old and new, and check again.',
    ),
  },
  'receipt-forged': {
    says: say(
      '回执是假的，或者被改过：签名对不上。',
      'The receipt is forged or was altered: its signature does not fit.',
    ),
    next: say(
      '请拿机关给您的原件再核对一次。还是对不上的，保留文件，带给上一级信访局或者律师看。',
      'Check the original that the office gave you. If that fails too, keep the file and take it to the office above or to a lawyer.',
    ),
  },
  'fact-of-others': {
    says: say(
      '拿错了：里面的记录不是这张回执的，是别的事项或者别的记录。',
      'Swapped: the record inside belongs to another petition or another entry than the receipt.',
    ),
    next: say('请到查询页面重新下载证据文件。', 'Download the evidence again from the follow page.'),
  },
  'fact-altered': {
    says: say(
      '里面的记录被改过：与回执锁定的不是同一条。',
      'The record inside was altered: it is not the one that the receipt fixes.',
    ),
    next: say(
      '请重新下载证据文件。机关给出的还是这样的，说明它改了记录：保留新旧两份文件，带给上一级信访局或者律师看。',
      'Download the evidence again. If the office hands out the same, it changed its record: keep both files and take them to the office above or to a lawyer.',
    ),
  },
  'text-altered': {
    says: say(
      '里面的文字被改过：与登记时写下的不一样。',
      'A text inside was altered: it is not what was written down.',
    ),
    next: say(
      '请重新下载证据文件。机关给出的还是这样的，说明它改了文字：保留新旧两份文件，带给上一级信访局或者律师看。',
      'Download the evidence again. If the office hands out the same, it changed the text: keep both files and take them to the office above or to a lawyer.',
    ),
  },
  'proof-damaged': {
    says: say('登记簿的证明残缺，读不出来。', 'The proof from the register is damaged and cannot be read.'),
    next: say(
      '回执本身不受影响。请重新下载证据文件。',
      'The receipt itself is not affected. Download the evidence again.',
    ),
  },
  'proof-of-others': {
    says: say('登记簿的证明是别的机关的。', 'The proof comes from another office’s register.'),
    next: say('请重新下载证据文件。', 'Download the evidence again.'),
  },
  'proof-swapped': {
    says: say(
      '登记簿的证明对不上：它证明的不是这一条，或者被改过。',
      'The proof does not fit: it is about another entry, or was altered.',
    ),
    next: say(
      '请重新下载证据文件。机关给出的还是对不上的，保留文件，带给上一级信访局或者律师看。',
      'Download the evidence again. If the office’s own still does not fit, keep the file and take it to the office above or to a lawyer.',
    ),
  },
  'register-key-unknown': {
    says: say('登记簿不是用您给的公钥签的。', 'The register was not signed with any of the keys you gave.'),
    next: say(
      '请把这个机关登记簿的公钥也填上，再核对。',
      'Give the office’s key for the register too, and check again.',
    ),
  },
  'register-forged': {
    says: say('登记簿的签名是假的，或者被改过。', 'The signature of the register is forged or was altered.'),
    next: say('请重新下载证据文件。', 'Download the evidence again.'),
  },
  'witness-forged': {
    says: say('有一个见证方的签名是假的。', 'The signature of a witness is forged.'),
    next: say(
      '请重新下载证据文件。还是这样的，保留文件，告诉那个见证方。',
      'Download the evidence again. If it is still so, keep the file and tell that witness.',
    ),
  },
} as const satisfies Record<string, { readonly says: Bilingual; readonly next: Bilingual }>

/** Why something cannot be read at all. */
export const unreadableTerms = {
  empty: say('里面什么都没有。', 'There is nothing in it.'),
  'too-large': say('太大了，不会是回执或者证据文件。', 'It is too large to be a receipt or evidence.'),
  'cut-off': say(
    '不完整：后面缺了一截。请把整个文件、整段文字都拿来，不要只拿一部分。',
    'It is cut off: the end is missing. Give the whole file or the whole text.',
  ),
  damaged: say(
    '是回执或者证据文件，但里面有几行缺了、多了或者被改了，读不出来。请重新下载。',
    'It is a receipt or evidence, but lines are missing, added or changed, so it cannot be read. Download it again.',
  ),
  'not-ours': say(
    '不是信桥的回执、证据文件或者公钥。请看看是不是拿错了文件。',
    'It is no receipt, evidence or key of Xinqiao. Perhaps it is the wrong file.',
  ),
} as const

/** What stands over the lines of a receipt. */
export const receiptTerms = {
  says: say('回执上写的', 'What the receipt says'),
  unbelieved: say('回执上写的（不能当真）', 'What the receipt says (not to be believed)'),
  unchecked: say('回执上写的（还没有核对）', 'What the receipt says (not checked yet)'),
} as const

/** How one state of the register stands to another. */
export const successionTerms = {
  same: say('两份文件里的登记簿是同一版。', 'Both show the same state of the register.'),
  continues: say(
    '后来的登记簿完整保留了先前的每一条，只是往后增加。',
    'The later register keeps every earlier entry as it was and in its place; it only grew.',
  ),
  rewritten: say(
    '登记簿被改写过：机关签过两版登记簿，彼此矛盾。这是严重的证据，请保留这些文件，带给上一级信访局或者律师看。',
    'The register was rewritten: the office signed two states of it that contradict each other. This is serious evidence. Keep the files and take them to the office above or to a lawyer.',
  ),
  'files-damaged': say(
    '登记簿的文件与它自己签的不符，证明不了前后一致。请过一会儿再试；一直这样，就是登记簿出了问题。',
    'The files of the register do not lead to what it signed, so nothing is shown. Try again later; if it stays so, something is wrong with the register.',
  ),
  'files-missing': say(
    '要登记簿的文件才能核对，现在拿不到。',
    'It takes the files of the register to check this, and they cannot be had now.',
  ),
  'of-others': say(
    '两份文件出自两个机关的登记簿，不能互相比较。',
    'These come from the registers of two offices and cannot be compared.',
  ),
  unasked: say(
    '两份文件里的登记簿一先一后。要向登记簿查询，才能核对后来的有没有改动先前的。',
    'One shows the register earlier, one later. The register must be asked to check that the later did not change the earlier.',
  ),
} as const

/** What came of asking the register. */
export const askingTerms = {
  unreachable: say(
    '没有连上登记簿。没有网络也可以核对文件本身。',
    'The register could not be reached. The file itself can be checked without a network.',
  ),
  none: say(
    '这个地址没有登记簿，或者登记簿还没有公布过。',
    'There is no register at this address, or it was not published yet.',
  ),
  damaged: say('这个地址给出的登记簿读不出来。', 'What this address gives as its register cannot be read.'),
  'of-others': say('这个地址的登记簿是别的机关的。', 'The register at this address is that of another office.'),
  forged: say(
    '这个地址给出的登记簿，签名不是您给的公钥认得的。',
    'The register at this address is not signed with the keys you gave.',
  ),
  'not-yet': say(
    '登记簿里还没有这一条。刚登记的，请过一分钟再查；过了一天还没有，请保留回执，找登记单位问清楚。',
    'The register does not hold it yet. If it was registered just now, ask again in a minute; after a day, keep the receipt and ask the office why.',
  ),
  shorter: say(
    '登记簿变短了：现在的比您文件里的还旧。请过一会儿再查；一直这样，请保留文件，它证明登记簿曾经更长。',
    'The register became shorter: it now shows an older state than your file. Ask again later; if it stays so, keep the file, which proves that it was longer.',
  ),
} as const

/** From whom the keys came, which is how much the answer is worth. */
export const trustTerms = {
  office: say(
    '公钥是机关自己网站给的：证明机关前后说法一致。想更稳妥，请把它和报纸、海报或者律师手里的对一对。',
    'The keys came from the office’s own site: this shows that the office does not contradict itself. To be surer, compare them with those in a newspaper, on a poster or with a lawyer.',
  ),
  given: say(
    '公钥是您自己给的：答案有多可靠，就看您从哪里得到它。',
    'You gave the keys: the answer is worth as much as where you had them from.',
  ),
  none: say('没有公钥。', 'No keys.'),
} as const

/** What good evidence proves. */
export const proves = {
  written: (when: Bilingual): Bilingual =>
    say(
      `机关写明在${when.zh}登记了它，并签了字，以后不能说没有收到。`,
      `The office states that it wrote this down at ${when.en}, and signed so: it cannot say later that it never received it.`,
    ),
  entered: (place: number, size: number): Bilingual =>
    say(
      `它是登记簿的第${place}条（那时一共${size}条）。以后谁改动它、抽掉它，都会与这份文件矛盾。`,
      `It is entry ${place} of the register, which had ${size} then. Whoever changes it or takes it out contradicts this file.`,
    ),
  texts: say('文件里的文字就是当时登记的原文。', 'The texts in the file are those that were written down.'),
  witnessed: (when: Bilingual): Bilingual =>
    say(
      `最晚在${when.zh}，它已经在登记簿里：这是见证方说的，不是机关自己说的。`,
      `It was in the register by ${when.en} at the latest: witnesses say so, not only the office.`,
    ),
} as const

/** What even good evidence does not prove. */
export const provesNot = {
  handled: say('不证明事情办得对、办得好、办得及时。', 'Not that the matter is handled well, rightly or in time.'),
  true: say('不证明里面说的事是真的。', 'Not that what is said in it is true.'),
  entered: say('不证明它已经写进登记簿。', 'Not that it stands in the register.'),
  time: say(
    '登记时间是机关自己写的，没有别人作证。',
    'Not the time: it is what the office wrote, and nobody else has vouched for it.',
  ),
  alone: say(
    '没有见证方签字，就不能排除机关另有一本给别人看的登记簿。和别人的证据文件互相核对，可以查出来。',
    'Without witnesses, not that the office shows everybody the same register. Comparing your file with other people’s would bring that to light.',
  ),
  office: say(
    '公钥是机关网站给的，见证方的也是：不能排除有人冒充机关、连公钥一起造假，也不能排除见证方是机关自己的人。',
    'The keys, those of witnesses too, came from the office’s site: so not that nobody posed as the office, keys and all, and not that the witnesses are anybody but the office.',
  ),
} as const
