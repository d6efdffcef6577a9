// The words in use. A second language is one more table of the type `Words`, chosen here by Excel's display language.

import { zhCn } from './zh-cn.ts';

/** A table of the same shape, whatever its texts. */
export type Wording<Table> = Table extends string
  ? string
  : Table extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Key in keyof Table]: Wording<Table[Key]> };

export type Words = Wording<typeof zhCn>;

export const words: Words = zhCn;
