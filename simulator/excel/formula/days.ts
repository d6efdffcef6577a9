// Excel's day numbers (1900 system): 1 is 1900-01-01, and 60 is the 29 February 1900 that never was.

export function serialFromDay(year: number, month: number, day: number): number {
  const days = Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25569;
  return days < 61 ? days - 1 : days;
}

export function dayFromSerial(serial: number): { year: number; month: number; day: number } {
  const whole = Math.floor(serial);
  const date = new Date(((whole < 61 ? whole + 1 : whole) - 25569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
