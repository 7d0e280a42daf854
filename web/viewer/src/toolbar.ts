import { element, icon, show } from './dom.ts';
import { drawLegend } from './heatmap.ts';
import { spelled } from './help.ts';
import type { Keyboard } from './keys.ts';
import type { MessageKey } from './messages/en.ts';
import type { Texts } from './messages/messages.ts';

/** What the toolbar shows as pressed, chosen or impossible. */
export interface ToolbarState {
  layout: string;
  stage: string;
  stages: number;
  tool: string;
  size: string;
  inverted: boolean;
  linked: boolean;
  presets: string[];
  preset: number;
  heatMap: boolean;
  heatMapOffered: boolean;
  /** Whether an image of the case has a map, on this stage or another: its controls then have their place. */
  heatMapInCase: boolean;
  opacity: number;
  cellNote: string;
  /** Network, version and standing of the maps on show. */
  networks: string;
  lengths: boolean;
}

const ICONS: Record<string, string> = {
  'layout.2x2': 'M4 4h16v16H4zM12 4v16M4 12h16',
  'layout.1x4': 'M2 6h20v12H2zM7 6v12M12 6v12M17 6v12',
  'layout.1x2': 'M4 4h16v16H4zM12 4v16',
  'layout.1x1': 'M5 4h14v16H5z',
  'stage.previous': 'M14 6l-6 6 6 6',
  'stage.next': 'M10 6l6 6-6 6',
  'tool.window': 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  'tool.pan': 'M12 3v18M3 12h18M12 3l-3 3M12 3l3 3M12 21l-3-3M12 21l3-3M3 12l3-3M3 12l3 3M21 12l-3-3M21 12l-3 3',
  'tool.zoom': 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l6 6M10 7v6M7 10h6',
  'tool.magnify': 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l6 6',
  'tool.length': 'M4 20L20 4M3 16l5 5M16 3l5 5M9 12l3 3M12 9l3 3',
  'size.in': 'M12 5v14M5 12h14',
  'size.out': 'M5 12h14',
  'adjust': 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
  'invert': 'M5 5h14v14H5zM5 5v14h14zM8 16h3M9.5 14.5v3',
  'link': 'M10 8H7a4 4 0 0 0 0 8h3M14 8h3a4 4 0 0 1 0 8h-3M9 12h6',
  'reset': 'M5 12a7 7 0 1 0 2-5M7 3v4h4',
  'tool.mark': 'M12 3v6M12 15v6M3 12h6M15 12h6M12 11.5v1',
  'clear': 'M6 7h12M9 7V4h6v3M8 7l1 13h6l1-13',
  'calibrate': 'M3 9h18v6H3zM7 9v3M11 9v3M15 9v3M19 9v3',
};

/** A button for everything the keys and the pointer can do (WCAG 2.5.7). */
export class Toolbar {
  readonly root = element('div', { class: 'mfv-toolbar', role: 'toolbar' });
  readonly presets = element('select', { class: 'mfv-select' });
  readonly opacity = element('input', { type: 'range', min: '10', max: '100', step: '5', class: 'mfv-opacity' });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly stage = element('span', { class: 'mfv-stage' });
  private readonly legend = element('canvas', { class: 'mfv-legend', width: '120', height: '10', 'aria-hidden': 'true' });
  private readonly heatMapDetails = element('span', { class: 'mfv-heatmap-details' });
  private readonly networks = element('strong', { class: 'mfv-networks' });
  private readonly cellNote = element('span', { class: 'mfv-cell-note' });
  private readonly adjust = element('div', { class: 'mfv-adjust', role: 'group' });

  constructor(
    private readonly texts: Texts,
    private readonly keyboard: Keyboard,
  ) {
    this.root.setAttribute('aria-label', texts.of('toolbar'));
    this.presets.setAttribute('aria-label', texts.of('preset'));
    this.opacity.setAttribute('aria-label', texts.of('heatmap.opacity'));
    this.adjust.setAttribute('aria-label', texts.of('adjust'));
    drawLegend(this.legend);
    this.heatMapDetails.append(this.opacity, element('span', { class: 'mfv-scale' }, texts.of('heatmap.low'), ' ', this.legend, ' ', texts.of('heatmap.high')), this.networks, this.cellNote);
    this.adjust.append(...['darker', 'brighter', 'contrast.less', 'contrast.more', 'pan.left', 'pan.right', 'pan.up', 'pan.down', 'view.previous', 'view.next'].map((id) => this.button(id, this.name(id))));
    this.fill();
    show(this.adjust, false);
  }

