import type { CaseDescription } from './case.ts';
import { type Action, type FixedKeys, keptByPage } from './keys.ts';
import { type PageKeysOptions, pageKeys } from './pagekeys.ts';
import { Viewer, type ViewerOptions } from './viewer.ts';

/**
 * `window.MammoflowViewer`: the front door for pages. `mount` builds a viewer into an element and shows a case, given
 * as its description or its address; the viewer that it answers loads and prefetches further cases.
 */
const MammoflowViewer = {
  mount(element: HTMLElement, source?: string | CaseDescription, options: ViewerOptions = {}): Viewer {
    const viewer = new Viewer(element, options);
    if (source) void viewer.load(source);
    return viewer;
  },

  /** Gives a page without a viewer the same keyboard map and the same list of keys. */
  keys(options: PageKeysOptions): void {
    pageKeys(options);
  },
};

/** `<mammoflow-viewer case-url="…" next-case-url="…" locale="de" keys='{"single":true,"keys":{}}'></mammoflow-viewer>` */
class MammoflowViewerElement extends HTMLElement {
  static observedAttributes = ['case-url', 'next-case-url'];
  viewer: Viewer | null = null;

  connectedCallback(): void {
    const keys = this.getAttribute('keys');
    this.viewer = new Viewer(this, { locale: this.getAttribute('locale') ?? undefined, keys: keys === null ? undefined : keptByPage(keys, this) });
    this.load();
    this.prefetch();
  }

  disconnectedCallback(): void {
    this.viewer?.destroy();
    this.viewer = null;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.viewer) return;
    if (name === 'case-url') this.load();
    else this.prefetch();
  }

  registerAction(action: Action): void {
    this.viewer?.registerAction(action);
  }

  listKeys(fixed: FixedKeys[]): void {
    this.viewer?.listKeys(fixed);
  }

  private load(): void {
    const url = this.getAttribute('case-url');
    if (url) void this.viewer?.load(url);
  }

  private prefetch(): void {
    const url = this.getAttribute('next-case-url');
    if (url) this.viewer?.prefetch(url).catch(() => {});
  }
}

declare global {
  interface Window {
    MammoflowViewer: typeof MammoflowViewer;
  }
}

window.MammoflowViewer = MammoflowViewer;
customElements.define('mammoflow-viewer', MammoflowViewerElement);
