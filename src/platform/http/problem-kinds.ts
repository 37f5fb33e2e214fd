import type { Bilingual } from './endpoint.ts'

interface Kind {
  readonly status: number
  readonly title: Bilingual
  readonly detail: Bilingual
}

const kind = (status: number, title: readonly [string, string], detail: readonly [string, string]): Kind => ({
  status,
  title: { zh: title[0], en: title[1] },
  detail: { zh: detail[0], en: detail[1] },
})

/** What the wire itself can object to, and in which words. The rooms' refusals have their own. */
export const problems = {
  malformed: kind(
    400,
    ['请求无法识别', 'The request cannot be read'],
    [
      '请求内容不符合要求，请对照下列各项修改后重试。',
      'The request is not as it should be; mend the fields below and try again.',
    ],
  ),
  'malformed-json': kind(
    400,
    ['JSON 无法识别', 'The JSON cannot be read'],
    ['请求正文不是合法的 JSON。', 'The body is not valid JSON.'],
  ),
  'malformed-address': kind(
    400,
    ['网址无法识别', 'The address cannot be read'],
    ['网址中有无法识别的字符。', 'The address holds characters that cannot be read.'],
  ),
  'number-has-a-slip': kind(
    400,
    ['登记编号有误', 'A slip in the number'],
    [
      '登记编号抄错或者漏了数字，请对照回执重新输入。这不算输错次数。',
      'The registration number has a slip in it; compare it with the receipt. This does not count as a wrong guess.',
    ],
  ),
  'key-has-a-slip': kind(
    400,
    ['查询码有误', 'A slip in the key'],
    [
      '查询码抄错或者漏了数字，请对照回执重新输入。这不算输错次数。',
      'The key has a slip in it; compare it with the receipt. This does not count as a wrong guess.',
    ],
  ),
  'not-signed-in': kind(
    401,
    ['需要先验证身份', 'Sign in first'],
    ['请先登录，或者提供信访事项编号和查询密钥。', 'Sign in, or give the petition’s number and key.'],
  ),
  'not-permitted': kind(
    403,
    ['没有权限', 'Not permitted'],
    ['您的岗位不能办理这一项。', 'Your post does not allow this.'],
  ),
  'cross-site': kind(
    403,
    ['请求来自其他网站', 'The request comes from another site'],
    [
      '为防止他人冒用您的登录状态，改动性请求只能从本系统的页面发出；程序调用请带上 Origin 请求头。',
      'To keep other sites from acting in your name, changes are taken only from our own pages; programs send an Origin header.',
    ],
  ),
  'not-found': kind(404, ['没有这一页', 'Not found'], ['没有找到您要的内容。', 'There is nothing here.']),
  'wrong-method': kind(
    405,
    ['不支持这一操作', 'Method not allowed'],
    [
      '此网址不支持这种请求方法，可用的方法见 Allow 响应头。',
      'This address does not take that method; see the Allow header.',
    ],
  ),
  'too-slow': kind(
    408,
    ['等待超时', 'Too slow'],
    [
      '请求没有在规定时间内传完，请检查网络后重试。',
      'The request did not arrive in time; check the connection and try again.',
    ],
  ),
  'stream-exists': kind(
    409,
    ['编号已被使用', 'Already there'],
    ['该编号已经存在，请重新提交。', 'That number is already taken; send the request again.'],
  ),
  'version-conflict': kind(
    412,
    ['内容已有更新', 'Changed in the meantime'],
    ['您查看之后有人办理过，请刷新后再操作。', 'Somebody acted since you looked; reload and decide again.'],
  ),
  'too-large': kind(
    413,
    ['内容过大', 'Too large'],
    ['提交的内容超过了大小限制。', 'What was sent is larger than allowed.'],
  ),
  'address-too-long': kind(414, ['网址过长', 'Address too long'], ['网址超过了长度限制。', 'The address is too long.']),
  'wrong-media-type': kind(
    415,
    ['内容类型不支持', 'Unsupported media type'],
    ['请以 application/json（UTF-8）提交。', 'Send application/json in UTF-8.'],
  ),
  'file-type-refused': kind(
    415,
    ['文件类型不支持', 'File type not accepted'],
    [
      '该文件的内容与其名称或声明的类型不符，或者属于不接受的类型。',
      'The file is not what its name or type says, or is of a kind not accepted.',
    ],
  ),
  'idempotency-conflict': kind(
    422,
    ['幂等键已被使用', 'Key already used'],
    [
      '这个 Idempotency-Key 已用于另一个请求，请更换。',
      'This Idempotency-Key was used for another request; choose a new one.',
    ],
  ),
  'version-required': kind(
    428,
    ['缺少版本', 'Version required'],
    ['请用 If-Match 请求头说明您看到的版本。', 'Say with If-Match which version you were looking at.'],
  ),
  'too-many-requests': kind(
    429,
    ['请求过于频繁', 'Too many requests'],
    ['请求过于频繁，请稍后再试。', 'Too many requests; try again later.'],
  ),
  'headers-too-large': kind(
    431,
    ['请求头过大', 'Headers too large'],
    ['请求头超过了大小限制。', 'The headers are too large.'],
  ),
  refused: kind(409, ['不能办理', 'Refused'], ['这一项现在不能办理。', 'This cannot be done now.']),
  fault: kind(
    500,
    ['系统故障', 'Something went wrong here'],
    [
      '系统出现故障，您提交的内容可能没有保存。请稍后重试；如仍不成功，请把请求编号告诉工作人员。',
      'Something went wrong on our side and what you sent may not have been kept. Try again later; if it still fails, quote the request id.',
    ],
  ),
  'not-available': kind(
    503,
    ['暂时不可用', 'Not available just now'],
    ['系统正在启动或者维护，请稍后重试。', 'The house is starting or under repair; try again later.'],
  ),
} as const satisfies Record<string, Kind>

export type ProblemKind = keyof typeof problems
