import { element } from './dom.ts';
import type { Texts } from './messages/messages.ts';

const STORE = 'mammoflow.viewer.screen';
const CARD_MM = 85.6;

/** Belongs to this screen at this browser zoom: another screen must be calibrated anew. */
function screenName(): string {
  return `${screen.width}x${screen.height}@${window.devicePixelRatio}`;
}

/** Device pixels for each millimetre of this screen; null when nobody measured. */
export function calibration(): number | null {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE) ?? 'null');
    return stored?.screen === screenName() && stored.pixelsPerMm > 0 ? stored.pixelsPerMm : null;
  } catch {
    return null;
  }
}

/** Asks the reader to match a bar with a bank card; `saved` gets device pixels for each millimetre. */
export function askCalibration(parent: HTMLElement, texts: Texts, saved: (pixelsPerMm: number) => void): void {
  const start = Math.round((calibration() ?? (96 / 25.4) * window.devicePixelRatio) * (CARD_MM / window.devicePixelRatio));
  const width = element('input', { type: 'range', min: '150', max: '1200', step: '1', value: String(start), id: 'mfv-card', class: 'mfv-card-width' });
  const bar = element('div', { class: 'mfv-card' });
  const follow = () => (bar.style.width = `${width.value}px`);
  width.addEventListener('input', follow);
  follow();
  const save = element('button', { type: 'button', class: 'mfv-button mfv-wide' }, texts.of('calibrate.save'));
  const close = element('button', { type: 'button', class: 'mfv-button mfv-wide' }, texts.of('keys.close'));
  const dialog = element('dialog', { class: 'mfv-dialog', 'aria-labelledby': 'mfv-calibrate-title' },
    element('h2', { id: 'mfv-calibrate-title' }, texts.of('calibrate')), element('p', {}, texts.of('calibrate.text')), bar,
    element('label', { for: 'mfv-card' }, texts.of('calibrate.width')), width, element('div', { class: 'mfv-buttons' }, save, close));
  save.addEventListener('click', () => {
    const pixelsPerMm = (Number(width.value) * window.devicePixelRatio) / CARD_MM;
    try {
      localStorage.setItem(STORE, JSON.stringify({ screen: screenName(), pixelsPerMm }));
    } catch {
      // Kept for this page only.
    }
    dialog.close();
    saved(pixelsPerMm);
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  parent.append(dialog);
  dialog.showModal();
}
