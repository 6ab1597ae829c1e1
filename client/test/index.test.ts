import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLanes, filterLanes, MAX_ROWS } from '../src/lanes.ts';
import { buildPeaks, exceeding, peak } from '../src/peaks.ts';
import { readScene } from '../src/scene.ts';
import { lowerBound, sortByKey } from '../src/sorting.ts';
import { randomScene, sceneOf, seeded } from './scenes.ts';

test('the tree finds the first greatest of any range, as a plain search does', () => {
  const random = seeded(3);
  for (const n of [0, 1, 15, 16, 17, 256, 257, 5000]) {
    const key = Uint8Array.from({ length: n }, () => Math.floor(random() * 40));
    const tree = buildPeaks(key);
    for (let k = 0; k < 300; k++) {
      const a = Math.floor(random() * (n + 1));
      const b = a + Math.floor(random() * (n + 1 - a));
      const plain = key.subarray(a, b).reduce((best, v, i) => (best < 0 || v > key[best]! ? a + i : best), -1);
      assert.equal(peak(tree, a, b), plain, `[${a}, ${b}) of ${n}`);
    }
  }
});

test('the tree lists all that exceed a bound', () => {
  const random = seeded(4);
  const key = Float64Array.from({ length: 3000 }, () => random());
  const tree = buildPeaks(key);
  for (let k = 0; k < 100; k++) {
    const to = Math.floor(random() * 3001);
    const plain = [...key.keys()].filter((i) => i < to && key[i]! > 0.97);
    assert.deepEqual(exceeding(tree, to, 0.97, 1e9), plain);
    assert.deepEqual(exceeding(tree, to, 0.97, 5), plain.slice(0, 5));
  }
});

test('sorting and bisection', () => {
  const random = seeded(5);
  const key = Float64Array.from({ length: 2000 }, () => Math.floor(random() * 300));
  const rows = Int32Array.from(key.keys());
  const plain = [...rows].sort((a, b) => key[a]! - key[b]! || a - b);
  assert.deepEqual([...sortByKey(rows, key)], plain);
  const sorted = Float64Array.from(plain, (i) => key[i]!);
  for (let v = -1; v < 302; v++) assert.equal(lowerBound(sorted, v), sorted.filter((s) => s < v).length);
});

test('rows hold no overlap, and every event is in a row or among the marks', () => {
  const scene = readScene(randomScene(6, 3000, 4));
  let found = 0;
  for (const lane of buildLanes(scene)) {
    assert.ok(lane.rows.length <= MAX_ROWS);
    found += lane.events.length;
    for (const row of lane.rows) {
      found += row.length;
      for (let i = 1; i < row.length; i++) assert.ok(scene.hi[row[i - 1]!]! <= scene.lo[row[i]!]!);
    }
    assert.deepEqual([...lane.at], [...lane.at].sort((a, b) => a - b));
  }
  assert.equal(found, scene.count);
});

test('filtering keeps each event in its row', () => {
  const scene = readScene(randomScene(7, 500, 3));
  const lanes = buildLanes(scene);
  const mask = Uint8Array.from({ length: scene.count }, (_, i) => i % 3 && 1);
  const left = filterLanes(scene, lanes, mask);
  left.forEach((lane, k) => lane.rows.forEach((row, r) => assert.deepEqual([...row], [...lanes[k]!.rows[r]!].filter((e) => mask[e]))));
});

test('base64 columns read like JSON arrays', () => {
  const plain = sceneOf([{ id: 'a', start: 1.5, end: 2.5, title: 'Über 你好 😀' }, { id: 'b', start: 3, end: null, flags: 20, title: 'plain' }]);
  const columns = { ...(plain.columns as Record<string, unknown>) };
  const bytes = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
  columns.start = { dtype: 'f8', b64: bytes(Float64Array.of(1.5, 3)) };
  columns.end = { dtype: 'f8', b64: bytes(Float64Array.of(2.5, Infinity)) };
  const titles = ['Über 你好 😀', 'plain'].map((t) => Buffer.from(t));
  columns.title = { utf8: Buffer.concat(titles).toString('base64'), offsets: [0, titles[0]!.length, titles[0]!.length + titles[1]!.length] };
  const [a, b] = [readScene(plain), readScene({ ...plain, columns })];
  assert.deepEqual([...a.start, ...a.end], [...b.start, ...b.end]);
  assert.deepEqual([a.titles.at(0), a.titles.at(1)], [b.titles.at(0), b.titles.at(1)]);
  assert.deepEqual([...b.titles.whole().offsets], [0, 10, 15]);
});

test('a scene that is not one is refused with a reason', () => {
  assert.throws(() => readScene({ version: 2 }), /version 2/);
  const broken = sceneOf([{ id: 'a', start: 0, end: 1 }]);
  (broken.columns as Record<string, unknown>).weight = [];
  assert.throws(() => readScene(broken), /'weight' has 0 entries/);
});

test('a scene that comes as a body of bytes is the same scene', () => {
  const numbers = [Float64Array.of(1, 5.5), Int32Array.of(0, 3, 5)];
  const head = { version: 1, count: 2, columns: {} as Record<string, unknown>, event_actors: { from: { dtype: 'i4', at: 40, bytes: 12 }, codes: { dtype: 'i4', at: 40, bytes: 0 } } };
  for (const name of ['start', 'start_latest', 'end_earliest', 'end']) head.columns[name] = { dtype: 'f8', at: 0, bytes: 16 };
  for (const name of ['flags', 'status', 'thread', 'kind', 'weight', 'publishers']) head.columns[name] = { dtype: 'u1', at: 16, bytes: 2 };
  for (const name of ['id', 'title', 'when', 'text']) head.columns[name] = { at: 32, bytes: 5, offsets: { dtype: 'i4', at: 40, bytes: 12 } };
  let json = JSON.stringify(head);
  json += ' '.repeat((8 - (json.length % 8)) % 8);
  const bytes = new Uint8Array(16 + json.length + 56);
  bytes.set(new TextEncoder().encode('TLSCENE1'));
  new DataView(bytes.buffer).setUint32(8, json.length, true);
  bytes.set(new TextEncoder().encode(json), 16);
  const base = 16 + json.length;
  bytes.set(new Uint8Array(numbers[0]!.buffer), base);
  bytes.set(new TextEncoder().encode('onezz'), base + 32);
  bytes.set(new Uint8Array(numbers[1]!.buffer), base + 40);
  const scene = readScene(bytes.buffer);
  assert.deepEqual([scene.id.at(0), scene.titles.at(1), [...scene.start], scene.find('zz')], ['one', 'zz', [1, 5.5], 1]);
  assert.throws(() => readScene(new ArrayBuffer(40)), /not a scene/);
});
