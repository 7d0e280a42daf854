import { askCalibration, calibration } from './calibration.ts';
import { type CaseDescription, type ImageDescription, spacingInBreast, viewName } from './case.ts';
import { type Cross, crossOn, outOfSight, stepped, whereText } from './cross.ts';
import { element } from './dom.ts';
import type { Elsewhere } from './elsewhere.ts';
import { FrameRefused, FrameStore } from './frames.ts';
import { commonFit, FIT, panned, type Point, toImage, type ViewState, zoomedAt } from './geometry.ts';
import { hang, type Stage } from './hanging.ts';
import { HeatLayer } from './heatlayer.ts';
import { showHelp } from './help.ts';
import { type Action, type FixedKeys, Keyboard, type KeyStore } from './keys.ts';
import { Look } from './look.ts';
import { type Length, lengthText, type Mark } from './measure.ts';
import type { MessageKey } from './messages/en.ts';
import { Texts } from './messages/messages.ts';
import { listen, type Tool } from './pointer.ts';
import { chosenRenderer, type Renderer, type RendererChoice } from './render/renderer.ts';
import { thereText, Tile } from './tile.ts';
import { Toolbar } from './toolbar.ts';

export interface ViewerOptions {
  /** BCP 47, e.g. "de-CH"; the document's language when absent. */
  locale?: string;
  /** Replaces single texts of the dictionary. */
  messages?: Record<string, string>;
  renderer?: RendererChoice;
  /** Further actions for the keyboard map, such as the page's own decisions. */
  actions?: Action[];
  /** Where the reader's own keys are kept; this browser when absent. */
  keys?: KeyStore;
}

type SizeMode = 'fit' | 'one' | 'true';
const LAYOUTS: Record<string, [number, number]> = { '2x2': [2, 2], '1x4': [1, 4], '1x2': [1, 2], '1x1': [1, 1] };
const PREVIEW_HEAD_START_MS = 400;
const STEP = 1.25;
const SMALLEST_ZOOM = 0.25;
const LARGEST_ZOOM = 40;

/** The reading desk: hangs a case, draws it, and turns what the reader does into what she sees. */
export class Viewer {
  private readonly texts: Texts;
  private readonly keyboard: Keyboard;
  private readonly toolbar: Toolbar;
  private readonly grid = element('div', { class: 'mfv-grid' });
  private readonly status = element('div', { class: 'mfv-status', role: 'status', 'aria-live': 'polite' });
  private readonly renderer: Renderer;
  private readonly store: FrameStore;
  private readonly heat: HeatLayer;
  private readonly looks = new Map<string, Look>();
  private readonly views = new Map<string, ViewState>();
  private readonly lengths = new Map<string, Length[]>();
  private marks: Mark[] = [];
  private readonly observer: ResizeObserver;
  private readonly onKey = (event: KeyboardEvent) => this.keyPressed(event);
  private stages: Stage[] = [];
  private stage = 0;
  private tiles: Tile[] = [];
  private active = 0;
  private page = 0;
  private layout = '2x2';
  private layoutBefore = '2x2';
  private tool: Tool = 'window';
  private size: SizeMode = 'fit';
  private invert = false;
  private linked = true;
  private opacity = 0.5;
  private lens: { tile: Tile; at: Point } | null = null;
  private measuring: { sop: string; length: Length } | null = null;
  private cross: Cross | null = null;
  private beforeMarking: Element | null = null;
  private drawing = 0;
  private shownCase = 0;
  private ahead = 0;
  private firstPicture = false;
  private following: Promise<unknown> = Promise.resolve();

  constructor(
    readonly root: HTMLElement,
    options: ViewerOptions = {},
  ) {
    this.texts = new Texts(options.locale ?? (document.documentElement.lang || 'en'), options.messages);
    this.renderer = chosenRenderer(options.renderer ?? 'auto');
    this.store = new FrameStore((pyramid) => this.renderer.forget(pyramid), this.texts.locale);
    this.heat = new HeatLayer((id) => this.tell('heatmap-revealed', { findingId: id }));
    this.keyboard = new Keyboard(options.keys);
    this.toolbar = new Toolbar(this.texts, this.keyboard);
    this.registerActions();
    options.actions?.forEach((a) => this.registerAction(a));
    this.build();
    this.observer = new ResizeObserver(() => this.invalidate());
    this.observer.observe(this.grid);
    document.addEventListener('keydown', this.onKey);
  }

