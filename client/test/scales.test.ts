import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Display, Item } from '../src/items.ts';
import { legendOf } from '../src/legend.ts';
import { paletteOf } from '../src/palette.ts';
import { rescaled } from '../src/rescale.ts';
import { readScene } from '../src/scene.ts';
import { compose, stillLayout } from '../src/still.ts';
import { clampWindow, placesOf, timesOf } from '../src/view.ts';
import { SCALES } from '../src/warp.ts';
import { randomScene, sceneOf } from './scenes.ts';

const laid = (scene: unknown, view: object = {}): Display => JSON.parse(stillLayout(scene, { width: 1000, height: 500, ...view }));

test('on every scale order and ends are kept, and the way back leads back', () => {
  for (let seed = 0; seed < 12; seed++) {
    const scene = readScene(randomScene(seed, 3 ** (seed % 7), 3));
    for (const name of SCALES) {
      const { warp, span, times, at } = rescaled(scene, name);
      assert.deepEqual(span.map(warp.to), span);
      const order = Array.from(at, (_, i) => i).sort((a, b) => times.at[a]! - times.at[b]!);
      order.forEach((i, k) => assert.ok(k === 0 || at[order[k - 1]!]! <= at[i]! + 1e-9));
      for (const t of [...times.at, span[0] - 1000, span[1] + 1000, (span[0] + span[1]) / 2]) assert.ok(Math.abs(warp.back(warp.to(t)) - t) < 1e-6);
    }
  }
});

test('a scene put on a scale and back is the scene', () => {
  const scene = readScene(randomScene(3, 200, 3));
  const again = rescaled(rescaled(scene, 'even'), 'linear');
  assert.deepEqual([again.at, again.lo, again.hi, again.warp.name], [scene.at, scene.lo, scene.hi, 'linear']);
});

test('from date to date the room is the same; events of one day share theirs', () => {
  const days = [0, 1, 2, 2, 1000, 3000];
  const scene = rescaled(readScene(sceneOf(days.map((d, i) => ({ id: `e${i}`, start: d, end: d + 1 })))), 'even');
  const places = [...new Set(scene.at)].sort((a, b) => a - b);
  const steps = places.slice(1).map((p, i) => p - places[i]!);
  steps.forEach((s) => assert.ok(Math.abs(s - steps[0]!) < 1e-6));
  assert.equal(places.length, 5);
});

test('the dense scale gives a crowd more room than time alone would, and a silence less', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ id: `e${i}`, start: i < 50 ? i : 50 + (i - 49) * 300, end: (i < 50 ? i : 50 + (i - 49) * 300) + 1 }));
  const scene = rescaled(readScene(sceneOf(rows)), 'dense');
  const share = (scene.warp.to(50) - scene.span[0]) / (scene.span[1] - scene.span[0]);
  assert.ok(share > 0.5 && share < 0.9, String(share));
});

test('a window of times survives the change of scale', () => {
  const scene = readScene(randomScene(5, 300, 3));
  const window: [number, number] = [15000.25, 15400.5];
  for (const name of SCALES) {
    const on = rescaled(scene, name);
    timesOf(on, clampWindow(on, placesOf(on, window))).forEach((t, i) => assert.ok(Math.abs(t - window[i]!) < 1e-5));
  }
});

test('ticks of a warped axis stand in order and never touch', () => {
  for (const scale of SCALES) {
    const { outer, plot } = laid(randomScene(8, 300, 2), { scale });
    const labels = outer.filter((i): i is Extract<Item, { t: 'text' }> => i.t === 'text' && i.y === plot.y1 + 14);
    assert.ok(labels.length > 3);
    labels.slice(1).forEach((l, i) => assert.ok(l.x >= labels[i]!.x + labels[i]!.w + 4, `${scale}: ${labels[i]!.s} ${l.s}`));
  }
});

const eras = (...bounds: [number, number | null, string][]) => ({ eras: bounds.map(([start, end, title]) => ({ title, when: '', start, start_latest: start, end_earliest: end, end })) });
const titles = ({ outer, plot }: Display) => outer.flatMap((i) => (i.t === 'text' && i.y < plot.y0 && i.bold && i.size === 11.5 ? [{ s: i.s, y: i.y, x: i.x }] : []));

