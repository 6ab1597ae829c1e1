/** A filter as text and as terms. The same rules stand in timeline/query.py; tests/golden/queries.json holds both to them. */
import { dayOf } from './calendar.ts';

export const KEYS = ['thread', 'actor', 'kind', 'status', 'during', 'after', 'before', 'id', 'chain'] as const;
export type Key = (typeof KEYS)[number] | 'text';
export interface Term {
  key: Key;
  values: string[];
  negated: boolean;
}

const DATED: readonly string[] = ['during', 'after', 'before'];
const TERM = /(-)?(?:([a-z]+):("[^"]*"?|\S*)|"([^"]*)"?|(\S+))/g;

/** Every text is a query: a word with an unknown key, or with a date that is none, is looked for as text. */
export function parseQuery(text: string): Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(TERM)) {
    const term = readTerm(match);
    if (term && term.values.some((v) => v !== '')) terms.push(term);
  }
  return terms;
}

function readTerm([all, minus, key, value, quoted, word]: RegExpMatchArray): Term | null {
  const negated = minus !== undefined;
  if (key !== undefined && (KEYS as readonly string[]).includes(key)) return keyed(key as Key, value!, negated, all!);
  const text = (quoted ?? word ?? `${key}:${value}`).replaceAll('"', '');
  return { key: 'text', values: [text], negated };
}

function keyed(key: Key, value: string, negated: boolean, all: string): Term | null {
  const values = value.replace(/^"+|"+$/g, '').split(',').filter((v) => v !== '');
  if (!values.length) return null;
  if (DATED.includes(key) && !values.every(dateRange)) return { key: 'text', values: [all.replace(/^-+/, '').replaceAll('"', '')], negated };
  return { key, values, negated };
}

export function printQuery(terms: Term[]): string {
  return terms.map(printTerm).join(' ');
}

function printTerm({ key, values, negated }: Term): string {
  const value = values.join(',');
  const quoted = `"${value.replaceAll('"', '')}"`;
  const plain = key === 'text' ? /^[^\s"-][^\s":]*$/.test(value) : !/[\s"]/.test(value);
  return (negated ? '-' : '') + (key === 'text' ? '' : `${key}:`) + (plain ? value : quoted);
}

const DATE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** The days [from, to) of a year, month or day, or of an interval of two; null when it is no date. */
export function dateRange(text: string): [number, number] | null {
  const [first, second, ...more] = text.split('/');
  const from = oneDate(first!);
  if (!from || more.length) return null;
  if (second === undefined) return from;
  if (second === '') return [from[0], Infinity];
  const to = oneDate(second);
  return to && to[1] > from[0] ? [from[0], to[1]] : null;
}

/** EDTF writes seasons as months 21 to 24, the spring of the north first. */
function oneDate(text: string): [number, number] | null {
  const match = DATE.exec(text);
  if (!match || match[1] === '-0000') return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return [dayOf(year), dayOf(year + 1)];
  const month = Number(match[2]);
  if (match[3] === undefined) return months(year, month);
  const start = dayOf(year, month, Number(match[3]));
  const valid = month >= 1 && month <= 12 && Number(match[3]) >= 1 && start < dayOf(year, month + 1);
  return valid ? [start, start + 1] : null;
}

function months(year: number, month: number): [number, number] | null {
  if (month >= 1 && month <= 12) return [dayOf(year, month), dayOf(year, month + 1)];
  if (month < 21 || month > 24) return null;
  const first = (month - 21) * 3 + 3;
  return [dayOf(year, first), dayOf(year, first + 3)];
}

/** The text with the values of `key` replaced by `values`; none removes the term. Excluding terms are left alone. */
export function withValues(text: string, key: Key, values: string[]): string {
  const terms = parseQuery(text);
  const at = terms.findIndex((t) => t.key === key && !t.negated);
  const others = terms.filter((t) => t.key !== key || t.negated);
  if (values.length) others.splice(at < 0 ? others.length : at, 0, { key, values, negated: false });
  return printQuery(others);
}
