/** `xinqiao-20261126T023000Z.tar`: sorted by name they are sorted by time. */
export const archiveName = (at: Date): string => `xinqiao-${at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}.tar`
