import type { Point } from './geometry.ts';

export type Tool = 'window' | 'pan' | 'zoom' | 'magnify' | 'length' | 'mark';

/** What pointer movements over a tile mean, in device pixels of its canvas. */
export interface PointerMeaning {
  tool(): Tool;
  press(at: Point): void;
  drag(tool: Tool, dx: number, dy: number, at: Point): void;
  hover(at: Point | null): void;
  click(at: Point): void;
  /** The button was let go after a drag. */
  drop(tool: Tool): unknown;
  wheel(steps: number, at: Point): void;
  doubleClick(): unknown;
}

const CLICK_SLACK = 4;

/** Left button: the chosen tool; right: zoom; middle, or with Shift: pan; wheel: zoom. */
export function listen(canvas: HTMLCanvasElement, meaning: PointerMeaning): void {
  let held: { tool: Tool; last: Point; moved: number } | null = null;
  const at = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * canvas.width) / box.width, y: ((event.clientY - box.top) * canvas.height) / box.height };
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    held = { tool: toolOf(event, meaning.tool()), last: at(event), moved: 0 };
    meaning.press(held.last);
  });
  canvas.addEventListener('pointermove', (event) => {
    const now = at(event);
    meaning.hover(now);
    if (!held) return;
    const [dx, dy] = [now.x - held.last.x, now.y - held.last.y];
    held.moved += Math.abs(dx) + Math.abs(dy);
    held.last = now;
    meaning.drag(held.tool, dx, dy, now);
  });
  canvas.addEventListener('pointerup', (event) => {
    const was = held;
    held = null;
    if (was && was.moved > CLICK_SLACK) meaning.drop(was.tool);
    else if (was && event.button === 0) meaning.click(at(event));
  });
  canvas.addEventListener('pointercancel', () => (held = null));
  canvas.addEventListener('pointerleave', () => meaning.hover(null));
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  canvas.addEventListener('dblclick', () => meaning.doubleClick());
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    meaning.wheel(-Math.sign(event.deltaY) * Math.min(3, Math.max(1, Math.abs(event.deltaY) / 100)), at(event));
  }, { passive: false });
}

function toolOf(event: PointerEvent, chosen: Tool): Tool {
  if (event.button === 2) return 'zoom';
  if (event.button === 1 || event.shiftKey) return 'pan';
  return chosen;
}