  /** Adds an action of the page to the keyboard map, or replaces one. */
  registerAction(action: Action): void {
    this.keyboard.register(action);
    this.toolbar.nameKeys();
  }

  /** Lists keys that act where they always do, and cannot be changed. */
  listKeys(fixed: FixedKeys[]): void {
    this.keyboard.list(fixed);
  }

  /** Shows a case, given as its description or the address of it. Resolves when every view on show is settled. */
  load(source: string | CaseDescription): Promise<void> {
    const shown = this.show(source);
    // What lies on further stages comes next, and only then another case: nothing competes with the pictures on show.
    this.following = shown.then(() => this.fetchAll(this.stages.flatMap((s) => s.slots.flatMap((slot) => slot.image ?? []))));
    return shown;
  }

  private async show(source: string | CaseDescription): Promise<void> {
    const turn = ++this.shownCase;
    this.clear();
    let description: CaseDescription;
    try {
      description = typeof source === 'string' ? await this.store.case(source, 'now') : source;
    } catch (failure) {
      if (turn === this.shownCase) this.fail(this.texts.of('case.failed'), failure);
      return;
    }
    if (turn === this.shownCase) await this.hangCase(description, turn);
  }

  /** Fetches a case that will come next, after the pictures on show. `data-ahead` tells when it is all here. */
  prefetch(caseUrl: string): Promise<void> {
    this.root.dataset.ahead = 'loading';
    const turn = ++this.ahead;
    const work = this.following.catch(() => {}).then(async () => {
      const description = await this.store.case(caseUrl, 'ahead');
      await this.fetchAll(description.images);
      if (turn === this.ahead) this.root.dataset.ahead = 'ready';
    });
    this.following = work;
    return work;
  }

  /** Lets the next load of this case ask the server again. */
  forget(caseUrl: string): void {
    this.store.forgetCase(caseUrl);
  }

  /** Draws places that readers marked; the mark tool tells where as `mammoflow-mark`. */
  showMarks(marks: Mark[]): void {
    this.marks = marks;
    this.invalidate();
  }

  /** Shows an image wherever it hangs and makes its tile the active one; the focus stays where it is. */
  showImage(sopInstanceUid: string): void {
    const at = (stage: Stage | undefined) => stage?.slots.findIndex((slot) => slot.image?.sopInstanceUid === sopInstanceUid) ?? -1;
    const stage = [this.stage, ...this.stages.keys()].find((i) => at(this.stages[i]) >= 0);
    if (stage === undefined) return;
    if (stage !== this.stage) this.openStage(stage);
    const slot = at(this.stages[stage]);
    this.turnTo(slot);
    const name = viewName(this.stages[stage].slots[slot].image!);
    this.say(thereText({ stage, slot, kind: this.stages[stage].kind, name }, this.texts));
  }

  /** Chooses what a press of the pointer means. */
  choose(tool: Tool): void {
    if (tool === 'mark') return this.startMarking();
    this.cross = null;
    this.tool = tool;
    this.measuring = null;
    this.grid.dataset.tool = tool;
    const tile = this.tiles[this.active];
    this.lens = tool === 'magnify' && tile ? { tile, at: { x: tile.size.width / 2, y: tile.size.height / 2 } } : null;
    this.say(this.texts.of(`tool.${tool}`));
    this.refresh();
  }

  /** A place is marked by a click, or by the cross: it needs the focus, so that Enter presses no button of the page. */
  private startMarking(): void {
    if (!crossOn(this.tiles[this.active])) this.active = Math.max(0, this.tiles.findIndex((tile) => crossOn(tile)));
    const tile = this.tiles[this.active];
    if (!crossOn(tile)) return this.say(this.texts.of('mark.nothing'));
    this.tool = 'mark';
    this.measuring = null;
    this.lens = null;
    this.grid.dataset.tool = 'mark';
    this.tiles.forEach((t, i) => t.activate(i === this.active));
    if (!this.grid.contains(document.activeElement)) this.beforeMarking = document.activeElement;
    tile.root.focus({ preventScroll: true });
    this.aim(this.texts.of('mark.how'));
    this.refresh();
  }

