import { parseSource } from '../yaml/parse-source.ts';
import { jsonSyntaxFault } from './admission/validation/config/json-syntax.ts';

/** What does not parse in a text that a ConfigMap holds as a file. */
export interface EmbeddedFault {
  readonly language: 'YAML' | 'JSON';
  /** Line within the text, from 1, where it is known. */
  readonly line?: number;
}

/** Marks of templates, comments and placeholders, of which only the program that reads them knows what they become. */
const TEMPLATED = /\{[{%]|<%|[$@%#]\{|@[A-Z][A-Z0-9_]*@|__[A-Z][A-Z0-9_]*__|\$[A-Za-z_(]/;

/** Comments and commas at the end of a list, which many programs take in files that they call JSON. */
const LENIENT_JSON = /^\s*(?:\/\/|\/\*|#)|,\s*[\]}]/m;

function findYamlFault(text: string): EmbeddedFault | undefined {
  const { documents, lines } = parseSource('value.yaml', text);
  const fatal = documents.flatMap(({ problems }) => problems).find(problem => problem.fatal && problem.kind !== 'unsupported-value');
  return fatal && { language: 'YAML', line: lines.position(fatal.span.start).line };
}

/** Why a text does not parse as what the ending of its key says that it is; undefined where it does, or where that cannot be told. */
export function findEmbeddedFault(key: string, text: string): EmbeddedFault | undefined {
  if (text.trim() === '' || TEMPLATED.test(text)) return undefined;
  if (/\.ya?ml$/i.test(key)) return findYamlFault(text);
  if (!/\.json$/i.test(key) || LENIENT_JSON.test(text)) return undefined;
  // A program that takes several objects one after the other is fed that way.
  const fault = jsonSyntaxFault(text);
  return fault === undefined || fault.endsWith('after top-level value') ? undefined : { language: 'JSON' };
}
