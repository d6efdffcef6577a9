// Names of generated sheets under Excel's rules: at most 31 characters, none of []:*?/\, no quote at either end, unique
// whatever the case. Knows no workbook: among whose other sheets a name is free is settled when a plan is applied.

const LONGEST = 31;

export function sheetName(wanted: string): string {
  const plain = wanted.replaceAll(/[[\]:*?/\\\u0000-\u001f]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return [...plain].reduce((name, letter) => (name.length + letter.length <= LONGEST ? name + letter : name), '').replaceAll(/^'+|'+$/g, '').trim() || 'Keybook';
}

/** The names in order, the second of two equal ones with `(2)`. */
export function uniqueNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : ` (${number})`;
      const candidate = number === 1 ? sheetName(name) : sheetName(sheetName(name).slice(0, LONGEST - suffix.length)) + suffix;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}