  /** The cross on the active tile. */
  private aim(first = ''): void {
    this.cross = crossOn(this.tiles[this.active]);
    if (this.cross) this.say(`${first} ${whereText(this.cross, this.texts)}`.trim());
    this.invalidate();
  }

  destroy(): void {
    this.shownCase++;
    this.observer.disconnect();
    document.removeEventListener('keydown', this.onKey);
    cancelAnimationFrame(this.drawing);
    this.root.replaceChildren();
  }

  // ---- hanging -------------------------------------------------------------------------------------------------

  private async hangCase(description: CaseDescription, turn: number): Promise<void> {
    this.stages = hang(description);
    this.openStage(0);
    if (description.images.length === 0) return this.fail(this.texts.of('case.empty'), null);
    await this.fillOnShow(turn);
    if (turn !== this.shownCase) return;
    this.root.dataset.state = 'ready';
    if (!this.sayLacking()) this.say(this.texts.of('ready'));
    this.tell('mammoflow-ready', {
      studyInstanceUid: description.studyInstanceUid,
      images: description.images.map((image) => image.sopInstanceUid),
    });
  }

  /** Until those that are on show are settled: the reader may have gone to another stage meanwhile. */
  private async fillOnShow(turn: number): Promise<void> {
    for (let filled: Tile[] = []; filled !== this.tiles && turn === this.shownCase; ) {
      filled = this.tiles;
      await this.fillAll(filled);
    }
  }

  private async fetchAll(images: ImageDescription[]): Promise<void> {
    for (const image of images) {
      if (image.thumbnailUrl) await this.store.thumbnail(image, 'ahead').catch(() => null);
    }
    for (const image of images) {
      if (image.framesUrl) await this.store.frame(image, 'ahead').catch(() => null);
    }
  }

  private clear(): void {
    this.heat.forget();
    this.views.clear();
    this.looks.clear();
    this.lengths.clear();
    this.marks = [];
    this.measuring = null;
    this.cross = null;
    this.lens = null;
    this.size = 'fit';
    this.invert = false;
    this.firstPicture = false;
    this.stages = [];
    this.tiles = [];
    this.grid.replaceChildren();
    this.root.dataset.state = 'loading';
    performance.mark('mammoflow-viewer-load');
  }

  private fail(reason: string, failure: unknown): void {
    const detail = failure instanceof FrameRefused && failure.detail ? ` (${failure.detail})` : '';
    this.grid.replaceChildren(element('div', { class: 'mfv-failed', role: 'alert' }, reason + detail));
    this.root.dataset.state = 'failed';
    this.say(reason + detail);
  }

  private openStage(index: number): void {
    this.say('');
    this.stage = (index + this.stages.length) % this.stages.length;
    this.page = 0;
    this.active = 0;
    this.hangTiles();
  }

  private get slots() {
    return this.stages[this.stage]?.slots ?? [];
  }

  /** The prior stage has two rows of four, whatever layout the reader likes for the others. */
  private get shape(): [number, number] {
    if (this.stages[this.stage]?.kind === 'prior' && this.layout.endsWith('2')) return [2, 4];
    return LAYOUTS[this.layout];
  }

  private hangTiles(): void {
    const [rows, columns] = this.shape;
    const each = rows * columns;
    const known = new Map(this.tiles.map((t) => [t.slot, t]));
    this.tiles = this.slots.slice(this.page * each, (this.page + 1) * each).map((slot) => known.get(slot) ?? this.tileFor(slot));
    this.grid.className = `mfv-grid mfv-grid-${rows}x${columns}`;
    this.grid.replaceChildren(...this.tiles.map((t) => t.root));
    this.active = Math.min(this.active, this.tiles.length - 1);
    this.tiles.forEach((t, i) => t.activate(i === this.active));
    this.lens = null;
    this.cross = null;
    this.refresh();
  }

  private tileFor(slot: Stage['slots'][number]): Tile {
    const tile = new Tile(slot, this.texts, (to) => this.goThere(to));
    tile.root.addEventListener('focus', () => this.activate(tile));
    tile.root.addEventListener('pointerdown', () => this.activate(tile));
    this.listenTo(tile);
    if (this.root.dataset.state === 'ready') void this.fillAll([tile]).then(() => this.tiles.includes(tile) && this.sayLacking());
    return tile;
  }