test('eras are named above the plot, those that follow each other on one row', () => {
  const rows = Array.from({ length: 9 }, (_, i) => ({ id: `e${i}`, start: i * 100, end: i * 100 + 1 }));
  const scene = sceneOf(rows, eras([0, 401, 'First'], [400, 801, 'Second'], [0, null, 'Both of them']));
  const found = titles(laid(scene, { header: false }));
  assert.deepEqual(new Set(found.map((f) => f.s)), new Set(['First', 'Second', 'Both of them']));
  const y = (s: string) => found.find((f) => f.s === s)!.y;
  assert.equal(y('First'), y('Second'));
  assert.notEqual(y('First'), y('Both of them'));
});

test('an era without an end shares its row with nobody it overlaps', () => {
  const scene = readScene(sceneOf([{ id: 'a', start: 0, end: 1 }, { id: 'b', start: 900, end: 901 }], eras([0, 400, 'First'], [200, null, 'Open'], [500, 600, 'Third'])));
  assert.deepEqual(scene.eras.map((e) => [e.title, e.row]), [['First', 0], ['Open', 1], ['Third', 0]]);
});

test('a title stays in sight as long as its era does', () => {
  const rows = Array.from({ length: 9 }, (_, i) => ({ id: `e${i}`, start: i * 100, end: i * 100 + 1 }));
  const display = laid(sceneOf(rows, eras([0, 800, 'All of it'])), { header: false, window: [300, 310] });
  assert.ok(titles(display)[0]!.x >= display.plot.x0);
});

const disputed = { alternatives: [{ event: 0, by: 'Ann', when: '1 May', start: 500, start_latest: 501, end_earliest: 500, end: 501 }] };

test('a date that a side tells otherwise has an empty mark, and says whose it is', () => {
  const scene = sceneOf([{ id: 'a', start: 0, end: 1, flags: 128 }, { id: 'b', start: 1000, end: 1001 }], disputed);
  const hit = laid(scene).hits.find((h) => h.note);
  assert.deepEqual([hit!.note, (hit as unknown as { event: string }).event], ['as Ann has it: 1 May', 'a']);
  assert.equal(laid(scene, { filter: 'id:b' }).hits.find((h) => h.note), undefined);
  const near = { alternatives: [{ ...disputed.alternatives[0], start: 2, start_latest: 3, end_earliest: 2, end: 3 }] };
  assert.equal(laid({ ...scene, ...near }).hits.find((h) => h.note), undefined, 'too near to be told apart');
});

test('a date without an end that a side tells is drawn as far as one can see', () => {
  const open = { alternatives: [{ ...disputed.alternatives[0], start: 300, end: null, end_earliest: null }] };
  const display = laid(sceneOf([{ id: 'a', start: 0, end: 1 }, { id: 'b', start: 1000, end: 1001 }], open));
  const hit = display.hits.find((h) => h.note)!;
  assert.ok(hit.x1 > display.plot.x1 && hit.x1 < display.plot.x1 + 100 && hit.x0 > display.plot.x0);
});

const sums = { sums: { currency: 'USD', events: [0, 1], least: [1e9, 4e9], most: [1e9, 4e9], words: ['$1 billion', '$4 billion'] } };

test('sums are discs of true area, only when asked for', () => {
  const scene = sceneOf([{ id: 'a', start: 0, end: 1 }, { id: 'b', start: 1000, end: 1001 }], sums);
  const discs = (view: object) => laid(scene, view).items.flatMap((i) => (i.t === 'rect' && i.r === i.w / 2 && i.stroke ? [i.w] : []));
  assert.deepEqual(discs({}), []);
  const [large, small] = discs({ amounts: true });
  assert.ok(Math.abs(large! / small! - 2) < 1e-9);
});

test('marks say by how many publishers they are told, and the legend what is on screen', () => {
  const scene = sceneOf([{ id: 'a', start: 0, end: 1 }, { id: 'b', start: 1000, end: 1001 }], { ...sums, ...disputed, ...eras([0, 500, 'Era']) });
  (scene.columns as Record<string, unknown>).publishers = [1, 7];
  const { scene: read, display } = compose(scene, { scale: 'even', amounts: true });
  const words = legendOf({ scene: read, display, palette: paletteOf('light'), selected: -1, amounts: true }).map((e) => e.words).join('\n');
  for (const said of ['one independent publisher', 'three or more', 'where a side has it instead', 'a disc of this size is USD', 'any two dates are equally far apart', 'an era']) assert.ok(words.includes(said), said);
  assert.ok(!words.includes('two independent publishers'));
});
