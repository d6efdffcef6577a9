// Options printed with something to tick, in every way that people print and tick them.

import type { Random } from './random.ts';

const marks = [['☑', '□'], ['■', '□'], ['√', '□'], ['✔', '☐'], ['（√）', '（　）'], ['(√)', '( )'], ['[x]', '[ ]'], ['【√】', '【　】'], ['●', '○']] as const;

/** All options of a field, those chosen ticked. */
export function tickedText(options: readonly string[], chosen: readonly string[], random: Random): string {
  const [ticked, open] = random.pick(marks);
  const isBefore = random.chance(0.5);
  return options.map((option) => (isBefore ? `${chosen.includes(option) ? ticked : open}${option}` : `${option}${chosen.includes(option) ? ticked : open}`)).join(random.pick([' ', '  ', '　', '\n']));
}
