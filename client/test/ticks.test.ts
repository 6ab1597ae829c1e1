import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '../src/calendar.ts';
import { stepAt, ticks } from '../src/ticks.ts';

const over = (from: number, to: number, width = 1000) => ticks(from, to, stepAt(width / (to - from)));
const labels = (from: number, to: number) => over(from, to).minor.map((t) => t.label);

test('days with their month', () => {
  const { minor, major } = over(dayOf(2025, 2, 8), dayOf(2025, 2, 20));
  assert.deepEqual(minor.slice(0, 3).map((t) => t.label), ['8', '9', '10']);
  assert.deepEqual(major.map((t) => t.label), ['February 2025']);
});

test('minutes of a day', () => {
  const day = dayOf(2025, 6, 12);
  assert.deepEqual(over(day + 11 / 24, day + 11.1 / 24, 400).minor.map((t) => t.label), ['11:00', '11:01', '11:02', '11:03', '11:04', '11:05', '11:06']);
});

test('years before the era have no year 0', () => {
  assert.deepEqual(labels(dayOf(-299), dayOf(301)), ['300 BC', '250 BC', '200 BC', '150 BC', '100 BC', '50 BC', 'AD 1', 'AD 50', '100', '150', '200', '250', '300']);
});

test('deep time counts back from the present', () => {
  assert.deepEqual(labels(dayOf(-70e6), dayOf(2020)).slice(-2), ['10 million', 'present']);
});

test('every scale from a minute to the whole has some ticks, in order, inside, and not too many', () => {
  for (let span = 1 / 1440; span < 6e12; span *= 1.7)
    for (const middle of [dayOf(2025, 2, 10), dayOf(-44), -span / 3]) {
      const [from, to] = [middle - span / 2, middle + span / 2];
      const { minor } = over(from, to);
      assert.ok(minor.length >= 2 && minor.length <= 60, `${minor.length} ticks at ${span} days`);
      minor.forEach((t, i) => assert.ok(t.at >= from && t.at <= to && (i === 0 || t.at > minor[i - 1]!.at)));
    }
});
