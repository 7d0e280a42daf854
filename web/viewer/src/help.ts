import { element } from './dom.ts';
import { type Action, type FixedKeys, type Keyboard, nameOf } from './keys.ts';
import type { Texts } from './messages/messages.ts';

/** The keys, shown with `?`: each can be changed, single keys can be switched off. */
export function showHelp(parent: HTMLElement, keyboard: Keyboard, texts: Texts, withPointer = true): void {
  const single = element('input', { type: 'checkbox', id: 'mfv-single' });
  single.checked = keyboard.singleKeys;
  single.addEventListener('change', () => (keyboard.singleKeys = single.checked));
  const message = element('p', { role: 'status', class: 'mfv-key-message' });
  const table = element('tbody');
  const fill = () => table.replaceChildren(...keyboard.all.map((action) => row(action, keyboard, texts, message, fill)), ...keyboard.fixed.map((fixed) => fixedRow(fixed, texts)));
  fill();
  const defaults = element('button', { type: 'button', class: 'mfv-button mfv-wide' }, texts.of('keys.default'));
  const close = element('button', { type: 'button', class: 'mfv-button mfv-wide' }, texts.of('keys.close'));
  const dialog = element('dialog', { class: 'mfv-dialog mfv-keys', 'aria-labelledby': 'mfv-keys-title' },
    element('h2', { id: 'mfv-keys-title' }, texts.of('keys')), ...(withPointer ? [element('p', {}, texts.of('help.pointer'))] : []),
    element('p', {}, single, ' ', element('label', { for: 'mfv-single' }, texts.of('keys.on'))), message,
    element('div', { class: 'mfv-key-list', tabindex: '0', role: 'region', 'aria-labelledby': 'mfv-keys-title' }, element('table', {}, table)),
    element('div', { class: 'mfv-buttons' }, defaults, close));
  defaults.addEventListener('click', () => {
    keyboard.restoreDefaults();
    single.checked = keyboard.singleKeys;
    fill();
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  parent.append(dialog);
  dialog.showModal();
  close.focus();
}

function row(action: Action, keyboard: Keyboard, texts: Texts, message: HTMLElement, refill: () => void): HTMLTableRowElement {
  const key = keyboard.keyOf(action.id);
  const shown = element('kbd', {}, key ? spelled(key, texts) : texts.of('keys.none'));
  const change = element('button', { type: 'button', id: `mfv-key-${action.id}`, class: 'mfv-button mfv-wide', 'aria-label': `${texts.of('keys.change')}: ${action.label}` }, texts.of('keys.change'));
  change.addEventListener('click', () => {
    shown.textContent = texts.of('keys.press');
    change.addEventListener('keydown', (event) => {
      if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      const taken = event.key === 'Escape' ? null : keyboard.change(action.id, nameOf(event));
      message.textContent = taken ? texts.of('keys.taken', spelled(nameOf(event), texts), taken.label) : '';
      refill();
      document.getElementById(`mfv-key-${action.id}`)?.focus();
    });
  });
  return element('tr', {}, element('th', { scope: 'row' }, action.label), element('td', {}, shown), element('td', {}, change));
}

function fixedRow({ keys, label }: FixedKeys, texts: Texts): HTMLTableRowElement {
  const shown = keys.flatMap((key, i) => [i > 0 ? ' ' : '', element('kbd', {}, spelled(key, texts))]);
  return element('tr', {}, element('th', { scope: 'row' }, label), element('td', { class: 'mfv-fixed' }, ...shown), element('td', {}, texts.of('keys.fixed')));
}

/** A key or a combination of them as the reader's keyboard has it printed. */
export function spelled(key: string, texts: Texts): string {
  return key.split(/(?<=.)\+/).map((part) => (part.length === 1 ? part.toUpperCase() : texts.maybe('key', part))).join(' + ');
}
