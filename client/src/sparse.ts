/** What few scenes have, read from the contract: eras, dates that a side tells otherwise, sums. */

/** Four bounds of a date, as the columns have them. */
export interface Bounds {
  start: number;
  startLatest: number;
  endEarliest: number;
  end: number;
}

export interface Era extends Bounds {
  title: string;
  when: string;
  /** Eras that overlap are written on rows of their own. */
  row: number;
}

/** Another date of an event, as one side has it. */
export interface Alternative extends Bounds {
  ev: number;
  by: string;
  when: string;
}

/** The greatest sum of some events, all of one currency; a range has two ends. */
export interface Sums {
  currency: string;
  ev: number[];
  least: number[];
  most: number[];
  words: string[];
}

export interface Sparse {
  eras: Era[];
  alternatives: Alternative[];
  sums: Sums;
}

type Raw = Record<string, unknown>;

export function sparse(raw: Raw): Sparse {
  const list = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);
  const sums = (raw.sums ?? {}) as Record<string, never[]>;
  return {
    eras: onRows(list(raw.eras).map((era) => ({ title: String(era.title), when: String(era.when), ...bounds(era), row: 0 }))),
    alternatives: list(raw.alternatives).map((a) => ({ ev: Number(a.event), by: String(a.by), when: String(a.when), ...bounds(a) })),
    sums: { currency: String(sums.currency ?? ''), ev: sums.events ?? [], least: sums.least ?? [], most: sums.most ?? [], words: sums.words ?? [] },
  };
}

function bounds(date: Raw): Bounds {
  const at = (name: string, missing: number) => (typeof date[name] === 'number' ? (date[name] as number) : missing);
  const start = at('start', -Infinity);
  const end = at('end', Infinity);
  return { start, startLatest: at('start_latest', start), endEarliest: at('end_earliest', end), end };
}

/** Eras that follow each other share a row though the day on which one ends is the day on which the next begins. */
const TOUCH = 0.02;

/** Each on the first row that is free when it begins, of those that begin together the longest first. */
function onRows(given: Era[]): Era[] {
  const eras = [...given].sort((a, b) => a.start - b.start || b.end - a.end);
  const ends: number[] = [];
  for (const era of eras) {
    const slack = Number.isFinite(era.end - era.start) ? (era.end - era.start) * TOUCH : 0;
    const row = ends.findIndex((end) => end <= era.start + slack);
    era.row = row < 0 ? ends.length : row;
    ends[era.row] = era.end;
  }
  return eras;
}