  /** The small previews have the line to themselves first, but not for long: a slow one must not hold up the frames. */
  private async fillAll(tiles: Tile[]): Promise<void> {
    const previews = Promise.all(tiles.map((tile) => this.fillPreview(tile)));
    await Promise.race([previews, new Promise((resolve) => setTimeout(resolve, PREVIEW_HEAD_START_MS))]);
    await Promise.all([previews, ...tiles.map((tile) => this.fillFrame(tile))]);
  }

  private async fillPreview(tile: Tile): Promise<void> {
    const { image } = tile;
    if (!image?.thumbnailUrl) return;
    const preview = await this.store.thumbnail(image, 'now').catch(() => null);
    if (!preview || tile.frame) return;
    tile.acceptPreview(preview);
    this.pictureCame();
  }

  private async fillFrame(tile: Tile): Promise<void> {
    const { image } = tile;
    if (!image?.framesUrl) return;
    try {
      tile.accept(await this.store.frame(image, 'now'));
      if (!this.looks.has(image.sopInstanceUid)) this.looks.set(image.sopInstanceUid, new Look(image, tile.frame!.presets));
    } catch (failure) {
      tile.refuse(failure instanceof FrameRefused ? failure : new FrameRefused('network', ''));
    }
    this.pictureCame();
    this.refresh();
  }

  private pictureCame(): void {
    this.invalidate();
    if (this.firstPicture) return;
    this.firstPicture = true;
    if (this.root.dataset.state === 'loading') this.root.dataset.state = 'preview';
    requestAnimationFrame(() => {
      performance.mark('mammoflow-viewer-first-picture');
      this.tell('mammoflow-first-picture', {});
    });
  }

  // ---- drawing -------------------------------------------------------------------------------------------------

  private invalidate(): void {
    if (this.drawing) return;
    this.drawing = requestAnimationFrame(() => {
      this.drawing = 0;
      this.tiles.forEach((tile) => tile.resize());
      this.tiles.forEach((tile) => this.draw(tile));
      // Another stage or another tile is there: the cross comes along once its picture lies somewhere.
      if (this.tool === 'mark' && !this.cross && crossOn(this.tiles[this.active])) this.aim();
    });
  }

  private draw(tile: Tile): void {
    const look = this.lookOf(tile);
    const picture = tile.image && this.heat.picture(tile.image);
    tile.draw({
      renderer: this.renderer,
      scale: this.scaleOf(tile),
      view: this.viewOf(tile),
      lut: look?.displayLut(this.invert) ?? null,
      grey: look ? this.greyText(look) : '',
      heatMap: picture && !tile.slot.prior ? { picture, opacity: this.opacity } : null,
      lens: this.tool === 'magnify' && this.lens?.tile === tile ? this.lens.at : null,
      cross: this.cross?.tile === tile ? this.cross.at : null,
      lengths: tile.image ? (this.lengths.get(tile.image.sopInstanceUid) ?? []) : [],
      marks: this.marks.filter((m) => m.sopInstanceUid === tile.image?.sopInstanceUid),
    });
  }

  private greyText(look: Look): string {
    const window = look.window;
    return window ? this.texts.of('window', String(Math.round(window.center)), String(Math.round(window.width))) : (look.presets[look.preset]?.label ?? '');
  }

  private lookOf(tile: Tile | undefined): Look | null {
    return (tile?.image && this.looks.get(tile.image.sopInstanceUid)) || null;
  }

  private viewOf(tile: Tile): ViewState {
    return this.views.get(tile.image?.sopInstanceUid ?? '') ?? FIT;
  }

  private scaleOf(tile: Tile): number {
    const zoom = this.viewOf(tile).zoom;
    if (!tile.hung) return 1;
    if (this.size === 'one') return zoom / tile.hung.columnMm;
    const spaced = !!spacingInBreast(tile.image!);
    if (this.size === 'true' && spaced && calibration()) return zoom * calibration()!;
    const peers = this.tiles.filter((t) => t.hung && !!spacingInBreast(t.image!) === spaced);
    return zoom * commonFit(peers.map((t) => ({ image: t.hung!, tile: t.size })));
  }

