import { type ImageDescription, silence, spacingInBreast, viewName } from './case.ts';
import { drawCross } from './cross.ts';
import { element, show } from './dom.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Frame } from './frames.ts';
import type { FrameRefused } from './frames.ts';
import { type Hung, type Placement, placed, type Point, type Size, toScreen, type ViewState } from './geometry.ts';
import type { Slot } from './hanging.ts';
import { drawHeatMap } from './heatmap.ts';
import { drawLength, drawMark, type Length, type Mark } from './measure.ts';
import type { Texts } from './messages/messages.ts';
import type { Renderer } from './render/renderer.ts';

/** What a tile needs to know to draw itself once. */
export interface Scene {
  renderer: Renderer;
  /** Device pixels for each millimetre. */
  scale: number;
  view: ViewState;
  lut: Uint8Array<ArrayBuffer> | null;
  grey: string;
  heatMap: { picture: HTMLCanvasElement; opacity: number } | null;
  lens: Point | null;
  /** Where a place is being marked, in stored pixels. */
  cross: Point | null;
  lengths: Length[];
  marks: Mark[];
}

const LENS = 130;

/** Where a view lies, in words. */
export function thereText(to: Elsewhere, texts: Texts): string {
  return texts.of('missing.there', to.name, to.stage + 1, texts.of(`stage.${to.kind}`));
}

/** One place of the stage on the screen: the picture, and beside the breast what is known about it. */
export class Tile {
  readonly root = element('div', { class: 'mfv-tile', role: 'group', tabindex: '0' });
  readonly canvas = element('canvas', { class: 'mfv-canvas', 'aria-hidden': 'true' });
  private readonly context = this.canvas.getContext('2d')!;
  private readonly label = element('div', { class: 'mfv-label' });
  private readonly footer = element('div', { class: 'mfv-footer' });
  private readonly note = element('div', { class: 'mfv-note' });
  private readonly centre = element('div', { class: 'mfv-blank' });
  frame: Frame | null = null;
  preview: ImageBitmap | null = null;
  private refusal: FrameRefused | null = null;
  placement: Placement | null = null;

  constructor(
    readonly slot: Slot,
    private readonly texts: Texts,
    private readonly lead: (to: Elsewhere) => void,
  ) {
    this.root.append(this.canvas, this.label, this.note, this.footer, this.centre);
    this.root.classList.add(`mfv-${slot.anchor}`);
    if (slot.image) this.root.dataset.sop = slot.image.sopInstanceUid;
    this.root.dataset.caption = slot.image ? viewName(slot.image) : slot.caption;
    this.describe();
  }

  get image(): ImageDescription | null {
    return this.slot.image;
  }

  /** Whether the pixels of its image are known not to come. */
  get lacking(): boolean {
    return !!this.image && !this.frame && (this.refusal !== null || !this.image.framesUrl);
  }

  get size(): Size {
    return { width: this.canvas.width, height: this.canvas.height };
  }

  get hung(): Hung | null {
    if (!this.image) return null;
    const [rowMm, columnMm] = spacingInBreast(this.image) ?? [1, 1];
    const { anchor, flipX, flipY } = this.slot;
    return { columns: this.image.columns, rows: this.image.rows, rowMm, columnMm, anchor, flipX, flipY };
  }

