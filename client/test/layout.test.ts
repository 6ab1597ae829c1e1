import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Box, Display } from '../src/items.ts';
import { buildLanes } from '../src/lanes.ts';
import { layout } from '../src/layout.ts';
import { remembered, tableMeasure } from '../src/metrics.ts';
import { paletteOf } from '../src/palette.ts';
import { readScene, type Scene } from '../src/scene.ts';
import { laneHeights, STRIP, worthMoving } from '../src/shares.ts';
import { clampWindow, type View, wholeWindow } from '../src/view.ts';
import { randomScene, type Row, sceneOf, seeded } from './scenes.ts';

function viewOf(scene: Scene, more: Partial<View> = {}): View {
  return { width: 1000, height: 500, window: wholeWindow(scene), selected: -1, focused: -1, hover: -1, palette: paletteOf('light'), measure: remembered(tableMeasure), memory: new Map(), titles: new Map(), top: 0, bottom: 0, ...more };
}

const frameOf = (scene: Scene, more: Partial<View> = {}): Display => layout(scene, buildLanes(scene), viewOf(scene, more));
const touch = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

test('labels never overlap each other and never leave the plot', () => {
  const random = seeded(11);
  for (let k = 0; k < 60; k++) {
    const scene = readScene(randomScene(k, Math.floor(3 ** (random() * 7)), 1 + Math.floor(random() * 6)));
    const whole = wholeWindow(scene);
    const span = (whole[1] - whole[0]) * random() ** 3;
    const from = whole[0] + random() * (whole[1] - whole[0] - span);
    const display = frameOf(scene, { width: 320 + random() * 1800, height: 300 + random() * 500, window: clampWindow(scene, [from, from + span]), selected: Math.floor(random() * scene.count) });
    display.labels.forEach((a, i) => {
      assert.ok(a.x0 >= display.plot.x0 && a.x1 <= display.plot.x1 && a.y0 >= display.plot.y0 && a.y1 <= display.plot.y1);
      display.labels.slice(i + 1).forEach((b) => assert.ok(!touch(a, b), `scene ${k}: ${a.lines} / ${b.lines}`));
    });
  }
});

test('the selected event is always labelled', () => {
  const scene = readScene(randomScene(5, 4000, 3));
  for (let ev = 0; ev < scene.count; ev += 397) assert.ok(frameOf(scene, { selected: ev }).labels.some((l) => l.ev === ev));
});

test('labels keep their place while panning', () => {
  const scene = readScene(randomScene(9, 120, 3));
  const lanes = buildLanes(scene);
  const view = viewOf(scene, { window: [15000, 16500], heights: laneHeights(scene, lanes, [15000, 16500], 460) });
  const before = layout(scene, lanes, view);
  const after = layout(scene, lanes, { ...view, window: [15004, 16504] });
  const inner = (display: Display) => display.labels.filter((l) => l.x0 > display.plot.x0 + 60 && l.x1 < display.plot.x1 - 60);
  const kept = inner(before).filter((l) => after.labels.some((m) => m.ev === l.ev && m.slot.row === l.slot.row && m.slot.side === l.slot.side));
  assert.ok(kept.length >= inner(before).length * 0.95, `${kept.length} of ${inner(before).length}`);
});

test('every event of the window is drawn or counted', () => {
  const scene = readScene(randomScene(13, 2500, 4));
  const display = frameOf(scene);
  const counted = display.hits.reduce((sum, hit) => sum + (hit.cluster?.count ?? 0), 0);
  const clustered = (ev: number) => display.hits.some((h) => h.cluster && display.lanes[h.cluster.lane]!.thread === scene.thread[ev] && scene.at[ev]! >= h.cluster.from && scene.at[ev]! <= h.cluster.to && scene.form[ev] === 0);
  const single = new Set(display.hits.filter((h) => h.ev >= 0).map((h) => h.ev).filter((ev) => !clustered(ev)));
  const bars = buildLanes(scene).reduce((sum, lane) => sum + lane.rows.reduce((n, row) => n + row.length, 0), 0);
  assert.ok(counted + single.size + bars >= scene.count);
});