  /** Brings the buttons up to date and draws. */
  private refresh(): void {
    const look = this.lookOf(this.tiles[this.active]);
    const images = this.tiles.flatMap((t) => t.image ?? []);
    this.toolbar.show({
      layout: this.layout,
      stage: this.stages.length > 0 ? this.texts.of('stage.of', this.stage + 1, this.stages.length, this.texts.of(`stage.${this.stages[this.stage].kind}`)) : '',
      stages: this.stages.length,
      tool: this.tool,
      size: this.size,
      inverted: this.invert,
      linked: this.linked,
      presets: look?.presets.map((p, i) => this.presetName(p.label, i, p.automatic)) ?? [],
      preset: look?.preset ?? 0,
      heatMap: this.heat.on,
      heatMapOffered: images.some(HeatLayer.offered),
      heatMapInCase: this.stages.some((stage) => stage.slots.some((slot) => !slot.prior && HeatLayer.offered(slot.image))),
      opacity: this.opacity,
      cellNote: this.cellNote(images),
      networks: this.networks(images),
      lengths: [...this.lengths.values()].some((l) => l.length > 0),
    });
    this.invalidate();
  }

  private presetName(label: string, index: number, automatic?: boolean): string {
    if (automatic) return this.texts.of('preset.auto');
    return /^W \d+$/.test(label) ? this.texts.of('preset.default', index + 1) : label;
  }

  private networks(images: ImageDescription[]): string {
    const shown = images.flatMap((i) => (this.heat.picture(i) && i.finding) || []);
    const names = shown.map((f) => `${f.network} ${f.version}: ${this.texts.maybe('status', f.status ?? 'untrained')}`);
    return [...new Set(names)].join('; ');
  }

  private cellNote(images: ImageDescription[]): string {
    const mm = this.heat.cellMm(images);
    const region = this.texts.of('heatmap.region');
    return mm === null ? region : `${this.texts.of('heatmap.cell', Math.round(mm))} ${region}`;
  }

  // ---- what the reader does ------------------------------------------------------------------------------------

  private build(): void {
    this.root.classList.add('mfv');
    this.root.setAttribute('role', 'region');
    this.root.setAttribute('aria-label', this.texts.of('viewer'));
    this.root.dataset.renderer = this.renderer.name;
    this.root.dataset.state = 'empty';
    const line = element('div', { class: 'mfv-bottom' }, this.status, element('div', { class: 'mfv-diagnosis' }, this.texts.of('diagnosis')));
    this.root.replaceChildren(this.toolbar.root, this.grid, line);
    this.toolbar.presets.addEventListener('change', () => this.choosePreset(this.toolbar.presets.selectedIndex));
    this.toolbar.opacity.addEventListener('input', () => {
      this.opacity = Number(this.toolbar.opacity.value) / 100;
      this.invalidate();
    });
    this.toolbar.nameKeys();
    this.refresh();
  }

