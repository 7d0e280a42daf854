/** Something the reader can do, with the key it has unless she chooses another. */
export interface Action {
  id: string;
  label: string;
  key: string;
  run: () => void;
}

/** Keys that act where they always do, such as Enter on a button: told in the list, never an action. */
export interface FixedKeys {
  keys: string[];
  label: string;
}

const STORE = 'mammoflow.viewer.keys';

/** What a reader chose: whether keys without Ctrl or Alt mean something, and her own keys by action. */
export interface KeyChoice {
  single: boolean;
  keys: Record<string, string>;
}

/** Where the choice is kept. */
export interface KeyStore {
  read(): KeyChoice;
  write(choice: KeyChoice): void;
}

/** The keyboard map: changeable, kept where the page says or in this browser, single keys can be switched off (WCAG 2.1.4). */
export class Keyboard {
  private readonly actions = new Map<string, Action>();
  private readonly fixedKeys: FixedKeys[] = [];
  private stored: KeyChoice;

  constructor(private readonly store: KeyStore = inThisBrowser) {
    this.stored = store.read();
  }

  register(action: Action): void {
    this.actions.set(action.id, action);
  }

  list(fixed: FixedKeys[]): void {
    this.fixedKeys.push(...fixed);
  }

  get fixed(): FixedKeys[] {
    return this.fixedKeys;
  }

  get all(): Action[] {
    return [...this.actions.values()];
  }

  get singleKeys(): boolean {
    return this.stored.single;
  }

  set singleKeys(on: boolean) {
    this.write({ ...this.stored, single: on });
  }

  keyOf(id: string): string {
    return this.stored.keys[id] ?? this.actions.get(id)?.key ?? '';
  }

  /** The action that already has this key, or null after the change was made. */
  change(id: string, key: string): Action | null {
    const other = this.all.find((a) => a.id !== id && this.keyOf(a.id) === key);
    if (other) return other;
    this.write({ ...this.stored, keys: { ...this.stored.keys, [id]: key } });
    return null;
  }

  restoreDefaults(): void {
    this.write({ single: true, keys: {} });
  }

  /** Runs what the event's key means; true when it meant something. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing || typesText(event)) return false;
    const key = nameOf(event);
    if (!this.stored.single && isSingle(key)) return false;
    const action = this.all.find((a) => this.keyOf(a.id) === key);
    if (!action) return false;
    event.preventDefault();
    action.run();
    return true;
  }

  private write(stored: KeyChoice): void {
    this.stored = stored;
    this.store.write(stored);
  }
}

/** "i", "?", "Space", "Shift+ArrowLeft", "Ctrl+ArrowUp". Shift is part of a printed character, not beside it. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>): string {
  const printed = event.key.length === 1;
  const base = event.key === ' ' ? 'Space' : printed ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (!printed || event.key === ' ');
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.metaKey ? 'Meta+' : ''}${shift ? 'Shift+' : ''}${base}`;
}

/** WCAG 2.1.4 speaks of letters, digits, punctuation and symbols. */
function isSingle(key: string): boolean {
  return [...key].length === 1 || key === 'Space';
}

const TEXT_INPUTS = /^(text|search|number|email|tel|url|password|date|time|datetime-local|month|week)$/;

function typesText(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.test(target.type) || ['Space', ' '].includes(event.key) || event.key.startsWith('Arrow');
  const presses = event.key === ' ' || event.key === 'Enter';
  return presses && !!target.closest('button, a[href], summary, [role="button"], [role="checkbox"], [role="option"], [role="menuitem"]');
}

/** A choice that the page keeps: given as its JSON, told by the event `mammoflow-keys` when it changes. */
export function keptByPage(given: string, target: EventTarget): KeyStore {
  return {
    read: () => understood(given),
    write: (choice) => target.dispatchEvent(new CustomEvent('mammoflow-keys', { detail: choice, bubbles: true, composed: true })),
  };
}

const inThisBrowser: KeyStore = {
  read() {
    try {
      return understood(localStorage.getItem(STORE) ?? 'null');
    } catch {
      return understood('null');
    }
  },
  write(choice) {
    try {
      localStorage.setItem(STORE, JSON.stringify(choice));
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  },
};

function understood(json: string): KeyChoice {
  try {
    const stored = JSON.parse(json);
    if (stored && typeof stored.single === 'boolean' && typeof stored.keys === 'object') return stored;
  } catch {
    // Unreadable: start from the defaults.
  }
  return { single: true, keys: {} };
}
