import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptByPage, Keyboard, type KeyChoice } from '../src/keys.ts';

const nothing = () => {};

function keyboardOf(given: string, target = new EventTarget()): Keyboard {
  const keyboard = new Keyboard(keptByPage(given, target));
  keyboard.register({ id: 'page.next', key: 'n', label: 'Next', run: nothing });
  keyboard.register({ id: 'page.list', key: 'b', label: 'List', run: nothing });
  return keyboard;
}

test('keys that the page kept count from the start', () => {
  const keyboard = keyboardOf('{"single":false,"keys":{"page.next":"Ctrl+ArrowRight"}}');
  assert.equal(keyboard.keyOf('page.next'), 'Ctrl+ArrowRight');
  assert.equal(keyboard.keyOf('page.list'), 'b');
  assert.equal(keyboard.singleKeys, false);
});

test('each change is told to the page, with all that the reader chose before', () => {
  const target = new EventTarget();
  const told: KeyChoice[] = [];
  target.addEventListener('mammoflow-keys', (event) => told.push((event as CustomEvent<KeyChoice>).detail));
  const keyboard = keyboardOf('{"single":true,"keys":{"elsewhere":"y"}}', target);
  assert.equal(keyboard.change('page.next', 'm'), null);
  keyboard.singleKeys = false;
  assert.deepEqual(told, [
    { single: true, keys: { elsewhere: 'y', 'page.next': 'm' } },
    { single: false, keys: { elsewhere: 'y', 'page.next': 'm' } },
  ]);
});

test('a key means one thing only', () => {
  const keyboard = keyboardOf('null');
  assert.equal(keyboard.change('page.next', 'b')?.id, 'page.list');
  assert.equal(keyboard.keyOf('page.next'), 'n');
});

test('what cannot be read counts as nothing chosen', () => {
  for (const given of ['', '{', '[]', '{"single":1}']) {
    assert.equal(keyboardOf(given).keyOf('page.next'), 'n');
    assert.equal(keyboardOf(given).singleKeys, true);
  }
});
