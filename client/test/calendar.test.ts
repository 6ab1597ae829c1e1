import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civil, clock, dayOf, largeNumber, momentWords, yearWords } from '../src/calendar.ts';
import { seeded } from './scenes.ts';

test('day numbers agree with the platform where it has a calendar', () => {
  const random = seeded(1);
  for (let i = 0; i < 5000; i++) {
    const day = Math.floor((random() - 0.5) * 2e7);
    const date = new Date(day * 86400000);
    assert.deepEqual(civil(day), { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
    assert.equal(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()), day);
  }
});

test('civil and dayOf undo each other out to fourteen billion years', () => {
  const random = seeded(2);
  for (let i = 0; i < 5000; i++) {
    const day = Math.floor((random() - 0.7) * 7e12);
    const { year, month, day: dom } = civil(day);
    assert.equal(dayOf(year, month, dom), day);
  }
});

test('months roll over', () => {
  assert.equal(dayOf(2025, 14), dayOf(2026, 2));
  assert.equal(dayOf(2025, 0), dayOf(2024, 12));
});

test('words', () => {
  assert.equal(dayOf(1970), 0);
  assert.equal(yearWords(-43), '44 BC');
  assert.equal(yearWords(0), '1 BC');
  assert.equal(yearWords(79), 'AD 79');
  assert.equal(yearWords(-11999), '12,000 BC');
  assert.equal(largeNumber(66e6), '66 million');
  assert.equal(largeNumber(4.5e9), '4.5 billion');
  assert.equal(clock(0.5 + 5 / 1440), '12:05');
  assert.equal(clock(-0.25, true), '18:00:00');
  assert.equal(momentWords(dayOf(2025, 2, 10), 30), '10 February 2025');
});
