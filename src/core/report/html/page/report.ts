import { Facets } from './facets.ts';
import { readFindings, readRules } from './findings.ts';
import { arrange, showIn, type Group } from './groups.ts';
import { focusFinding, moveFocus, type Keys } from './keyboard.ts';
import { need } from './make.ts';
import { select } from './select.ts';
import { choose, GROUPINGS, isFiltered, readView, WHOLE, withoutFilters, writeView, type Grouping, type View } from './view.ts';

const FINDING = '#f-';

/** The list of findings and all that filters, groups and searches it. */
export class ReportList {
  readonly #list = need('findings', HTMLElement);
  readonly #rules = readRules();
  readonly #findings = readFindings(this.#list, this.#rules);
  readonly #search = need('search', HTMLInputElement);
  readonly #details = need('details', HTMLInputElement);
  readonly #suppressed = document.getElementById('suppressed');
  readonly #status = need('status', HTMLElement);
  readonly #clear = need('clear', HTMLButtonElement);
  readonly #facets = new Facets(need('facets', HTMLElement), this.#findings, (facet, value, on) => {
    this.#show(choose(this.#view, facet, value, on));
  });
  #view: View = WHOLE;
  #grouping: Grouping | undefined;
  #groups: readonly Group[] = [];

  start(): void {
    need('side', HTMLElement).hidden = this.#facets.isEmpty;
    this.#search.addEventListener('input', () => {
      this.#show({ ...this.#view, query: this.#search.value });
    });
    this.#details.addEventListener('change', () => {
      this.#show({ ...this.#view, details: this.#details.checked });
    });
    this.#suppressed?.addEventListener('change', this.#toggleSuppressed);
    this.#clear.addEventListener('click', () => {
      this.#show(withoutFilters(this.#view));
    });
    need('group', HTMLElement).addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#show({ ...this.#view, grouping: GROUPINGS.find(name => name === target.value) ?? 'file' });
    });
    this.#list.addEventListener('click', ({ target }) => {
      const title = target instanceof Element ? target.closest('h3') : null;
      if (title && !this.#view.details) title.closest('article')?.toggleAttribute('data-open');
    });
    this.#list.addEventListener('keydown', ({ key, target }) => {
      if (key === 'Enter' && target instanceof HTMLElement && target.matches('article')) target.toggleAttribute('data-open');
    });
    window.addEventListener('hashchange', this.#readHash);
    this.#readHash();
  }

  keys(): Keys {
    return {
      '/': () => {
        this.#search.focus();
        this.#search.select();
      },
      j: () => {
        moveFocus(this.#list, 1);
      },
      k: () => {
        moveFocus(this.#list, -1);
      },
      c: () => document.activeElement?.closest('article')?.querySelector<HTMLElement>('button.copy')?.click(),
      d: () => {
        this.#show({ ...this.#view, details: !this.#view.details });
      },
      g: () => {
        this.#show({ ...this.#view, grouping: GROUPINGS[(GROUPINGS.indexOf(this.#view.grouping) + 1) % GROUPINGS.length] ?? 'file' });
      },
      s: this.#toggleSuppressed,
      Escape: this.#escape,
    };
  }

  readonly #toggleSuppressed = (): void => {
    this.#show({ ...this.#view, suppressed: !this.#view.suppressed });
  };

  readonly #escape = (): void => {
    this.#search.blur();
    this.#show(withoutFilters(this.#view));
  };

  /** A hash names a finding or a view. A link to a finding shows it even if the view does not. */
  readonly #readHash = (): void => {
    const { hash } = location;
    if (!hash.startsWith(FINDING)) {
      this.#show(readView(hash));
      return;
    }
    const finding = this.#findings.find(({ element }) => element.id === hash.slice(1).replace('%3A', ':'));
    const view = finding?.element.hidden === true || this.#grouping === undefined ? WHOLE : this.#view;
    this.#show({ ...view, suppressed: view.suppressed || finding?.suppressed === true }, hash.slice(1));
    if (finding) focusFinding(finding.element);
  };

  #show(view: View, hash = writeView(view)): void {
    this.#view = view;
    if (view.grouping !== this.#grouping) this.#groups = arrange(this.#list, this.#findings, view.grouping, this.#rules);
    this.#grouping = view.grouping;
    const { shown, counts, total } = select(this.#findings, view);
    for (const group of this.#groups) showIn(group, shown);
    this.#facets.show(view, counts);
    this.#showControls(view);
    const all = `${String(total)} ${total === 1 ? 'finding' : 'findings'}`;
    this.#status.textContent = isFiltered(view) ? `${shown.size === 0 ? 'None' : String(shown.size)} of ${all}` : all;
    this.#clear.hidden = !isFiltered(view);
    if (location.hash !== `#${hash}` && (hash !== '' || location.hash !== '')) history.replaceState(null, '', `#${hash}`);
  }

  #showControls({ query, details, suppressed, grouping }: View): void {
    if (this.#search.value !== query) this.#search.value = query;
    this.#details.checked = details;
    if (this.#suppressed instanceof HTMLInputElement) this.#suppressed.checked = suppressed;
    this.#list.classList.toggle('brief', !details);
    this.#list.dataset['group'] = grouping;
    for (const input of document.querySelectorAll<HTMLInputElement>('#group input')) input.checked = input.value === grouping;
  }
}
