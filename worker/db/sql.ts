// SQL as text with its parameters beside it: what is put into a template becomes a bound value, or, where it is SQL
// itself, part of the text. Knows no table.

export class SQL {
  readonly text: string;
  readonly params: readonly unknown[];

  constructor(text: string, params: readonly unknown[] = []) {
    this.text = text;
    this.params = params;
  }
}

export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): SQL {
  const parts = values.map((value) => (value instanceof SQL ? value : new SQL('?', [value])));
  return new SQL(strings.map((text, place) => text + (parts[place]?.text ?? '')).join(''), parts.flatMap((part) => part.params));
}

/** Text that is ours: a column's name, never anything that came with a request. */
sql.raw = (text: string): SQL => new SQL(text);

sql.join = (parts: readonly SQL[], between: SQL): SQL => new SQL(parts.map((part) => part.text).join(between.text), parts.flatMap((part) => part.params));
