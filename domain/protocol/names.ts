// Names against the roster: one match is an id, none or several are a question with likely answers. Knows neither
// customers nor members, only names.

export interface NamedThing {
  readonly id: string;
  readonly names: readonly string[];
}

export type Resolution =
  | { readonly id: string }
  | { readonly id: null; readonly reason: 'unknown' | 'ambiguous'; readonly choices: readonly string[] };

export interface NameIndex {
  readonly things: readonly NamedThing[];
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Answers found once, since a list repeats its names. */
  readonly likely: Map<string, readonly string[]>;
}

const choiceCount = 5;
const longestName = 200;

/** Width, case and blanks do not tell names apart. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '').toLowerCase();
}

export function indexNames(things: readonly NamedThing[]): NameIndex {
  const byName = new Map<string, string[]>();
  for (const thing of things) {
    for (const name of new Set(thing.names.map(foldName))) {
      const ids = byName.get(name);
      if (ids) ids.push(thing.id);
      else byName.set(name, [thing.id]);
    }
  }
  return { things, byName, likely: new Map() };
}

export function resolveName(index: NameIndex, text: string): Resolution {
  const ids = index.byName.get(foldName(text)) ?? [];
  if (ids.length === 1) return { id: ids[0]! };
  if (ids.length === 0) return { id: null, reason: 'unknown', choices: choicesFor(index, text) };
  const choices = index.things.filter((thing) => ids.includes(thing.id)).map((thing) => thing.names[0]!);
  return { id: null, reason: 'ambiguous', choices: choices.slice(0, choiceCount) };
}

function choicesFor(index: NameIndex, text: string): readonly string[] {
  const known = index.likely.get(text);
  if (known) return known;
  const choices = likelyNames(index, text);
  index.likely.set(text, choices);
  return choices;
}

/** The names most like a text: one contains the other first, then by the share of characters they have in common. */
export function likelyNames(index: NameIndex, text: string): string[] {
  const wanted = foldName(text.slice(0, longestName));
  if (wanted === '') return [];
  const common = commonCharacters(index.things);
  const scored = index.things.map((thing) => ({
    name: thing.names[0]!,
    score: Math.max(...thing.names.map((name) => likeness(wanted, foldName(name), common))),
  }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, choiceCount)
    .map(({ name }) => name);
}

/** What more than a third of all bear (有限公司) tells nobody apart; of a few names every character does. */
function commonCharacters(things: readonly NamedThing[]): ReadonlySet<string> {
  if (things.length < 6) return new Set();
  const bearers = new Map<string, number>();
  for (const thing of things) {
    for (const character of new Set(thing.names.map(foldName).join(''))) bearers.set(character, (bearers.get(character) ?? 0) + 1);
  }
  return new Set([...bearers].filter(([, count]) => count * 3 > things.length).map(([character]) => character));
}

function likeness(wanted: string, name: string, common: ReadonlySet<string>): number {
  if (name === '') return 0;
  if (name.includes(wanted) || wanted.includes(name)) return 1 + Math.min(wanted.length, name.length) / Math.max(wanted.length, name.length);
  const telling = (text: string) => new Set([...text].filter((character) => !common.has(character)));
  const [asked, borne] = [telling(wanted), telling(name)];
  const shared = [...asked].filter((character) => borne.has(character)).length;
  return shared < 2 ? 0 : (2 * shared) / (borne.size + asked.size);
}
