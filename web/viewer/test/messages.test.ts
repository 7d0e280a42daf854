import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Texts } from '../src/messages/messages.ts';

test('a probability is never rounded to none or all', () => {
  const percents = (locale: string) => [0, 0.004, 0.01, 0.5, 0.99, 0.996, 1].map((p) => new Texts(locale).percent(p).replace(/\s/g, ' '));
  assert.deepEqual(percents('en'), ['0%', '< 1%', '1%', '50%', '99%', '> 99%', '100%']);
  assert.deepEqual(percents('de'), ['0 %', '< 1 %', '1 %', '50 %', '99 %', '> 99 %', '100 %']);
});
