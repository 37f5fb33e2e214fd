/** Whether a letter says who answers, on which day, and whom to ask. */

export type SigningPart = 'organ' | 'day' | 'contact'

const day =
  /(?:19|20)\d{2}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/u
const contact =
  /(?<![\d])(?:0\d{2,3}[-－—–―\s]{0,3})?\d{7,8}(?![\d年月])|0\d{2,3}[-－—–―]+[\d*x-]{7,}|1[3-9]\d{9}|(?<!\d)(?:1\d{4}|9\d{4})(?:\d)?(?=热线|咨询|电话|服务|或|进行|，|,|。|、|\)|）|$)|(?:电话|热线|联系方式)[：:是为]?\s?[\d-]{5,}/u
/** An office names itself: 我局, or by what it is called. */
const own = /(?:我|本)(?:局|委|办|厅|院|处|所|站|中心|镇|乡|县|市|区|街道|社区|村|公司|单位|部门|机关|大队|支队|校|司)/u
const named =
  /[\p{Script=Han}A-Z\d]{2,20}(?:局|委员会|办公室|人民政府|街道办事处|办事处|管理处|委|厅|中心|支队|大队|公司|法院|检察院|信访办|网管办|政府|街道|社区|派出所|村委会)/u

/** What stands where is passed over: a letter that is signed at its head is signed. */
export function signingMissingIn(text: string): readonly SigningPart[] {
  const plain = text.normalize('NFKC')
  const parts: readonly (readonly [SigningPart, boolean])[] = [
    ['organ', own.test(plain) || named.test(plain)],
    ['day', day.test(plain)],
    ['contact', contact.test(plain)],
  ]
  return parts.flatMap(([part, isThere]) => (isThere ? [] : [part]))
}
