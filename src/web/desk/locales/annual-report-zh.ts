/** What the page of the annual report says; fetched with it. */
export const annualReportZh = {
  says: '信访部门每年向本级党委和政府、上一级信访部门报告（信访工作条例第四十一条）。登记、转送、交办的数字由本系统统计，只数事项，不数人，也不列任何信访人；督办和建议的情况本系统还没有记录，请自行填写。填写的内容不保存，印发前请另行编号、签发。',
  year: '年度',
  supervision: '督办情况',
  proposals: '提出改进工作、完善政策、追究责任建议以及被采纳情况',
  other: '其他应当报告的事项（选填）',
  draw: '编制草稿',
  download: '下载 Word',
  print: '打印',
}
export type AnnualReportWords = typeof annualReportZh
