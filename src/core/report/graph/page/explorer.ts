import type { Graph } from '../../../graph/graph.ts';
import type { Keys } from '../../html/page/keyboard.ts';
import { need } from '../../html/page/make.ts';
import { firstView, type View } from '../picture.ts';
import { Panel } from './panel.ts';
import { PictureView } from './picture-view.ts';
import { wordsOf } from './search-words.ts';
import type { Area, Stage } from './stage.ts';

const STEP = 80;
/** What is connected with a box is shown with it where it is not farther away. */
const NEAR = { width: 1500, height: 900 };

/** What a person does with the drawing: search, choose, walk, close namespaces. */
export class Explorer {
  readonly #graph: Graph;
  readonly #stage: Stage;
  readonly #picture: PictureView;
  readonly #panel: Panel;
  readonly #search = need('search', HTMLInputElement);
  readonly #status = need('status', HTMLElement);
  readonly #details = need('details', HTMLButtonElement);
  readonly #words: ReadonlyMap<string, string>;
  #view: View;
  #chosen: string | undefined;
  #found: readonly string[] = [];
  #at = -1;
  #brokenAt = -1;

  constructor(graph: Graph, stage: Stage, world: SVGElement) {
    this.#graph = graph;
    this.#stage = stage;
    this.#view = firstView(graph);
    this.#words = wordsOf(graph);
    this.#picture = new PictureView(graph, world);
    this.#panel = new Panel(graph, id => {
      this.#reach(id);
    });
  }

  start(): void {
    this.#show(this.#view);
    this.#search.addEventListener('input', () => {
      this.#find();
    });
    this.#search.addEventListener('keydown', event => {
      if (event.key === 'Enter') this.#walk(event.shiftKey ? -1 : 1);
    });
    this.#details.addEventListener('click', this.#toggleDetails);
    document.getElementById('broken')?.addEventListener('click', this.#nextBroken);
    const svg = need('stage', HTMLElement);
    svg.addEventListener('click', this.#click);
    svg.addEventListener('keydown', this.#press);
    need('panel', HTMLElement).addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset['close'] !== undefined) this.#clear();
    });
    this.#readHash();
    window.addEventListener('hashchange', this.#readHash);
  }

  get area(): Area {
    return this.#picture.area;
  }

  keys(): Keys {
    return {
      '/': () => {
        this.#search.focus();
        this.#search.select();
      },
      '+': () => {
        this.#stage.zoom(1.3);
      },
      '-': () => {
        this.#stage.zoom(1 / 1.3);
      },
      0: () => {
        this.#stage.fit();
      },
      d: this.#toggleDetails,
      b: this.#nextBroken,
      n: () => {
        this.#toggleGroups();
      },
      ArrowLeft: () => {
        this.#step('left', STEP, 0);
      },
      ArrowRight: () => {
        this.#step('right', -STEP, 0);
      },
      ArrowUp: () => {
        this.#step('up', 0, STEP);
      },
      ArrowDown: () => {
        this.#step('down', 0, -STEP);
      },
      Escape: () => {
        this.#search.blur();
        this.#search.value = '';
        this.#find();
        this.#clear();
      },
    };
  }

  /** Arrows walk from the chosen box to its neighbours, and move the drawing where none is chosen. */
  #step(direction: 'left' | 'right' | 'up' | 'down', x: number, y: number): void {
    const box = this.#chosen === undefined ? undefined : this.#picture.boxOf(this.#chosen);
    if (box === undefined) this.#stage.pan(x, y);
    else {
      const next = this.#picture.findBeside(box, direction);
      if (next !== undefined) this.#choose(next);
    }
  }

  #show(view: View): void {
    this.#view = view;
    this.#picture.draw(view);
    this.#stage.fit(this.#picture.area);
    this.#details.setAttribute('aria-pressed', String(view.details));
    this.#find();
    const box = this.#chosen === undefined ? undefined : this.#picture.boxOf(this.#chosen);
    if (box !== undefined) this.#picture.light(new Set([box]));
  }

  readonly #toggleDetails = (): void => {
    this.#show({ ...this.#view, details: !this.#view.details });
  };

  #toggleGroups(): void {
    this.#show({ ...this.#view, closed: this.#view.closed.size > 0 ? new Set() : new Set(this.#graph.groups.map(({ id }) => id)) });
  }

  #toggleGroup(id: string): void {
    const closed = new Set(this.#view.closed);
    if (!closed.delete(id)) closed.add(id);
    this.#show({ ...this.#view, closed });
  }

  readonly #click = ({ target }: Event): void => {
    if (this.#stage.isDragged || !(target instanceof Element)) return;
    const node = target.closest<SVGElement>('.node');
    const group = target.closest<SVGElement>('.group');
    const edge = target.closest<SVGElement>('.edge');
    if (node) this.#choose(node.dataset['id'] ?? '');
    else if (edge) this.#chooseEdge(edge.dataset['from'] ?? '', edge.dataset['to'] ?? '');
    else if (group && target.matches('.heading')) this.#toggleGroup(group.dataset['group'] ?? '');
    else if (target.closest('svg')) this.#clear();
  };

  readonly #press = (event: KeyboardEvent): void => {
    const node = event.target instanceof Element ? event.target.closest<SVGElement>('.node') : null;
    if (!node || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    this.#choose(node.dataset['id'] ?? '');
  };

  /** Chooses a box: what it is connected with stays in sight, and the panel tells of it. A closed namespace opens. */
  #choose(box: string): void {
    const node = this.#picture.picture.nodes.find(({ id }) => id === box);
    if (!node) return;
    if (node.kind === 'Closed') {
      this.#toggleGroup(node.group);
      return;
    }
    this.#chosen = node.members[0];
    this.#panel.showNodes(node.members);
    this.#picture.light(new Set([box]));
    const around = this.#picture.areaOf([box, ...this.#picture.neighboursOf(box)]);
    const isNear = around.width < NEAR.width && around.height < NEAR.height;
    this.#stage.show(isNear ? around : this.#picture.areaOf([box]));
    this.#picture.elementOf(box)?.focus({ preventScroll: true });
    history.replaceState(null, '', `#${encodeURIComponent(node.members[0] ?? '')}`);
  }

  /** Chooses an object, even one that is folded away. */
  #reach(id: string): void {
    const group = this.#graph.nodes.find(node => node.id === id)?.group;
    if (group !== undefined && this.#view.closed.has(group)) this.#toggleGroup(group);
    if (this.#picture.boxOf(id) === undefined && !this.#view.details) this.#toggleDetails();
    const box = this.#picture.boxOf(id);
    if (box !== undefined) this.#choose(box);
    this.#panel.showNodes([id]);
  }

  #chooseEdge(from: string, to: string): void {
    this.#chosen = undefined;
    this.#panel.showEdge(this.#picture.edgesBetween(from, to));
    this.#picture.light(new Set([from, to]), { from, to });
  }

  #clear(): void {
    this.#chosen = undefined;
    this.#panel.hide();
    this.#picture.light(new Set());
    if (location.hash !== '') history.replaceState(null, '', location.pathname);
  }

  readonly #nextBroken = (): void => {
    const broken = this.#picture.picture.edges.filter(edge => edge.broken !== null).sort((a, b) => Number(b.broken === 'error') - Number(a.broken === 'error'));
    this.#brokenAt = (this.#brokenAt + 1) % Math.max(broken.length, 1);
    const edge = broken[this.#brokenAt];
    if (!edge) return;
    this.#chooseEdge(edge.from, edge.to);
    this.#stage.show(this.#picture.areaOf([edge.from, edge.to]));
  };

  /** Every word of the query stands somewhere in what is found. */
  #find(): void {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = words.length === 0 ? [] : [...this.#words].filter(([, text]) => words.every(word => text.includes(word))).map(([id]) => id);
    this.#found = [...new Set(hits.map(id => this.#picture.boxOf(id) ?? id))];
    this.#at = -1;
    this.#picture.mark(new Set(this.#found));
    this.#status.textContent = words.length === 0 ? '' : this.#found.length === 0 ? 'Nothing found' : `${String(this.#found.length)} found`;
  }

  #walk(by: 1 | -1): void {
    if (this.#found.length === 0) return;
    this.#at = (this.#at + by + this.#found.length) % this.#found.length;
    const id = this.#found[this.#at];
    if (id === undefined) return;
    this.#reach(id);
    this.#search.focus();
    this.#status.textContent = `${String(this.#at + 1)} of ${String(this.#found.length)}`;
  }

  readonly #readHash = (): void => {
    const id = decode(location.hash.slice(1));
    if (this.#graph.nodes.some(node => node.id === id) && id !== this.#chosen) this.#reach(id);
  };
}

/** What stands in an address may be anything. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
