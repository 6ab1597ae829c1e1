/** Scenes for tests: small ones written out, large ones from a seeded generator. */

export type Row = { id: string; start: number | null; end: number | null; title?: string; flags?: number; thread?: number; weight?: number; status?: number; kind?: number; text?: string; startLatest?: number | null; endEarliest?: number | null; actors?: number[]; when?: string };

export const STATUSES = ['established', 'reported', 'alleged', 'disputed', 'denied', 'planned'];

export function sceneOf(rows: Row[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const low = (v: number | null) => v ?? -Infinity;
  const sorted = [...rows].sort((a, b) => low(a.start) - low(b.start) || (a.end ?? Infinity) - (b.end ?? Infinity) || (a.id < b.id ? -1 : 1));
  const column = <T>(get: (row: Row) => T): T[] => sorted.map(get);
  return {
    version: 1, title: 'A scene', subtitle: '', language: 'en', today: null,
    threads: [], kinds: ['a', 'b'], statuses: STATUSES, actors: [], relation_types: ['responds-to'],
    count: sorted.length,
    columns: {
      start: column((r) => r.start), end: column((r) => r.end),
      start_latest: column((r) => (r.startLatest === undefined ? r.end : r.startLatest)),
      end_earliest: column((r) => (r.endEarliest === undefined ? r.start : r.endEarliest)),
      flags: column((r) => r.flags ?? 0), status: column((r) => r.status ?? 0), thread: column((r) => r.thread ?? -1),
      kind: column((r) => r.kind ?? -1), weight: column((r) => r.weight ?? 100), publishers: column(() => 1),
      id: column((r) => r.id), title: column((r) => r.title ?? r.id), when: column((r) => r.when ?? 'some day'), text: column((r) => r.text ?? ''),
    },
    event_actors: column((r) => r.actors ?? []), relations: [],
    ...more,
  };
}

/** Numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = 'the board bids for control after a long hearing with new investors while court weighs claims on funding'.split(' ');

export function randomScene(seed: number, n: number, lanes: number): Record<string, unknown> {
  const random = seeded(seed);
  const pick = (m: number) => Math.floor(random() * m);
  const rows = Array.from({ length: n }, (_, i): Row => {
    const start = 14000 + pick(5000);
    const shape = random();
    const length = shape < 0.15 ? 3 + pick(500) : shape < 0.3 ? 30 : 1;
    const flags = (shape < 0.15 ? 4 : 0) | (random() < 0.1 ? 1 : 0) | (random() < 0.1 ? 128 : 0);
    return { id: `e${i}`, start, end: start + length, flags, thread: pick(lanes + 1) - 1, weight: pick(256), status: pick(6), title: Array.from({ length: 2 + pick(10) }, () => WORDS[pick(WORDS.length)]).join(' ') };
  });
  return sceneOf(rows, { today: 18000, threads: Array.from({ length: lanes }, (_, k) => ({ id: `t${k}`, title: `Thread number ${k}` })) });
}