  private fill(): void {
    const { texts } = this;
    const pictured = (...ids: string[]) => ids.map((id) => this.button(id));
    const group = (label: MessageKey, ...children: Node[]) => element('div', { class: 'mfv-group', role: 'group', 'aria-label': texts.of(label) }, ...children);
    this.root.append(
      group('group.layout', ...pictured('layout.2x2', 'layout.1x4', 'layout.1x2', 'layout.1x1')),
      group('group.stage', this.button('stage.previous'), this.stage, this.button('stage.next')),
      group('group.tool', ...pictured('tool.window', 'tool.pan', 'tool.zoom', 'tool.magnify', 'tool.length', 'clear', 'tool.mark')),
      group('group.size', this.button('size.fit', texts.of('size.fit')), this.button('size.one', texts.of('size.one')), this.button('size.true', texts.of('size.true')), ...pictured('size.out', 'size.in', 'calibrate', 'link')),
      group('group.grey', this.presets, ...pictured('invert', 'adjust', 'reset')),
      group('help', this.button('help', '?')),
      group('group.ai', this.button('heatmap', texts.of('heatmap'))),
      this.heatMapDetails,
      this.adjust,
    );
  }

  /** The accessible name of an action: its long text where it has one. */
  name(id: string): string {
    const long = `${id}.long`;
    return this.texts.of((this.texts.has(long) ? long : id) as MessageKey);
  }

  private button(id: string, text?: string): HTMLButtonElement {
    const made = element('button', { type: 'button', class: text ? 'mfv-button mfv-wide' : 'mfv-button', 'aria-label': this.name(id), 'data-action': id }, text ?? icon(ICONS[id]));
    made.addEventListener('click', () => this.press(id));
    this.buttons.set(id, made);
    return made;
  }

  private press(id: string): void {
    if (id === 'adjust') {
      show(this.adjust, !!this.adjust.hidden);
      this.pressed('adjust', !this.adjust.hidden);
      return;
    }
    this.keyboard.all.find((a) => a.id === id)?.run();
  }

  /** Tooltips name the key as it is now. */
  nameKeys(): void {
    for (const [id, button] of this.buttons) {
      const key = this.keyboard.keyOf(id);
      button.title = key ? `${this.name(id)} (${spelled(key, this.texts)})` : this.name(id);
      if (key) button.setAttribute('aria-keyshortcuts', key);
    }
  }

  show(state: ToolbarState): void {
    for (const id of ['layout.2x2', 'layout.1x4', 'layout.1x2', 'layout.1x1']) this.pressed(id, id === `layout.${state.layout}`);
    for (const id of ['window', 'pan', 'zoom', 'magnify', 'length', 'mark']) this.pressed(`tool.${id}`, id === state.tool);
    for (const id of ['fit', 'one', 'true']) this.pressed(`size.${id}`, id === state.size);
    this.pressed('invert', state.inverted);
    this.pressed('link', state.linked);
    this.pressed('heatmap', state.heatMap);
    this.disabled('heatmap', !state.heatMapOffered);
    this.disabled('clear', !state.lengths);
    this.disabled('stage.previous', state.stages < 2);
    this.disabled('stage.next', state.stages < 2);
    this.stage.textContent = state.stage;
    this.stage.title = state.stage;
    this.showPresets(state);
    show(this.heatMapDetails, state.heatMapInCase);
    this.heatMapDetails.classList.toggle('mfv-unasked', !state.heatMap);
    this.opacity.value = String(Math.round(state.opacity * 100));
    this.cellNote.textContent = state.cellNote;
    this.networks.textContent = state.networks;
  }

  private showPresets(state: ToolbarState): void {
    const names = state.preset < 0 ? [...state.presets, this.texts.of('preset.own')] : state.presets;
    if (names.join('\n') !== [...this.presets.options].map((o) => o.text).join('\n')) {
      this.presets.replaceChildren(...names.map((name, i) => element('option', { value: String(i) }, name)));
    }
    this.presets.selectedIndex = state.preset < 0 ? names.length - 1 : state.preset;
    this.presets.disabled = names.length === 0;
  }

  private pressed(id: string, on: boolean): void {
    this.buttons.get(id)?.setAttribute('aria-pressed', String(on));
  }

  private disabled(id: string, off: boolean): void {
    const button = this.buttons.get(id);
    if (button) button.disabled = off;
  }
}
