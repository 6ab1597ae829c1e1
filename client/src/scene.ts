/** The scene contract (docs/scene.md), read once into typed columns, with what every drawing needs to know of an event. */
import { unpacked } from './body.ts';
import { numbers, texts, type NumberColumn, type TextColumn, type TextSource } from './columns.ts';
import { sparse, type Sparse } from './sparse.ts';
import { LINEAR, type Warp } from './warp.ts';

export const VERSION_KNOWN = 1;
export const FLAG = { approximate: 1, uncertain: 2, interval: 4, openStart: 8, openEnd: 16, unknownStart: 32, unknownEnd: 64, disputed: 128 } as const;
const RANGE_FLAGS = FLAG.interval | FLAG.openStart | FLAG.openEnd | FLAG.unknownStart | FLAG.unknownEnd;

/** How an event is drawn: a mark at a known day, a mark inside the extent of what is known, or a bar. */
export const FORM = { point: 0, soft: 1, range: 2 } as const;

export type Named = { id: string; title?: string; name?: string };

export interface Scene extends Sparse {
  title: string;
  subtitle: string;
  today: number;
  threads: Named[];
  kinds: string[];
  statuses: string[];
  actors: Named[];
  relationTypes: string[];
  count: number;
  start: Days;
  startLatest: Days;
  endEarliest: Days;
  end: Days;
  flags: Uint8Array;
  status: Uint8Array;
  thread: Int32Array;
  kind: Int32Array;
  weight: Uint8Array;
  publishers: ArrayLike<number>;
  /** Does any event name a publisher? Only then does their number say something. */
  told: boolean;
  id: TextColumn;
  titles: TextColumn;
  when: TextColumn;
  text: TextColumn;
  /** Actors of event i: `actor[actorFrom[i]]` up to `actor[actorFrom[i + 1]]`. */
  actorFrom: Int32Array;
  actor: Int32Array;
  relations: [number, number, number][];
  /** First and last finite moment of the whole scene. */
  span: [number, number];
  /** Drawn extent: `lo` and `hi` are finite; `at` is where the mark sits; `form` says how it is drawn. */
  lo: Days;
  hi: Days;
  at: Float64Array;
  form: Uint8Array;
  /** How times are laid out; `lo`, `hi` and `at` are places of it, and `times` what they are in time. */
  warp: Warp;
  times: { lo: Days; hi: Days; at: Float64Array };
  /** Row of an event id; built when first asked for. */
  find(id: string): number;
}

/** Whole days stay the integers that they came as: a million rows of them are not kept twice. */
export type Days = Float64Array | Int32Array;

type Raw = Record<string, unknown> & { columns?: Record<string, unknown> };

