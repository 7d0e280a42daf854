import { element } from './dom.ts';
import { showHelp } from './help.ts';
import { type Action, type FixedKeys, Keyboard, keptByPage } from './keys.ts';
import { Texts } from './messages/messages.ts';

export interface PageKeysOptions {
  locale: string;
  /** The reader's own keys as JSON; changes are told by `mammoflow-keys`. */
  keys: string;
  actions: Action[];
  /** Told in the list only. */
  fixed?: FixedKeys[];
}

/** The keyboard map of a page without a viewer: the page's actions, and `?` that lists them. */
export function pageKeys({ locale, keys, actions, fixed = [] }: PageKeysOptions): void {
  const texts = new Texts(locale);
  const host = element('div', { class: 'mfv-page' });
  document.body.append(host);
  const keyboard = new Keyboard(keptByPage(keys, host));
  keyboard.register({ id: 'help', key: '?', label: texts.of('help'), run: () => showHelp(host, keyboard, texts, false) });
  keyboard.list(fixed);
  actions.forEach((action) => keyboard.register(action));
  document.addEventListener('keydown', (event) => {
    if (!document.querySelector('dialog[open]')) keyboard.handle(event);
  });
}
