// What else people write for yes and for no.

import type { Synonyms } from './parts.ts';

export const yesAndNoSynonyms: Synonyms = {
  是: ['有', '√', '✓', '✔', '需要', '需', '要', 'y', 'yes', '☑', '对', 'true', '有效', '成立', '属实'],
  否: ['无', '×', '✗', '✘', '不需要', '不需', '不', '没有', '不是', 'n', 'no', 'x', '☒', 'false', '无效', '不要', '不成立', '不属实'],
};