const one = (row: Partial<Row>, window: [number, number], more: Record<string, unknown> = {}) => frameOf(readScene(sceneOf([{ id: 'x', start: 0, end: 1, ...row }], more)), { window });
const rects = (display: Display) => display.items.flatMap((i) => (i.t === 'rect' && i.ev === 0 ? [i] : []));

test('a range that began long before the window is found', () => {
  assert.equal(one({ start: -5000, end: 5000, flags: 4 }, [10, 20]).shown.length, 1);
});

test('a day known only as a month has an extent, a day only its mark', () => {
  assert.ok(rects(one({ start: 0, end: 31 }, [-100, 100])).some((r) => Math.abs(r.w - 155) < 1));
  assert.equal(rects(one({}, [-100, 100], {})).filter((r) => r.h > 5 && r.h < 12).length, 0);
});

test('fuzzy and open ends fade', () => {
  const fuzzy = rects(one({ start: 0, end: 100, startLatest: 30, endEarliest: 90, flags: 4 }, [-10, 110]))[0]!;
  assert.deepEqual(fuzzy.fade!.map(Math.round), [250, 83]);
  const ongoing = rects(one({ start: 0, end: null, startLatest: 1, endEarliest: null, flags: 20 }, [-10, 110], { today: 50 }))[0]!;
  assert.ok(ongoing.fade![1] >= 40 && Math.abs(ongoing.x + ongoing.w - 540) < 1);
});

test('an empty scene and a scene of one event are drawn', () => {
  assert.equal(frameOf(readScene(sceneOf([]))).shown.length, 0);
  assert.equal(frameOf(readScene(sceneOf([{ id: 'only', start: 100, end: 101 }]))).labels.length, 1);
});

test('windows are clamped between a minute and the whole', () => {
  const scene = readScene(randomScene(3, 50, 2));
  const narrow = clampWindow(scene, [15000, 15000.0000001]);
  assert.ok(Math.abs(narrow[1] - narrow[0] - 1 / 1440) < 1e-9);
  const wide = clampWindow(scene, [-1e12, 1e12]);
  assert.ok(wide[1] - wide[0] <= (wholeWindow(scene)[1] - wholeWindow(scene)[0]) * 1.2501);
});

const lane = (k: number, starts: number[], title = 'A title'): Row[] => starts.map((start, i) => ({ id: `l${k}-${i}`, start, end: start + 1, thread: k, title }));
const threads = [0, 1, 2].map((k) => ({ id: `t${k}`, title: `Thread ${k}` }));

test('lanes grow with what is in view, empty ones share what is left, and closed ones are strips', () => {
  const scene = readScene(sceneOf([...lane(0, [0, 100]), ...lane(1, [500, 501, 502, 503, 504]), ...lane(2, [500])], { threads }));
  const lanes = buildLanes(scene);
  const [a, b, c] = laneHeights(scene, lanes, [490, 510], 500);
  assert.ok(b! > c! && c! > a! && a! >= STRIP && Math.abs(a! + b! + c! - 500) < 1e-6);
  assert.ok(Math.abs(laneHeights(scene, lanes, [490, 510], 240)[0]! - STRIP) < 1e-6);
  assert.equal(laneHeights(scene, lanes, [490, 510], 500, new Set([1]))[1], STRIP);
  assert.deepEqual(laneHeights(scene, lanes, [700, 800], 300), [100, 100, 100]);
});

test('small changes of what is in view move no lane', () => {
  assert.ok(!worthMoving([100, 200, 100], [108, 185, 107]));
  assert.ok(worthMoving([100, 200, 100], [STRIP, 260, 114]));
  assert.ok(worthMoving([100, 200, 100], [160, 140, 100]));
});

test('a closed lane says nothing but the selected event', () => {
  const scene = readScene(sceneOf([...lane(0, [0, 50]), ...lane(1, [0, 50])], { threads }));
  const labelled = (selected: number) => frameOf(scene, { closed: new Set([0]), selected }).labels.map((l) => scene.thread[l.ev]);
  assert.ok(!labelled(-1).includes(0));
  assert.ok(labelled(scene.find('l0-0')).includes(0));
});

