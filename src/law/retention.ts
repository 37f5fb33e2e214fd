/**
 * What has a stream of its own beside petitions, is of nobody’s petition, and holds what people wrote: each is kept for years of its own after
 * anything last happened to it, and then may be erased as a petition may (docs/adr/0057). What belongs to a petition goes with it.
 */
export const keptRecords = ['dispute', 'mediation', 'intake', 'referral'] as const
/** 矛盾纠纷 · 调解 · 中心来访登记 · 在中心窗口引导的法定途径 */
export type KeptRecord = (typeof keptRecords)[number]