export function readScene(input: unknown): Scene {
  const raw = (typeof input === 'string' ? JSON.parse(input) : input instanceof ArrayBuffer ? unpacked(input) : input) as Raw;
  if (!raw || raw.version !== VERSION_KNOWN) throw new Error(`scene version ${String(raw?.version)} is not known to this view, which reads version ${VERSION_KNOWN}`);
  const base = { ...header(raw), ...times(raw), ...codes(raw), ...words(raw), ...links(raw), ...sparse(raw), told: false };
  base.told = some(base.publishers, (n) => n > 0);
  const span = finiteSpan(base);
  const { form, ...extents } = drawn(base, span);
  return { ...base, span, form, ...extents, times: extents, warp: LINEAR, find: finder(base.id, base.count) };
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

function header(raw: Raw) {
  return {
    title: String(raw.title ?? ''),
    subtitle: String(raw.subtitle ?? ''),
    today: typeof raw.today === 'number' ? raw.today : NaN,
    threads: list<Named>(raw.threads),
    kinds: list<string>(raw.kinds),
    statuses: list<string>(raw.statuses),
    actors: list<Named>(raw.actors),
    relationTypes: list<string>(raw.relation_types),
    count: Number(raw.count ?? 0),
  };
}

function column(raw: Raw, name: string, missing: (row: number) => number) {
  return numbers(name, raw.columns?.[name] as NumberColumn | undefined, Number(raw.count), missing);
}

type TypedArray = Float64Array | Int32Array | Uint8Array;

/** The column as that type; the very array where it is one already, for a million rows are not copied for nothing. */
function as<T extends TypedArray>(Type: new (values: ArrayLike<number>) => T, values: ArrayLike<number>): T {
  return values instanceof Type ? values : new Type(values);
}

const days = (values: ArrayLike<number>): Days => (values instanceof Int32Array ? values : as(Float64Array, values));

/** Null stands for "since ever" or "still going on", unless a flag says that the bound is unknown: then it may be anywhere. */
function times(raw: Raw) {
  const flags = as(Uint8Array, column(raw, 'flags', () => 0));
  const unknown = (row: number, bit: number) => (flags[row]! & bit) !== 0;
  return {
    flags,
    start: days(column(raw, 'start', () => -Infinity)),
    startLatest: days(column(raw, 'start_latest', (i) => (unknown(i, FLAG.unknownStart) ? Infinity : -Infinity))),
    endEarliest: days(column(raw, 'end_earliest', (i) => (unknown(i, FLAG.unknownEnd) ? -Infinity : Infinity))),
    end: days(column(raw, 'end', () => Infinity)),
  };
}

function codes(raw: Raw) {
  return {
    status: as(Uint8Array, column(raw, 'status', () => 0)),
    thread: as(Int32Array, column(raw, 'thread', () => -1)),
    kind: as(Int32Array, column(raw, 'kind', () => -1)),
    weight: as(Uint8Array, column(raw, 'weight', () => 0)),
    publishers: column(raw, 'publishers', () => 0),
  };
}

function words(raw: Raw) {
  const read = (name: string) => texts(name, raw.columns?.[name] as TextSource | undefined, Number(raw.count));
  return { id: read('id'), titles: read('title'), when: read('when'), text: read('text') };
}

const intColumn = (name: string, source: NumberColumn | undefined): Int32Array => as(Int32Array, numbers(name, source, -1, () => 0));

function links(raw: Raw) {
  const packed = raw.event_actors as { from?: NumberColumn; codes?: NumberColumn } | undefined;
  const relations = list<[number, number, number]>(raw.relations);
  if (packed?.from) return { actorFrom: intColumn('from', packed.from), actor: intColumn('codes', packed.codes), relations };
  const actors = list<number[]>(raw.event_actors);
  const actorFrom = new Int32Array(Number(raw.count) + 1);
  for (let i = 0; i + 1 < actorFrom.length; i++) actorFrom[i + 1] = actorFrom[i]! + (actors[i]?.length ?? 0);
  const actor = new Int32Array(actorFrom[actorFrom.length - 1]!);
  actors.forEach((codes, i) => actor.set(codes, actorFrom[i]!));
  return { actorFrom, actor, relations };
}

type Times = ReturnType<typeof times> & { count: number; today: number };

function finiteSpan(s: Times): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const bounds of [s.start, s.startLatest, s.endEarliest, s.end])
    for (let i = 0; i < s.count; i++) {
      const v = bounds[i]!;
      if (v < low && v !== -Infinity) low = v;
      if (v > high && v !== Infinity) high = v;
    }
  if (low > high) return Number.isFinite(s.today) ? [s.today - 365, s.today] : [0, 365];
  const open = s.flags.some((f) => (f & FLAG.openEnd) !== 0);
  return [low, open && s.today > high ? s.today : high];
}

/** Where the bounds are known, as they mostly are, the drawn extent is the very column: a million rows are not kept twice. */
function drawn(s: Times, span: [number, number]) {
  const n = s.count;
  const lo: Days = some(s.start, (v) => v === -Infinity) ? Float64Array.from(s.start, (_, i) => lowEnd(s, i, span)) : s.start;
  const hi: Days = some(s.end, (v, i) => v === Infinity || v < lo[i]!) ? Float64Array.from(s.end, (_, i) => Math.max(lo[i]!, highEnd(s, i, span))) : s.end;
  const form = new Uint8Array(n);
  const at = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const range = (s.flags[i]! & RANGE_FLAGS) !== 0;
    form[i] = range ? FORM.range : hi[i]! - lo[i]! > 1.000001 ? FORM.soft : FORM.point;
    // A mark stands in the middle of what is known: a day is not its midnight.
    at[i] = range ? lo[i]! : (lo[i]! + hi[i]!) / 2;
  }
  return { lo, hi, at, form };
}

function some(values: ArrayLike<number>, test: (value: number, row: number) => boolean): boolean {
  for (let i = 0; i < values.length; i++) if (test(values[i]!, i)) return true;
  return false;
}

function lowEnd(s: Times, i: number, span: [number, number]): number {
  if (s.start[i]! > -Infinity) return s.start[i]!;
  if ((s.flags[i]! & FLAG.unknownStart) !== 0) return finiteOf([s.endEarliest[i]!, s.end[i]!, span[0]]);
  return span[0];
}

function highEnd(s: Times, i: number, span: [number, number]): number {
  if (s.end[i]! < Infinity) return s.end[i]!;
  if ((s.flags[i]! & FLAG.openEnd) !== 0) return Number.isFinite(s.today) ? s.today : span[1];
  return finiteOf([s.endEarliest[i]!, s.startLatest[i]!, s.start[i]!, span[1]]);
}

const finiteOf = (values: number[]): number => values.find((v) => Number.isFinite(v))!;

function finder(id: TextColumn, count: number): (wanted: string) => number {
  let rows: Map<string, number> | null = null;
  return (wanted) => {
    if (!rows) {
      rows = new Map();
      for (let i = 0; i < count; i++) rows.set(id.at(i), i);
    }
    return rows.get(wanted) ?? -1;
  };
}
