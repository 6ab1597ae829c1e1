/** Civil dates on day numbers: proleptic Gregorian, astronomical years, no Date object and so no time zones. */

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const YEAR_DAYS = 365.2425;

export type Civil = { year: number; month: number; day: number };

/** Day number of a civil date. Months outside 1..12 roll over into other years. */
export function dayOf(year: number, month = 1, day = 1): number {
  const carried = year + Math.floor((month - 1) / 12);
  const m = ((month - 1) % 12 + 12) % 12 + 1;
  const y = m <= 2 ? carried - 1 : carried;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date that holds this moment. */
export function civil(moment: number): Civil {
  const z = Math.floor(moment) + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

const group = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** "2025", "44 BC", "12,000 BC". */
export function yearWords(year: number): string {
  if (year > 0) return year < 100 ? `AD ${year}` : year < 10000 ? String(year) : group(year);
  const before = 1 - year;
  return `${before < 10000 ? before : group(before)} BC`;
}

const SCALES: [number, string][] = [[1e9, 'billion'], [1e6, 'million'], [1e3, 'thousand']];

/** A count of years in words: "66 million", "4.5 billion", "300". */
export function largeNumber(n: number): string {
  for (const [unit, word] of SCALES) if (n >= unit) return `${Number((n / unit).toPrecision(6))} ${word}`;
  return String(Number(n.toPrecision(6)));
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** "14:05" or, where seconds matter, "14:05:30". */
export function clock(moment: number, seconds = false): string {
  const total = Math.round((moment - Math.floor(moment)) * 86400) % 86400;
  const text = `${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}`;
  return seconds ? `${text}:${two(total % 60)}` : text;
}

export function dayWords(moment: number): string {
  const { year, month, day } = civil(moment);
  return `${day} ${MONTHS[month - 1]} ${yearWords(year)}`;
}

/** A moment in words as exact as a window of `span` days deserves. */
export function momentWords(moment: number, span: number): string {
  const { year, month } = civil(moment);
  if (Math.abs(year) > 20000 && span > YEAR_DAYS * 5000) {
    const ago = 2000 - moment / YEAR_DAYS - 30;
    return ago > 0 ? `${largeNumber(Number(ago.toPrecision(3)))} years ago` : yearWords(year);
  }
  if (span > 365 * 30) return yearWords(year);
  if (span > 365 * 2) return `${MONTHS[month - 1]} ${yearWords(year)}`;
  return span > 3 ? dayWords(moment) : `${clock(moment, span < 0.02)}, ${dayWords(moment)}`;
}
