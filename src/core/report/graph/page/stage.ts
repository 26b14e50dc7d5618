const LEAST = 0.05;
const MOST = 4;
/** The scale below which names are too small. */
const READABLE = 0.6;
/** Room around the drawing when all of it is shown. */
const AROUND = 28;
/** Pixels that the pointer moves before a click is a drag. */
const SLACK = 4;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the drawing stands in its window: moved by dragging, zoomed by the wheel or by two fingers. */
export class Stage {
  readonly #svg: SVGSVGElement;
  readonly #world: SVGElement;
  readonly #fingers = new Map<number, { readonly x: number; readonly y: number }>();
  #scale = 1;
  #x = 0;
  #y = 0;
  #whole: Area = { x: 0, y: 0, width: 1, height: 1 };
  /** Whether the pointer moved since it was pressed: then what follows is no click. */
  isDragged = false;

  constructor(svg: SVGSVGElement, world: SVGElement) {
    this.#svg = svg;
    this.#world = world;
    svg.addEventListener('wheel', this.#wheel, { passive: false });
    svg.addEventListener('pointerdown', this.#press);
    svg.addEventListener('pointermove', this.#drag);
    for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const) svg.addEventListener(end, this.#release);
  }

  get scale(): number {
    return this.#scale;
  }

  /** Shows all of a drawing, never larger than it is. */
  fit(whole: Area = this.#whole): void {
    this.#whole = whole;
    const { width, height } = this.#svg.getBoundingClientRect();
    this.#scale = Math.min((width - 2 * AROUND) / whole.width, (height - 2 * AROUND) / whole.height, 1.25);
    this.#x = (width - whole.width * this.#scale) / 2;
    this.#y = (height - whole.height * this.#scale) / 2;
    this.#apply();
  }

  zoom(by: number, at?: { readonly x: number; readonly y: number }): void {
    const { width, height } = this.#svg.getBoundingClientRect();
    const { x, y } = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.min(MOST, Math.max(LEAST, this.#scale * by));
    this.#x = x - ((x - this.#x) * scale) / this.#scale;
    this.#y = y - ((y - this.#y) * scale) / this.#scale;
    this.#scale = scale;
    this.#apply();
  }

  pan(x: number, y: number): void {
    this.#x += x;
    this.#y += y;
    this.#apply();
  }

  /** Brings an area to the middle, unless it is in sight: smaller if it does not fit, but not too small to be read. */
  show(area: Area): void {
    const { width, height } = this.#svg.getBoundingClientRect();
    const [left, top] = [area.x * this.#scale + this.#x, area.y * this.#scale + this.#y];
    const isSeen = left > 0 && top > 0 && left + area.width * this.#scale < width && top + area.height * this.#scale < height;
    if (isSeen && this.#scale >= READABLE) return;
    const fitting = Math.min((width - 2 * AROUND) / area.width, (height - 2 * AROUND) / area.height);
    this.#scale = Math.max(READABLE, Math.min(fitting, Math.max(this.#scale, 0.9)));
    this.#x = width / 2 - (area.x + area.width / 2) * this.#scale;
    this.#y = height / 2 - (area.y + area.height / 2) * this.#scale;
    this.#apply();
  }

  #apply(): void {
    this.#world.setAttribute('transform', `translate(${String(this.#x)} ${String(this.#y)}) scale(${String(this.#scale)})`);
  }

  #at({ clientX, clientY }: MouseEvent): { readonly x: number; readonly y: number } {
    const { left, top } = this.#svg.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const step = event.deltaMode === 1 ? 18 : 1;
    this.zoom(Math.exp((-event.deltaY * step * (event.ctrlKey ? 4 : 1)) / 500), this.#at(event));
  };

  readonly #press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.isDragged = false;
    this.#fingers.set(event.pointerId, this.#at(event));
  };

  readonly #drag = (event: PointerEvent): void => {
    const from = this.#fingers.get(event.pointerId);
    if (!from) return;
    const to = this.#at(event);
    if (!this.isDragged && Math.hypot(to.x - from.x, to.y - from.y) < SLACK) return;
    if (!this.isDragged) this.#svg.setPointerCapture(event.pointerId);
    this.isDragged = true;
    this.#svg.classList.add('dragged');
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.zoom(Math.hypot(to.x - other.x, to.y - other.y) / Math.max(1, Math.hypot(from.x - other.x, from.y - other.y)), other);
    else this.pan(to.x - from.x, to.y - from.y);
    this.#fingers.set(event.pointerId, to);
  };

  readonly #release = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    this.#svg.classList.remove('dragged');
  };
}
