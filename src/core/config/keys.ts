import { PLATFORM_NAMES } from '../predict/load-balancer-provider.ts';
import { PRESETS } from '../rule/define-rule.ts';
import type { Configuration, Override, ResourceConditions, ScopePaths } from './configuration.ts';
import { readPathPattern, PATH_PATTERN, type PathPattern, type PathPatterns } from './path-pattern.ts';
import { keyOf, withConsequence, type Shape } from './reader.ts';
import { referenceRows } from './reference-rows.ts';
import { ruleLevels, ruleName, ruleSettings } from './rule-settings.ts';
import { boolean, choice, listOf, mapOf, mapping, oneOrMore, parsed, text, type KeyTable } from './shapes.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { MINORS_PATTERN, PORT_RANGE_PATTERN, readMinors, readPortRange } from './versions.ts';

const CIDR = '^[0-9A-Fa-f.:]+/[0-9]{1,3}$';
const DOMAIN = '^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$';

const minors = parsed({ parse: readMinors, expected: 'a minor or range such as "1.33-1.36"', pattern: MINORS_PATTERN });
const portRange = parsed({ parse: readPortRange, expected: 'a range such as "30000-32767"', pattern: PORT_RANGE_PATTERN });
const cidr = parsed({ parse: taken(CIDR), expected: 'a network such as "10.96.0.0/12"', pattern: CIDR });
const domain = parsed({ parse: taken(DOMAIN), expected: 'a domain such as "cluster.local"', pattern: DOMAIN });

function taken(pattern: string): (written: string) => string | undefined {
  const expression = new RegExp(pattern);
  return written => (expression.test(written) ? written : undefined);
}

const pathPattern: Shape<PathPattern> = {
  read(cursor, reader) {
    const written = text.read(cursor, reader);
    const pattern = written === undefined ? undefined : readPathPattern(written);
    if (!pattern || 'segments' in pattern) return pattern;
    const message = withConsequence(`Pattern "${String(written)}" ${pattern.fault}`);
    return reader.fault({ variant: 'pattern', message, at: cursor.at, help: pattern.help });
  },
  schema: () => ({ type: 'string', pattern: PATH_PATTERN }),
};