test('events of one day stand apart, the first on top, and each can be read', () => {
  const titles = ['Investors bid $97.4 billion for the nonprofit', 'The board would rather buy a social network', 'A third thing is said'];
  const scene = readScene(sceneOf(titles.map((title, i) => ({ id: `e${i}`, start: 100, end: 101, title, thread: 0, weight: 250 - i })), { threads }));
  for (const window of [[90, 130], [100, 101], [100.2, 100.8]] as [number, number][]) {
    const { labels } = frameOf(scene, { window, height: 560, width: 1200 });
    assert.deepEqual(labels.map((l) => l.lines.join(' ')).sort(), [...titles].sort(), String(window));
    const y = [0, 1, 2].map((ev) => labels.find((l) => l.ev === ev)!.y0);
    assert.ok(y[0]! < y[1]! && y[1]! < y[2]!, `${window}: ${y}`);
  }
});

test('a heavy title is whole before a light one is shown', () => {
  const long = 'A very long title of an event that everybody who reads this story ought to know about';
  const scene = readScene(sceneOf([{ id: 'heavy', start: 100, end: 101, title: long, weight: 255, thread: 0 }, ...lane(0, [96, 98, 99, 101, 102, 104])], { threads }));
  const label = frameOf(scene, { window: [60, 140], height: 260 }).labels.find((l) => scene.id.at(l.ev) === 'heavy')!;
  assert.equal(label.lines.join(' '), long);
});

test('a long silence is told on the axis, as sure as its ends are known', () => {
  const said = (flags: number) => frameOf(readScene(sceneOf([{ id: 'a', start: 0, end: 1 }, { id: 'b', start: 425, end: 426, flags }]))).outer.flatMap((i) => (i.t === 'text' && i.s.endsWith('later') ? [i.s] : []));
  assert.deepEqual(said(0), ['14 months later']);
  assert.deepEqual(said(1), ['about 14 months later']);
});

test('a relation to several events is named once', () => {
  const rows = [0, 40, 55, 70].map((start, i): Row => ({ id: `r${i}`, start, end: start + 1, thread: i % 2, weight: 200 }));
  const scene = readScene(sceneOf(rows, { threads, relations: [[1, 0, 0], [2, 0, 0], [3, 0, 0]] }));
  const display = frameOf(scene, { selected: 0 });
  assert.equal(display.items.filter((i) => i.t === 'text' && i.s === 'responds to').length, 1);
});

test('a sketch has columns of about the true heights, and names, counts and answers nothing', () => {
  const scene = readScene(randomScene(21, 40000, 3));
  const sketch = layout(scene, buildLanes(scene, 64), viewOf(scene));
  const whole = frameOf(scene);
  const tallest = ({ items }: Display) => Math.max(...items.map((i) => (i.t === 'rect' && i.alpha === 0.26 ? i.h : 0)));
  assert.deepEqual([sketch.labels.length, sketch.hits.length, sketch.items.filter((i) => i.t === 'text' && !i.s.startsWith('as of')).length], [0, 0, 0]);
  assert.ok(Math.abs(tallest(sketch) / tallest(whole) - 1) < 0.15, `${tallest(sketch)} ${tallest(whole)}`);
});

test('a label cut short for want of height is whole once its lane has grown, with its date where events are few', () => {
  const titles = ['An event whose title takes the room of two lines', 'Another event whose title takes the room of two lines', 'A third one that likewise takes the room of two lines'];
  const scene = readScene(sceneOf(titles.map((title, i) => ({ id: `e${i}`, start: 100 + i, end: 101 + i, title, thread: 0, when: `day ${i}` })), { threads }));
  const memory = new Map();
  const window: [number, number] = [85, 118];
  const low = frameOf(scene, { memory, window, height: 100 }).labels;
  const tall = frameOf(scene, { memory, window, height: 500 }).labels;
  assert.ok(low.some((l) => l.lines.join(' ').endsWith('…') || !l.date));
  assert.deepEqual(tall.map((l) => l.lines.join(' ')).sort(), [...titles].sort());
  assert.ok(tall.filter((l) => l.date === `day ${l.ev}`).length >= 2);
});

test('a mark known to the day stands in the middle of its day', () => {
  const scene = readScene(sceneOf([{ id: 'a', start: 100, end: 101 }, { id: 'b', start: 105.25, end: 105.25 }]));
  assert.deepEqual([...scene.at], [100.5, 105.25]);
});
