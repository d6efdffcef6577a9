// Worked cases of the commission's split, as data.

import type { Fen } from '../values/money.ts';

export interface SplitCase {
  readonly name: string;
  readonly commissionFen: Fen;
  readonly managerFen: Fen;
  readonly executorFen: Fen;
  readonly threshold?: readonly [name: string, side: 'below' | 'at' | 'above'];
}

export const cases: readonly SplitCase[] = [
  { name: 'C-09 example 1', commissionFen: 1_800_000, managerFen: 1_260_000, executorFen: 540_000 },
  { name: 'C-09 example 2', commissionFen: 159_876, managerFen: 111_913, executorFen: 47_963 },
  { name: 'C-09 example 3: five fen', commissionFen: 5, managerFen: 3, executorFen: 2, threshold: ['half a fen', 'at'] },
  { name: 'four fen', commissionFen: 4, managerFen: 3, executorFen: 1, threshold: ['half a fen', 'below'] },
  { name: 'six fen', commissionFen: 6, managerFen: 4, executorFen: 2, threshold: ['half a fen', 'above'] },
  { name: 'one fen goes to the manager', commissionFen: 1, managerFen: 1, executorFen: 0 },
  { name: 'nothing to split', commissionFen: 0, managerFen: 0, executorFen: 0 },
];