/** A location with `{{ .ResourceKind }}` in it, which is a template action to a reader of manifests. */
function locationOf(cursor: Cursor): string | undefined {
  const { source } = cursor;
  return source.includes('{{') && cursor.isScalar ? source.replace(/^(["'])(.*)\1$/s, '$2') : undefined;
}

/** A path of this computer: nothing is fetched. */
const localPath: Shape<string> = {
  read(cursor, reader) {
    const written = locationOf(cursor) ?? text.read(cursor, reader);
    if (written === undefined || !/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(written)) return written;
    const message = withConsequence(`Schema location "${written}" is an address and not a path`);
    return reader.fault({ variant: 'unknown-value', message, at: cursor.at, help: 'Fetch it first, and name the file: svclint opens no connection' });
  },
  schema: () => ({ type: 'string', not: { pattern: '^[A-Za-z][A-Za-z0-9+.-]+://' } }),
};

/** A module by its path, or a package by its name: what is none of the two reaches no resolver. */
const PLUGIN = '^(?:\\.{1,2}/[^\\\\\\u0000]+|(?:@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*)$';
const plugin = parsed({ parse: taken(PLUGIN), expected: 'a path such as "./lint/team.mjs" or the name of a package', pattern: PLUGIN });
export const pluginNames = oneOrMore(plugin);

const BELOW = '^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]+$';

/** A file beside the configuration or below it: a configuration speaks for its own directory. */
const pathBelow: Shape<string> = {
  read(cursor, reader) {
    const written = text.read(cursor, reader);
    if (written === undefined || new RegExp(BELOW).test(written)) return written;
    const message = withConsequence(`Value "${written}" of "${keyOf(cursor)}" is no file below the configuration`);
    return reader.fault({ variant: 'unknown-value', message, at: cursor.at, help: 'Write a relative path without .. and with /' });
  },
  schema: () => ({ type: 'string', pattern: BELOW }),
};

const patternList = oneOrMore(pathPattern);
const pathPatterns: Shape<PathPatterns> = {
  read(cursor, reader) {
    const patterns = patternList.read(cursor, reader);
    return patterns && { patterns };
  },
  schema: patternList.schema,
};

const conditions = mapping<ResourceConditions, ResourceConditions>({
  keys: {
    kind: { shape: oneOrMore(text), about: 'Kinds, as "Service"', example: 'Service' },
    namespace: { shape: oneOrMore(text), about: 'Namespaces that the manifests write; * and ? are wildcards', example: 'kube-*' },
    name: { shape: oneOrMore(text), about: 'Names; * and ? are wildcards', example: 'debug-*' },
    labels: { shape: mapOf(text), about: 'Labels that the object itself carries', example: '{ tier: dev }' },
  },
  build: get => ({ kind: get('kind'), namespace: get('namespace'), name: get('name'), labels: get('labels') }),
});

const override = mapping<Override, Override>({
  keys: {
    paths: { shape: pathPatterns, about: 'Files, by patterns as in a .gitignore', example: '[test/]' },
    resources: { shape: conditions, about: 'Objects; each condition has to hold', example: '{ kind: Service }' },
    rules: { shape: ruleLevels, about: 'Levels of rules there', example: '{ node-port-out-of-range: off }' },
  },
  required: ['rules'],
  build: get => ({ paths: get('paths'), resources: get('resources'), rules: get('rules') }),
});

const scope = mapping<ScopePaths, ScopePaths | undefined>({
  keys: {
    name: { shape: text, about: 'How the report calls it', example: 'prod' },
    paths: { shape: pathPatterns, about: 'What is applied together', example: '[base/, overlays/prod/]' },
  },
  required: ['name', 'paths'],
  build(get) {
    const [name, paths] = [get('name'), get('paths')];
    return name !== undefined && paths ? { name, paths } : undefined;
  },
});

const scopes: Shape<readonly ScopePaths[]> = {
  read: (cursor, reader) =>
    listOf(scope)
      .read(cursor, reader)
      ?.flatMap(named => named ?? []),
  schema: rules => listOf(scope).schema(rules),
};

/** Every key of the configuration: what reads it, what an editor completes, what the README and `svclint init` say. */
export const KEYS: KeyTable<Configuration> = {
  presets: {
    shape: listOf(choice(PRESETS)),
    about: 'Groups of rules that are on',
    default: '[recommended]',
    example: '[recommended, security]',
  },
  rules: {
    shape: ruleSettings,
    about: 'Level of a rule (off, info, warning, error), or its severity and options',
    example: '{ node-port-out-of-range: warning }',
  },
  locks: { shape: listOf(ruleName), about: 'Rules that no override and no suppression can loosen', example: '[service-selects-no-pods]' },
  ignore: { shape: pathPatterns, about: 'Files that are not linted, by patterns as in a .gitignore', example: '[charts/*/templates/]' },
  overrides: {
    shape: listOf(override),
    about: 'Other levels for some files or objects; the last one that fits decides',
    example: '[{ paths: [test/], rules: { node-port-out-of-range: off } }]',
  },
  kubernetesVersion: {
    shape: minors,
    about: 'Minor or range of minors of the cluster, in quotes; else the four newest',
    example: '"1.33-1.36"',
  },
  platform: { shape: choice(PLATFORM_NAMES), about: 'Where the cluster runs, which decides who answers a LoadBalancer Service', example: 'kind' },
  nodePortRange: { shape: portRange, about: "The API server's service-node-port-range", default: '30000-32767', example: '30000-32767' },
  serviceCidr: { shape: oneOrMore(cidr), about: 'Networks of cluster IPs', example: '10.96.0.0/12' },
  clusterDomain: { shape: domain, about: 'DNS domain of the cluster', default: 'cluster.local', example: 'cluster.local' },
  complete: {
    shape: boolean,
    about: 'Nothing outside the linted files exists in the cluster, so what is absent is missing',
    default: 'false',
    example: 'true',
  },
  scopes: {
    shape: scopes,
    about: 'Sets of files that are applied together; without it, svclint tells them by directories and kustomizations',
    example: '[{ name: prod, paths: [base/, overlays/prod/] }]',
  },
  references: {
    shape: referenceRows,
    about: 'Fields of custom resources that name objects, so that rules about missing ConfigMaps, Secrets and others know them',
    example: '[{ from: example.com/App, at: spec.configRef, name: name, to: /ConfigMap }]',
  },
  schemas: {
    shape: oneOrMore(localPath),
    about: 'Definitions of other kinds: files, directories and patterns with CustomResourceDefinitions, or places of JSON Schema files as kubeconform has them',
    example: "[crds/, 'schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json']",
  },
  plugins: {
    shape: pluginNames,
    about: 'Modules and packages with rules of your own; their code runs only with `--allow-plugins`',
    example: '[./lint/team.mjs]',
  },
  helm: { shape: boolean, about: 'Charts are rendered by the helm on the PATH, if there is one', default: 'true', example: 'false' },
  requireReasons: { shape: boolean, about: 'Suppressions have to say why, after --', default: 'false', example: 'true' },
  failOn: {
    shape: choice(['error', 'warning', 'info', 'never']),
    about: 'The lowest severity that makes svclint exit with 1',
    default: 'error',
    example: 'warning',
  },
  baseline: { shape: pathBelow, about: 'Findings that are known and hidden: a file that --update-baseline writes', example: '.svclint-baseline.json' },
};

export const configurationShape = mapping<Configuration, Configuration>({
  keys: KEYS,
  build: get => ({
    presets: get('presets'),
    rules: get('rules'),
    locks: get('locks'),
    ignore: get('ignore'),
    overrides: get('overrides'),
    kubernetesVersion: get('kubernetesVersion'),
    platform: get('platform'),
    nodePortRange: get('nodePortRange'),
    serviceCidr: get('serviceCidr'),
    clusterDomain: get('clusterDomain'),
    complete: get('complete'),
    schemas: get('schemas'),
    scopes: get('scopes'),
    references: get('references'),
    plugins: get('plugins'),
    helm: get('helm'),
    requireReasons: get('requireReasons'),
    failOn: get('failOn'),
    baseline: get('baseline'),
  }),
});
