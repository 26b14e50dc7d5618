import { findNearest } from '../../text/near.ts';
import { Cursor } from '../../yaml/cursor.ts';
import type { Change } from '../../yaml/origin.ts';
import type { Place } from '../../yaml/place.ts';
import type { YamlDocument } from '../../yaml/source-file.ts';
import { substitute, type Substituted, type Variable } from './envsubst.ts';
import { countNodes, rewrite, type EditedScalar, type ScalarEdit } from './rewrite.ts';
import type { PostBuild } from './variables.ts';

export interface PostBuildFault {
  readonly kind: 'substitution-malformed' | 'substitution-breaks-yaml' | 'variable-name';
  /** What the controller says. */
  readonly answer: string;
  readonly at: Place;
  readonly subject: string;
}

export interface FilledDocuments {
  readonly documents: readonly YamlDocument[];
  readonly faults: readonly PostBuildFault[];
  /** Variables in the set that nothing sets although all sources are known: Flux puts nothing in their place. */
  readonly unset: readonly UnsetVariable[];
}

export interface UnsetVariable {
  readonly name: string;
  readonly at: Place;
  /** One that is set and was perhaps meant. */
  readonly near: string | undefined;
}

/** Label or annotation that keeps an object from being filled. */
const SWITCH = 'kustomize.toolkit.fluxcd.io/substitute';

function isSwitchedOff(body: Cursor): boolean {
  const metadata = body.get('metadata');
  return ['labels', 'annotations'].some(field => metadata.get(field).get(SWITCH).text === 'disabled');
}

class Filling {
  readonly faults: PostBuildFault[] = [];
  readonly unset: UnsetVariable[] = [];
  readonly #postBuild: PostBuild;

  constructor(postBuild: PostBuild) {
    this.#postBuild = postBuild;
  }

  fill(document: YamlDocument): YamlDocument {
    const body = Cursor.root(document);
    // Most objects hold no variable, and printing is not free.
    if (!body || isSwitchedOff(body) || !document.file.text.slice(document.span.start, document.span.end).includes('$')) return document;
    return rewrite(body, { edit: scalar => this.#edit(scalar) }) ?? document;
  }

  #lookUp(name: string): Variable {
    const found = this.#postBuild.values.get(name);
    if (found) return found.value === undefined ? { state: 'unknown' } : { state: 'known', value: found.value };
    return this.#postBuild.hidden.length > 0 ? { state: 'unknown' } : { state: 'unset' };
  }

  #edit({ text, at, isQuoted }: EditedScalar): ScalarEdit | undefined {
    if (!text.includes('$')) return undefined;
    const result = substitute(text, name => this.#lookUp(name));
    if ('fault' in result) {
      // A text that ends within an expression may go on in the next field.
      if (!result.atEnd) this.faults.push({ kind: 'substitution-malformed', answer: `variable substitution failed: ${result.fault}`, at, subject: text });
      return undefined;
    }
    for (const name of result.unset) this.unset.push({ name, at, near: findNearest(name, [...this.#postBuild.values.keys()], key => key) });
    if (result.text === text) return undefined;
    return { source: isQuoted ? JSON.stringify(result.text) : this.#print(text, result, at), changes: this.#changesOf(result) };
  }

  /** What is printed without quotes is read anew: `${id}` turns into a number where the value is one, quoted in the manifest or not. */
  #print(text: string, { text: filled, unset }: Substituted, at: Place): string {
    if (unset.size > 0 || filled.includes('${')) return JSON.stringify(filled);
    if (!filled.includes('\n') && countNodes(filled, 'key: ') !== undefined) return filled;
    this.faults.push({ kind: 'substitution-breaks-yaml', answer: 'variable substitution makes no YAML', at, subject: text });
    return JSON.stringify(text);
  }

  #changesOf({ used }: Substituted): Change[] {
    return [...used].flatMap(name => {
      const found = this.#postBuild.values.get(name);
      return found ? [{ at: found.at, note: `${found.giver} sets \${${name}}` }] : [];
    });
  }
}

/** What a set becomes after its build: variables filled, read again as YAML, so that types may change (F-3). */
export function fillVariables(documents: readonly YamlDocument[], postBuild: PostBuild): FilledDocuments {
  const refused = postBuild.refused.map(({ name, at }): PostBuildFault => {
    const answer = `'${name}' var name is invalid, must match '^[_[:alpha:]][_[:alpha:][:digit:]]*$'`;
    return { kind: 'variable-name', answer, at, subject: name };
  });
  const isIdle = postBuild.values.size === 0 && postBuild.hidden.length === 0 && !postBuild.isAlways;
  if (isIdle) return { documents, faults: refused, unset: [] };
  const filling = new Filling(postBuild);
  const filled = documents.map(document => filling.fill(document));
  return { documents: filled, faults: [...refused, ...filling.faults], unset: filling.unset };
}
