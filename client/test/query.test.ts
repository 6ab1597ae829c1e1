import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchMask } from '../src/match.ts';
import { parseQuery, printQuery, withValues } from '../src/query.ts';
import { readScene } from '../src/scene.ts';

declare const CLIENT: string;
const golden = JSON.parse(readFileSync(join(CLIENT, '..', 'tests', 'golden', 'queries.json'), 'utf8')) as { scene: unknown; cases: { query: string; ids: string[] }[] };
const scene = readScene(golden.scene);

function ids(query: string): string[] {
  const mask = matchMask(scene, query);
  return Array.from({ length: scene.count }, (_, i) => i).filter((i) => !mask || mask[i]).map((i) => scene.id.at(i));
}

for (const { query, ids: expected } of golden.cases) {
  test(`query ${query}`, () => assert.deepEqual(ids(query), expected));
  test(`printed and read again: ${query}`, () => assert.deepEqual(ids(printQuery(parseQuery(query))), expected));
}

test('choosing values edits the text and leaves the rest alone', () => {
  assert.equal(withValues('musk', 'thread', ['a', 'b']), 'musk thread:a,b');
  assert.equal(withValues('thread:a "not for sale" -thread:c', 'thread', ['b']), 'thread:b "not for sale" -thread:c');
  assert.equal(withValues('kind:bid x', 'kind', []), 'x');
});

test('the tallies of a column search hold across entries', () => {
  assert.deepEqual(ids('bidopenai'), []);
});
