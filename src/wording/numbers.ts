const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 … 九十九 and on to 九百九十九, as headings are counted and articles are cited. */
export function chineseNumber(at: number): string {
  const [hundreds, tens, ones] = [Math.floor(at / 100), Math.floor(at / 10) % 10, at % 10]
  const above = hundreds === 0 ? '' : `${digits[hundreds]}百`
  if (tens === 0) return above + (hundreds > 0 && ones > 0 ? '零' : '') + (digits[ones] ?? '')
  const ten = tens === 1 && hundreds === 0 ? '' : digits[tens]
  return `${above}${ten}十${digits[ones]}`
}
