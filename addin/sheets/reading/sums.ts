// What amounts may add up to: with and without the rows that a filter hides, or that somebody took back.

export interface Amount {
  /** Fen; undefined where nobody can know it. */
  readonly value: number | undefined;
  readonly isAside?: 'hidden' | 'taken' | undefined;
}

/** The sum of what holds where the total is none that anybody may have reckoned; undefined where it is, or nobody can say. */
export function sumIfDiffers(stated: number, amounts: readonly Amount[]): number | undefined {
  if (amounts.length === 0 || amounts.some(({ value, isAside }) => value === undefined && isAside !== 'taken')) return undefined;
  const sumOf = (...kinds: readonly (Amount['isAside'])[]): number => amounts.filter(({ isAside }) => kinds.includes(isAside)).reduce((sum, { value }) => sum + (value ?? 0), 0);
  const sum = sumOf(undefined, 'hidden');
  return [sum, sumOf(undefined), sumOf(undefined, 'hidden', 'taken'), sumOf(undefined, 'taken')].includes(stated) ? undefined : sum;
}
