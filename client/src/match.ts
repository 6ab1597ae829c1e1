/** Which events a query matches: one byte an event. */
import type { TextColumn } from './columns.ts';
import { dateRange, parseQuery, type Term } from './query.ts';
import type { Named, Scene } from './scene.ts';
import { lowerBound } from './sorting.ts';

/** Lower-case text of a whole column; made when first searched and kept with the scene. */
type Haystack = { text: string; offsets: ArrayLike<number> };
const haystacks = new WeakMap<TextColumn, Haystack>();

/** A byte for every event, 1 where all terms hold; null when the query is empty and everything matches. */
export function matchMask(scene: Scene, query: string | Term[]): Uint8Array | null {
  const terms = typeof query === 'string' ? parseQuery(query) : query;
  if (!terms.length) return null;
  const mask = new Uint8Array(scene.count).fill(1);
  for (const term of terms) {
    const hits = termHits(scene, term);
    const wanted = term.negated ? 0 : 1;
    for (let i = 0; i < mask.length; i++) if (hits[i] !== wanted) mask[i] = 0;
  }
  return mask;
}

export function countMask(mask: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < mask.length; i++) count += mask[i]!;
  return count;
}

function termHits(scene: Scene, { key, values }: Term): Uint8Array {
  if (key === 'text') return textHits(scene, values);
  if (key === 'thread') return codeHits(scene.thread, codesOf(scene.threads.map((t) => t.id), values));
  if (key === 'kind') return codeHits(scene.kind, codesOf(scene.kinds, values));
  if (key === 'status') return codeHits(scene.status, codesOf(scene.statuses, values));
  if (key === 'actor') return actorHits(scene, values);
  if (key === 'chain') return chainHits(scene, values);
  return key === 'id' ? idHits(scene, values) : dateHits(scene, key, values);
}

const codesOf = (names: string[], values: string[]): Set<number> => new Set(values.map((v) => names.indexOf(v)).filter((c) => c >= 0));

function codeHits(column: ArrayLike<number>, codes: Set<number>): Uint8Array {
  const wanted = new Uint8Array(Math.max(0, ...codes) + 1);
  for (const code of codes) wanted[code] = 1;
  const hits = new Uint8Array(column.length);
  for (let i = 0; i < hits.length; i++) hits[i] = wanted[column[i]!] ?? 0;
  return hits;
}

function actorHits(scene: Scene, values: string[]): Uint8Array {
  const codes = codesOf(scene.actors.map((a: Named) => a.id), values);
  const hits = new Uint8Array(scene.count);
  for (let i = 0; i < hits.length; i++) for (let k = scene.actorFrom[i]!; k < scene.actorFrom[i + 1]!; k++) if (codes.has(scene.actor[k]!)) hits[i] = 1;
  return hits;
}

function idHits(scene: Scene, values: string[]): Uint8Array {
  const hits = new Uint8Array(scene.count);
  for (const value of values) if (scene.find(value) >= 0) hits[scene.find(value)] = 1;
  return hits;
}

/** The event, what it goes back to step by step, and what goes back to it. */
function chainHits(scene: Scene, values: string[]): Uint8Array {
  const back = reached(scene, values, 0, 1);
  const ahead = reached(scene, values, 1, 0);
  return back.map((hit, i) => hit | ahead[i]!);
}

function reached(scene: Scene, values: string[], near: 0 | 1, far: 0 | 1): Uint8Array {
  const hits = idHits(scene, values);
  for (let grew = true; grew; ) {
    grew = false;
    for (const relation of scene.relations) {
      if (!hits[relation[near]] || hits[relation[far]]) continue;
      hits[relation[far]] = 1;
      grew = true;
    }
  }
  return hits;
}

function dateHits(scene: Scene, key: string, values: string[]): Uint8Array {
  const hits = new Uint8Array(scene.count);
  for (const value of values) {
    const [from, to] = dateRange(value)!;
    const { start, startLatest, end } = scene;
    for (let i = 0; i < hits.length; i++) {
      if (key === 'after' ? startLatest[i]! > from : key === 'before' ? start[i]! < from : start[i]! < to && end[i]! > from) hits[i] = 1;
    }
  }
  return hits;
}

function textHits(scene: Scene, values: string[]): Uint8Array {
  const hits = new Uint8Array(scene.count);
  for (const column of [scene.titles, scene.text])
    for (const value of values) searchColumn(haystackOf(column, scene.count), value.toLowerCase(), hits);
  return hits;
}

/** Mutates `hits`. One native search over the joined text; after a hit it goes on with the next event. */
function searchColumn({ text, offsets }: Haystack, needle: string, hits: Uint8Array): void {
  let row = 0;
  for (let at = text.indexOf(needle); at >= 0; ) {
    row = lowerBound(offsets, at + 1, row, Math.min(offsets.length, row + 64));
    if (offsets[row] === undefined || offsets[row]! < at + 1) row = lowerBound(offsets, at + 1, row);
    row--;
    const inside = at + needle.length <= offsets[row + 1]!;
    if (inside) hits[row] = 1;
    at = text.indexOf(needle, inside ? offsets[row + 1]! : at + 1);
  }
}

export function haystackOf(column: TextColumn, count: number): Haystack {
  const known = haystacks.get(column);
  if (known) return known;
  const { text, offsets } = column.whole();
  const lower = text.toLowerCase();
  const made = lower.length === text.length ? { text: lower, offsets } : oneByOne(column, count);
  haystacks.set(column, made);
  return made;
}

/** A few letters grow when lowered (İ), which would shift every offset after them. */
function oneByOne(column: TextColumn, count: number): Haystack {
  const parts: string[] = [];
  const offsets = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    parts.push(column.at(i).toLowerCase());
    offsets[i + 1] = offsets[i]! + parts[i]!.length;
  }
  return { text: parts.join(''), offsets };
}
