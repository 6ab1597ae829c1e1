/** Where the axis is divided, from seconds to billions of years: a table of steps and a bisection by room. */
import { civil, clock, dayOf, largeNumber, MONTHS, YEAR_DAYS, yearWords } from './calendar.ts';

export interface Tick {
  at: number;
  label: string;
}
export interface Ticks {
  minor: Tick[];
  /** The larger unit that names the context; `short` where the long form has no room. */
  major: (Tick & { short: string })[];
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year' | 'ago';
export interface Step {
  unit: Unit;
  n: number;
  days: number;
  room: number;
}

const step = (unit: Unit, n: number, days: number, room: number): Step => ({ unit, n, days: n * days, room });
const STEPS: Step[] = [
  ...[1, 5, 10, 15, 30].map((n) => step('second', n, 1 / 86400, 76)),
  ...[1, 5, 10, 15, 30].map((n) => step('minute', n, 1 / 1440, 58)),
  ...[1, 3, 6].map((n) => step('hour', n, 1 / 24, 58)),
  // Half days only where they are wide: most events are known by the day, and a row of midnights says nothing.
  step('hour', 12, 1 / 24, 110),
  ...[1, 2, 7, 14].map((n) => step('day', n, 1, 30)),
  ...[1, 3].map((n) => step('month', n, 30.44, 44)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => step('year', n, YEAR_DAYS, 68)),
];
for (let power = 1e4; power <= 1e10; power *= 10) for (const n of [1, 2, 5]) STEPS.push(step('ago', n * power, YEAR_DAYS, 92));

const MOST = 400;

/** The finest step whose labels have room at that many pixels a day. */
export const stepAt = (scale: number): Step => STEPS.find((s) => s.days * scale >= s.room) ?? STEPS[STEPS.length - 1]!;

export function ticks(from: number, to: number, step: Step): Ticks {
  const minor = MAKERS[step.unit](from, to, step).filter((t) => t.at >= from && t.at <= to).slice(0, MOST);
  return { minor, major: majors(from, to, step.unit) };
}

const MAKERS: Record<Unit, (from: number, to: number, s: Step) => Tick[]> = { second: clockTicks, minute: clockTicks, hour: clockTicks, day: dayTicks, month: monthTicks, year: yearTicks, ago: agoTicks };

function clockTicks(from: number, to: number, s: Step): Tick[] {
  const perDay = Math.round(1 / s.days);
  const out: Tick[] = [];
  for (let k = Math.ceil(from * perDay); k <= to * perDay && out.length < MOST; k++) {
    const whole = Math.floor(k / perDay);
    const at = whole + (k - whole * perDay) / perDay;
    out.push({ at, label: clock(at, s.unit === 'second') });
  }
  return out;
}

/** Days of the month 1, 8, 15, 22 rather than weeks: they start again with each month, as calendars on paper do. */
function dayTicks(from: number, to: number, s: Step): Tick[] {
  const out: Tick[] = [];
  const { year, month } = civil(from);
  for (let m = month; out.length < MOST; m++) {
    const first = dayOf(year, m);
    if (first > to) break;
    const length = dayOf(year, m + 1) - first;
    for (let d = 1; d <= length - (s.n > 1 ? s.n / 2 : 0); d += s.n) out.push({ at: first + d - 1, label: String(d) });
  }
  return out;
}

function monthTicks(from: number, to: number, s: Step): Tick[] {
  const out: Tick[] = [];
  const { year } = civil(from);
  for (let m = 1; out.length < MOST; m += s.n) {
    const at = dayOf(year, m);
    if (at > to) break;
    out.push({ at, label: MONTHS[(m - 1) % 12]!.slice(0, 3) });
  }
  return out;
}

/** Round years on both sides of the era: …, 200 BC, 100 BC, AD 1, 100, … There is no year 0 to round to. */
function yearTicks(from: number, to: number, s: Step): Tick[] {
  const out: Tick[] = [];
  for (let k = Math.floor((civil(from).year - 1) / s.n); out.length < MOST; k++) {
    const year = k > 0 ? k * s.n : 1 + k * s.n;
    const at = dayOf(year);
    if (at > to) break;
    if (!(s.n === 1 && k === 1)) out.push({ at, label: yearWords(year) });
  }
  return out;
}

/** Beyond ten thousand years, how long before the year 2000. */
function agoTicks(from: number, to: number, s: Step): Tick[] {
  const present = dayOf(2000);
  const out: Tick[] = [];
  for (let k = Math.ceil((from - present) / s.days); k * s.days + present <= to && out.length < MOST; k++) {
    out.push({ at: present + k * s.days, label: k === 0 ? 'present' : (k > 0 ? 'in ' : '') + largeNumber(Math.abs(k) * s.n) });
  }
  return out;
}

function majors(from: number, to: number, unit: Unit): Ticks['major'] {
  if (unit === 'ago') return [{ at: from, label: 'years ago', short: 'years ago' }];
  if (unit === 'year') return [];
  if (unit === 'month') return series((k) => dayOf(civil(from).year + k), to, (at) => [yearWords(civil(at).year)]);
  const { year, month } = civil(from);
  if (unit === 'day') return series((k) => dayOf(year, month + k), to, monthName);
  return series((k) => Math.floor(from) + k, to, dayName);
}

function series(at: (k: number) => number, to: number, words: (at: number) => string[]): Ticks['major'] {
  const out: Ticks['major'] = [];
  for (let k = 0; at(k) <= to && out.length < MOST; k++) {
    const [label, short] = words(at(k));
    out.push({ at: at(k), label: label!, short: short ?? label! });
  }
  return out;
}

function monthName(at: number): string[] {
  const { year, month } = civil(at);
  const name = MONTHS[month - 1]!;
  return [`${name} ${yearWords(year)}`, name.slice(0, 3)];
}

function dayName(at: number): string[] {
  const { year, month, day } = civil(at);
  const name = MONTHS[month - 1]!;
  return [`${day} ${name} ${yearWords(year)}`, `${day} ${name.slice(0, 3)}`];
}