  /** Fits the canvas to its box; true when that changed something. */
  resize(): boolean {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(this.root.clientWidth * ratio));
    const height = Math.max(1, Math.round(this.root.clientHeight * ratio));
    if (width === this.canvas.width && height === this.canvas.height) return false;
    this.canvas.width = width;
    this.canvas.height = height;
    return true;
  }

  refuse(refusal: FrameRefused): void {
    this.refusal = refusal;
    this.describe();
  }

  accept(frame: Frame): void {
    this.frame = frame;
    this.refusal = null;
    this.describe();
  }

  acceptPreview(preview: ImageBitmap): void {
    this.preview = preview;
    this.describe();
  }

  activate(active: boolean): void {
    this.root.classList.toggle('mfv-active', active);
  }

  draw(scene: Scene): void {
    const { context, hung } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    if (!hung) return;
    const p = placed(hung, this.size, scene.scale, scene.view);
    this.placement = p;
    if (this.frame && scene.lut) context.drawImage(scene.renderer.render(this.frame.pyramid, this.size, p, scene.lut), 0, 0);
    else if (this.preview) this.drawPreview(p);
    if (scene.heatMap) drawHeatMap(context, scene.heatMap.picture, this.image!, p, scene.heatMap.opacity);
    for (const length of scene.lengths) drawLength(context, length, p, this.texts, this.image!);
    for (const mark of scene.marks) drawMark(context, mark, p);
    if (scene.cross) drawCross(context, scene.cross, p);
    if (scene.lens && this.frame && scene.lut) this.drawLens(scene, p, scene.lens);
    const zoom = this.texts.of('zoom', Math.round(Math.abs(p.sx) * 100));
    this.footer.textContent = scene.grey ? `${scene.grey} · ${zoom}` : zoom;
  }

  private drawPreview(p: Placement): void {
    const { context } = this;
    context.save();
    context.imageSmoothingQuality = 'high';
    context.setTransform(p.sx, 0, 0, p.sy, p.x, p.y);
    context.drawImage(this.preview!, 0, 0, this.image!.columns, this.image!.rows);
    context.restore();
  }

  /** Twice as large as around it, and at least three screen pixels for two stored ones; without the heat map. */
  private drawLens(scene: Scene, p: Placement, at: Point): void {
    const radius = Math.round(LENS * (window.devicePixelRatio || 1));
    const factor = Math.max(2, 1.5 / Math.abs(p.sx));
    const lens: Placement = { sx: p.sx * factor, sy: p.sy * factor, x: radius + (p.x - at.x) * factor, y: radius + (p.y - at.y) * factor };
    const picture = scene.renderer.render(this.frame!.pyramid, { width: 2 * radius, height: 2 * radius }, lens, scene.lut!);
    const { context } = this;
    context.save();
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.clip();
    context.drawImage(picture, at.x - radius, at.y - radius);
    context.restore();
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.strokeStyle = '#8ab4d8';
    context.lineWidth = 2;
    context.stroke();
  }

  screenPoint(imagePoint: Point): Point | null {
    return this.placement && toScreen(this.placement, imagePoint);
  }

  private describe(): void {
    const { texts, image, slot } = this;
    const lines = image ? this.identity(image) : [slot.caption];
    this.label.replaceChildren(...lines.filter(Boolean).map((line, i) => element('div', { class: i === 0 ? 'mfv-view' : 'mfv-line' }, line)));
    const notes = this.notes();
    this.note.replaceChildren(...notes.map(([kind, text]) => element('div', { class: `mfv-${kind}` }, text)));
    const reason = this.blankReason();
    const there = this.there();
    this.centre.replaceChildren(element('span', {}, reason), ...this.wayThere(there));
    show(this.centre, reason !== '');
    this.root.setAttribute('aria-label', [...lines, ...notes.map(([, text]) => text), reason, there, !image ? texts.of('missing.any') : ''].filter(Boolean).join('. '));
    this.root.dataset.picture = this.frame ? 'full' : this.refusal ? 'refused' : this.preview ? 'preview' : 'none';
  }

  private identity(image: ImageDescription): string[] {
    const modifiers = image.name ? '' : (image.viewModifiers ?? []).join(', ');
    const date = this.texts.date(this.slot.studyDate);
    return [viewName(image), modifiers, date, this.slot.prior ? this.texts.of('prior') : ''];
  }

  private notes(): [string, string][] {
    const { texts, image, slot } = this;
    if (!image) return [];
    const notes: [string, string][] = [];
    if (slot.unknown) notes.push(['warning', texts.of('unknown')]);
    if (this.refusal && this.preview) notes.push(['warning', texts.of('frame.preview')], ['line', this.refusalText()]);
    else if (!this.frame && this.preview && image.framesUrl) notes.push(['preview', texts.of('preview')], ['line', texts.of('loading')]);
    else if (!this.frame && this.preview) notes.push(['warning', texts.of('preview')]);
    if (image.lossy) notes.push(['line', this.lossyText(image.lossyRatios ?? [])]);
    if (!slot.prior) notes.push(...this.opinion(image));
    return notes;
  }

  /** What the network said, with its standing; or why it said nothing: silence must not look like "negative". */
  private opinion(image: ImageDescription): [string, string][] {
    const { texts } = this;
    const finding = image.finding;
    if (finding) {
      const probability = typeof finding.malignancy === 'number' ? ` · ${texts.of('ai.probability', texts.percent(finding.malignancy))}` : '';
      const status = finding.status ?? 'untrained';
      return [
        ['ai', texts.of('ai', texts.maybe('band', finding.band ?? '?')) + probability],
        ['line', texts.of('ai.network', finding.network, finding.version)],
        [status === 'trained' ? 'line' : 'warning', texts.maybe('status', status)],
      ];
    }
    if (image.state === 'WAITING') return [['line', texts.of('ai.waiting')]];
    if (image.state === 'UNSUITABLE' || image.state === 'FAILED' || image.state === 'CONFLICT') {
      return [['warning', `${texts.of('ai.none')}: ${texts.of(`state.${image.state}`)}`], ['line', silence(image)]];
    }
    return [];
  }

  private lossyText(ratios: number[]): string {
    const { texts } = this;
    return ratios.length > 0 ? texts.of('lossy.ratio', ratios.map((ratio) => `${texts.number(ratio)}:1`).join(', ')) : texts.of('lossy');
  }

  private blankReason(): string {
    const { texts, image, slot } = this;
    if (!image) return slot.caption ? texts.of('missing', slot.caption) : texts.of('missing.any');
    if (this.frame || this.preview) return '';
    if (this.refusal) return this.refusalText();
    if (image.readable === false) return texts.of('frame.lost');
    if (!image.framesUrl && !image.thumbnailUrl) return [texts.of('frame.none'), silence(image)].filter(Boolean).join(' ');
    return texts.of('loading');
  }

  /** A view that the standard place lacks may lie on a further stage: there in one step. */
  private wayThere(text: string): HTMLElement[] {
    const to = this.slot.elsewhere;
    if (!to) return [];
    const button = element('button', { type: 'button', class: 'mfv-button mfv-wide mfv-there' }, text);
    button.addEventListener('click', () => this.lead(to));
    return [button];
  }

  private there(): string {
    return this.slot.elsewhere ? thereText(this.slot.elsewhere, this.texts) : '';
  }

  private refusalText(): string {
    const { reason, detail } = this.refusal!;
    return this.texts.of(`frame.${reason}`, detail);
  }
}
