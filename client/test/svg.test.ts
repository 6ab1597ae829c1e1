import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { xml } from '../src/paint-svg.ts';
import { stillLayout, stillSvg } from '../src/still.ts';
import { randomScene, sceneOf } from './scenes.ts';

declare const CLIENT: string;
const golden = join(CLIENT, '..', 'tests', 'golden');

/** Tags nest, attributes are quoted, no bare ampersand or angle bracket is left. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(/<(\/?)([a-zA-Z]+)((?:\s[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/g, (_, close, name, __, empty) => {
    if (close) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
    return '';
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]|&(?!#\d+;)/);
}

test('the picture is well formed and the same each time', () => {
  for (const n of [0, 1, 40, 3000]) {
    const scene = randomScene(n, n, 3);
    const view = { footer: 'Sources & more', selected: 'e0' };
    const svg = stillSvg(scene, view);
    assertWellFormed(svg);
    assert.equal(stillSvg(JSON.stringify(scene), JSON.stringify(view)), svg);
  }
});

for (const name of readdirSync(golden).filter((n) => /^scene-.*\.json$/.test(n))) {
  test(`the scene that Python wrote is drawn: ${name}`, () => {
    const scene = JSON.parse(readFileSync(join(golden, name), 'utf8'));
    assertWellFormed(stillSvg(scene));
    assert.ok(JSON.parse(stillLayout(scene)).labels.length > 3);
  });
}

test('hostile text stays text', () => {
  const title = '</text><script>alert(1)</script>&\u0000\u000b\ud800 "quoted"';
  const svg = stillSvg(sceneOf([{ id: 'a"b<c', start: 0, end: 1, title, weight: 255 }], { title, threads: [{ id: 't', title }] }));
  assertWellFormed(svg);
  assert.doesNotMatch(svg, /<script|[\u0000\u000b\ud800]/);
  assert.match(svg, /data-event="a&#34;b&#60;c"/);
});

test('escaping keeps what XML allows', () => {
  assert.equal(xml('a\tb\nc 😀 \udc00'), 'a\tb\nc 😀 ');
});

test('right-to-left titles are set right to left, and every label has its length', () => {
  const svg = stillSvg(sceneOf([{ id: 'a', start: 0, end: 1, title: 'مرحبا بالعالم' }]));
  assert.match(svg, /direction="rtl" text-anchor="end"[^>]*textLength/);
});

test('the display list names events by id', () => {
  const display = JSON.parse(stillLayout(sceneOf([{ id: 'a', start: 0, end: 1 }])));
  assert.deepEqual(display.shown, ['a']);
  assert.equal(display.labels[0].event, 'a');
  assert.ok(display.items.some((i: { event?: string }) => i.event === 'a'));
});