  private registerActions(): void {
    const act = (id: MessageKey, key: string, run: () => void) => this.keyboard.register({ id, key, label: this.toolbar.name(id), run });
    act('help', '?', () => showHelp(this.root, this.keyboard, this.texts));
    act('heatmap', 'h', () => void this.toggleHeatMap());
    act('invert', 'i', () => this.change(() => (this.invert = !this.invert)));
    act('size.fit', '=', () => this.setSize('fit'));
    act('size.one', '1', () => this.setSize('one'));
    act('size.true', 't', () => this.setTrueSize());
    act('size.in', '+', () => this.zoomBy(STEP));
    act('size.out', '-', () => this.zoomBy(1 / STEP));
    act('view.previous', 'ArrowLeft', () => this.step(-1));
    act('view.next', 'ArrowRight', () => this.step(1));
    act('stage.previous', ',', () => this.openStage(this.stage - 1));
    act('stage.next', '.', () => this.openStage(this.stage + 1));
    act('missing.show', 'e', () => this.showMissing());
    act('single', 'f', () => this.toggleSingle());
    act('layout.next', 'g', () => this.setLayout(nextOf(Object.keys(LAYOUTS), this.layout)));
    for (const name of Object.keys(LAYOUTS)) act(`layout.${name}` as MessageKey, '', () => this.setLayout(name));
    act('tool.magnify', 'm', () => this.choose(this.tool === 'magnify' ? 'window' : 'magnify'));
    act('tool.window', 'w', () => this.choose('window'));
    act('tool.pan', 'v', () => this.choose('pan'));
    act('tool.zoom', 'z', () => this.choose('zoom'));
    act('tool.length', 'l', () => this.choose('length'));
    act('clear', 'Delete', () => this.change(() => this.lengths.clear()));
    act('tool.mark', 'x', () => this.choose('mark'));
    act('preset.previous', '[', () => this.choosePreset((this.lookOf(this.tiles[this.active])?.previous) ?? 0));
    act('preset.next', ']', () => this.choosePreset((this.lookOf(this.tiles[this.active])?.next) ?? 0));
    act('brighter', 'Ctrl+ArrowUp', () => this.adjust(0.05, 0));
    act('darker', 'Ctrl+ArrowDown', () => this.adjust(-0.05, 0));
    act('contrast.more', 'Ctrl+ArrowRight', () => this.adjust(0, 0.1));
    act('contrast.less', 'Ctrl+ArrowLeft', () => this.adjust(0, -0.1));
    act('pan.left', 'Shift+ArrowLeft', () => this.pan(-60, 0));
    act('pan.right', 'Shift+ArrowRight', () => this.pan(60, 0));
    act('pan.up', 'Shift+ArrowUp', () => this.pan(0, -60));
    act('pan.down', 'Shift+ArrowDown', () => this.pan(0, 60));
    act('link', 'k', () => this.change(() => (this.linked = !this.linked)));
    act('calibrate', '', () => this.calibrate());
    act('labels', 'o', () => this.root.classList.toggle('mfv-bare'));
    act('reset', 'Space', () => this.reset());
    this.keyboard.list([
      { keys: ['Enter'], label: this.texts.of('keys.enter') },
      { keys: ['Escape'], label: this.texts.of('keys.escape') },
      { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], label: this.texts.of('keys.mark.move') },
      { keys: ['Enter'], label: this.texts.of('keys.mark.set') },
      { keys: ['Escape'], label: this.texts.of('keys.mark.none') },
    ]);
  }

  private keyPressed(event: KeyboardEvent): void {
    if (this.root.querySelector('dialog[open]') || document.querySelector('dialog[open]')) return;
    if (this.crossMoved(event) || this.keyboard.handle(event)) this.tell('mammoflow-activity', {});
  }

  /** While a place is being marked, arrows move the cross, Enter marks and Escape gives up. */
  private crossMoved(event: KeyboardEvent): boolean {
    const here = event.target === document.body || (event.target instanceof Node && this.grid.contains(event.target));
    if (!this.cross || !here || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false;
    const next = stepped(this.cross, event);
    if (next) this.moveCross(next);
    else if (event.key === 'Enter') this.mark(this.cross.tile, this.cross.at);
    else if (event.key === 'Escape') this.giveUpMarking();
    else return false;
    event.preventDefault();
    return true;
  }

  private moveCross(cross: Cross): void {
    this.cross = cross;
    const missing = outOfSight(cross);
    if (missing.x !== 0 || missing.y !== 0) this.pan(missing.x, missing.y, cross.tile);
    this.say(whereText(cross, this.texts));
    this.invalidate();
  }

  private giveUpMarking(): void {
    this.endMarking();
    this.say(this.texts.of('mark.none'));
  }

  private endMarking(): void {
    const before = this.beforeMarking;
    this.beforeMarking = null;
    this.choose('window');
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }

  private change(how: () => void): void {
    how();
    this.refresh();
  }

  private setLayout(layout: string): void {
    const slot = this.tiles[this.active]?.slot;
    this.layoutBefore = this.layout;
    this.layout = layout;
    this.goTo(slot ? this.slots.indexOf(slot) : 0);
    this.say(this.texts.of(`layout.${layout}` as MessageKey));
  }

  private toggleSingle(): void {
    this.setLayout(this.layout === '1x1' ? (this.layoutBefore === '1x1' ? '2x2' : this.layoutBefore) : '1x1');
  }

  /** Shows the page with this place of the stage and makes it the active one. */
  private goTo(index: number): void {
    this.turnTo(index);
    this.tiles[this.active]?.root.focus({ preventScroll: true });
  }

  private turnTo(index: number): void {
    const each = this.shape[0] * this.shape[1];
    this.page = Math.floor(index / each);
    this.active = index % each;
    this.hangTiles();
  }

  private step(by: number): void {
    const each = this.shape[0] * this.shape[1];
    const next = this.page * each + this.active + by;
    if (next >= 0 && next < this.slots.length) return this.goTo(next);
    if (this.stages.length > 1) this.openStage(this.stage + by);
    this.goTo(by > 0 ? 0 : this.slots.length - 1);
  }

  /** To the view that the active place lacks; when it lacks none, to the first one that is lacking on this stage. */
  private showMissing(): void {
    const to = this.tiles[this.active]?.slot.elsewhere ?? this.slots.find((slot) => slot.elsewhere)?.elsewhere;
    if (to) this.goThere(to);
    else this.say(this.texts.of('missing.nowhere'));
  }

  private goThere(to: Elsewhere): void {
    this.openStage(to.stage);
    this.goTo(to.slot);
    this.say(thereText(to, this.texts));
  }

  private activate(tile: Tile): void {
    const index = this.tiles.indexOf(tile);
    if (index < 0 || index === this.active) return;
    this.active = index;
    this.tiles.forEach((t, i) => t.activate(i === index));
    this.cross = null;
    this.refresh();
  }

  private setSize(size: SizeMode): void {
    this.size = size;
    this.views.clear();
    this.refresh();
    this.say(this.texts.of(`size.${size}.long`));
  }

  private setTrueSize(): void {
    const image = this.tiles[this.active]?.image;
    if (image && !spacingInBreast(image)) return this.say(this.texts.of('size.unknown'));
    if (calibration()) return this.setSize('true');
    this.say(this.texts.of('calibrate.missing'));
    this.calibrate();
  }

  private calibrate(): void {
    askCalibration(this.root, this.texts, (pixelsPerMm) => {
      this.setSize('true');
      this.say(this.texts.of('calibrate.saved', pixelsPerMm));
    });
  }

  private reset(): void {
    this.views.clear();
    this.size = 'fit';
    this.invert = false;
    this.looks.forEach((look) => look.choose(0));
    this.refresh();
    this.say(this.texts.of('reset'));
  }

  /** The tiles that follow the active one: all of them while linked. */
  private get companions(): Tile[] {
    const active = this.tiles[this.active];
    return (this.linked ? this.tiles : [active]).filter((t) => t?.image);
  }

  private setView(tile: Tile, view: ViewState): void {
    const zoom = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, view.zoom));
    const bounded = { ...view, zoom };
    for (const other of this.linked ? this.companions : [tile]) this.views.set(other.image!.sopInstanceUid, bounded);
    this.invalidate();
  }

  private zoomBy(factor: number, tile = this.tiles[this.active], at?: Point): void {
    if (!tile?.hung) return;
    const view = this.viewOf(tile);
    const centre = at ?? this.zoomCentre(tile, view);
    const allowed = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, view.zoom * factor)) / view.zoom;
    this.setView(tile, zoomedAt(tile.hung, tile.size, this.scaleOf(tile), view, allowed, centre.x, centre.y));
  }

  /** Keys zoom around the middle of the tile, or keep the chest wall where it is as long as nobody moved it. */
  private zoomCentre(tile: Tile, view: ViewState): Point {
    const { width, height } = tile.size;
    const pinned = view.away === 0 && tile.hung!.anchor !== 'centre';
    return { x: !pinned ? width / 2 : tile.hung!.anchor === 'right' ? width : 0, y: height / 2 };
  }

  private pan(dx: number, dy: number, tile = this.tiles[this.active]): void {
    if (tile?.hung) this.setView(tile, panned(this.viewOf(tile), tile.hung.anchor, this.scaleOf(tile), dx, dy));
  }

  private adjust(brighter: number, contrast: number): void {
    for (const tile of this.companions) this.lookOf(tile)?.adjust(brighter, contrast, this.invert);
    this.refresh();
  }

  private choosePreset(index: number): void {
    const look = this.lookOf(this.tiles[this.active]);
    if (!look) return;
    for (const tile of this.companions) this.lookOf(tile)?.choose(index);
    this.refresh();
    this.say(this.toolbar.presets.selectedOptions[0]?.text ?? '');
  }

  private async toggleHeatMap(): Promise<void> {
    if (this.heat.on) {
      this.heat.on = false;
      this.say(this.texts.of('heatmap.off'));
      return this.refresh();
    }
    const turn = this.shownCase;
    const outcome = await this.heat.reveal(this.tiles.flatMap((t) => (t.slot.prior ? [] : (t.image ?? []))));
    if (turn !== this.shownCase) return;
    const said: Record<typeof outcome, MessageKey> = { shown: 'heatmap.on', none: 'heatmap.none', failed: 'heatmap.failed' };
    this.say(this.texts.of(said[outcome]));
    this.refresh();
  }

  // ---- the pointer ---------------------------------------------------------------------------------------------

  private listenTo(tile: Tile): void {
    listen(tile.canvas, {
      tool: () => this.tool,
      press: (at) => this.pressed(tile, at),
      drag: (tool, dx, dy, at) => this.dragged(tile, tool, dx, dy, at),
      hover: (at) => this.hovered(tile, at),
      click: (at) => this.clicked(tile, at),
      drop: (tool) => tool === 'length' && this.measuring && this.endMeasure(tile),
      wheel: (steps, at) => this.zoomBy(1.15 ** steps, tile, at),
      doubleClick: () => this.tool === 'length' || this.toggleSingle(),
    });
  }

  private pressed(tile: Tile, at: Point): void {
    this.tell('mammoflow-activity', {});
    if (this.tool !== 'length' || !tile.image || !tile.placement) return;
    const point = toImage(tile.placement, at);
    const sop = tile.image.sopInstanceUid;
    if (this.measuring?.sop === sop) return;
    const length = { from: point, to: point };
    this.measuring = { sop, length };
    this.lengths.set(sop, [...(this.lengths.get(sop) ?? []), length]);
  }

  private dragged(tile: Tile, tool: Tool, dx: number, dy: number, at: Point): void {
    if (tool === 'pan') this.pan(dx, dy, tile);
    else if (tool === 'zoom') this.zoomBy(Math.exp(-dy / 200), tile, undefined);
    else if (tool === 'window') this.adjust(-dy / 500, -dx / 400);
    else if (tool === 'length' && this.measuring) this.stretch(tile, at);
  }

  private hovered(tile: Tile, at: Point | null): void {
    if (this.tool === 'magnify') {
      this.lens = at && { tile, at };
      this.invalidate();
    }
    if (at && this.measuring) this.stretch(tile, at);
  }

  private stretch(tile: Tile, at: Point): void {
    if (!tile.placement || this.measuring?.sop !== tile.image?.sopInstanceUid) return;
    this.measuring!.length.to = toImage(tile.placement, at);
    this.invalidate();
  }

  /** Two clicks make a length; so does one drag. */
  private clicked(tile: Tile, at: Point): void {
    if (this.tool === 'mark') return tile.placement ? this.mark(tile, toImage(tile.placement, at)) : undefined;
    if (this.tool !== 'length' || !this.measuring) return;
    const { length } = this.measuring;
    if (length.from.x === length.to.x && length.from.y === length.to.y) return;
    this.endMeasure(tile);
  }

  private endMeasure(tile: Tile): void {
    const { length } = this.measuring!;
    this.measuring = null;
    this.say(this.texts.of('measured', lengthText(length, tile.image!, this.texts)));
    this.refresh();
  }

  /** @param point in stored pixels */
  private mark(tile: Tile, point: Point): void {
    if (!tile.image) return;
    const inside = point.x >= 0 && point.y >= 0 && point.x < tile.image.columns && point.y < tile.image.rows;
    if (!inside) return;
    const place = { sopInstanceUid: tile.image.sopInstanceUid, view: viewName(tile.image), column: Math.floor(point.x), row: Math.floor(point.y) };
    this.endMarking();
    this.say('');
    this.tell('mammoflow-mark', place);
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  /** Says how many of the views on show could not be loaded; false when none is known to be lacking. */
  private sayLacking(): boolean {
    const lacking = this.tiles.filter((t) => t.lacking).length;
    if (lacking > 0) this.say(this.texts.of('lacking', lacking, this.tiles.filter((t) => t.image).length));
    return lacking > 0;
  }

  private tell(name: string, detail: object): void {
    this.root.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function nextOf(names: string[], current: string): string {
  return names[(names.indexOf(current) + 1) % names.length];
}
