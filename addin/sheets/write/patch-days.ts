// A day as text in the way another one stands: its separators, its digits, with its year or without. Ways nearest first.

/** `sample` in half width without blanks; `year`: the one that a day without year is read in, where the sample has none. */
export function dayTexts(day: string, sample: string, year?: string): readonly string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return [day];
  const [y, m, d] = day.split('-') as [string, string, string];
  const isPadded = /\d\D0\d|^0\d\D/.test(sample);
  const [month, date] = isPadded ? [m, d] : [String(Number(m)), String(Number(d))];
  const written = `${y}年${month}月${date}日`;
  return [...likeSample({ day, y, month, date, sample }, year === y), written, day];
}

interface DayParts {
  readonly day: string;
  readonly y: string;
  readonly month: string;
  readonly date: string;
  readonly sample: string;
}

function likeSample({ day, y, month, date, sample }: DayParts, mayLeaveYear: boolean): string[] {
  const short = /^\d{1,2}([./-])\d{1,2}(?!\d|[./-])/.exec(sample)?.[1];
  if (mayLeaveYear && short) return [month + short + date];
  const ending = /^\d{1,2}月\d{1,2}([日号]?)/.exec(sample)?.[1];
  if (mayLeaveYear && ending !== undefined) return [`${month}月${date}${ending}`];
  if (/^20\d{6}$/.test(sample)) return [day.replaceAll('-', '')];
  if (/^\d{2}年/.test(sample)) return [`${y.slice(2)}年${month}月${date}日`];
  const separator = /^\d{4}([./-])/.exec(sample)?.[1];
  return separator ? [[y, month, date].join(separator)] : [];
}
