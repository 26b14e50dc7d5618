import { KEYS } from '../core/config/keys.ts';
import type { ReadSet } from '../core/model/build-clusters.ts';
import { renderCount } from '../core/report/plural.ts';
import { directoryOf } from '../core/text/path.ts';
import { Cursor } from '../core/yaml/cursor.ts';
import type { SourceFile } from '../core/yaml/source-file.ts';

/** What `svclint init` sees in a repository. */
export interface Survey {
  /** Counts of what is there, in words. */
  readonly found: readonly string[];
  readonly platform: { readonly name: string; readonly file: string } | undefined;
  /** Directories of overlays that stand side by side: each is a cluster of its own. */
  readonly overlays: readonly string[];
}

/** Files that describe a cluster, by the group of their apiVersion or the program that reads them. */
const PLATFORM_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^kind\.x-k8s\.io\//, 'kind'],
  [/^k3d\.io\//, 'k3d'],
  [/^eksctl\.io\//, 'eks'],
  [/^kubeadm\.k8s\.io\//, 'kubeadm'],
];

function platformOf(file: SourceFile): string | undefined {
  for (const document of file.documents) {
    const version = Cursor.root(document)?.get('apiVersion').text ?? '';
    const found = PLATFORM_GROUPS.find(([pattern]) => pattern.test(version));
    if (found) return found[1];
  }
  return undefined;
}

export function surveyOf({ files, clusters, kustomizations, charts }: ReadSet): Survey {
  const objects = new Set(clusters.flatMap(cluster => cluster.resources)).size;
  const counts: readonly (readonly [number, string])[] = [
    [objects, 'object'],
    [kustomizations.length, 'kustomization'],
    [charts.length, 'chart'],
  ];
  const [described] = files.flatMap(file => {
    const name = platformOf(file);
    return name ? [{ name, file: file.path }] : [];
  });
  const directories = kustomizations.map(kustomization => kustomization.directory);
  return {
    found: counts.filter(([count]) => count > 0).map(([count, word]) => renderCount(count, word)),
    platform: described,
    overlays: directories.filter(directory => directories.some(other => other !== directory && directoryOf(other) === directoryOf(directory))).sort(),
  };
}

function renderKey(name: keyof typeof KEYS, survey: Survey): string {
  const { about, example } = KEYS[name];
  if (name === 'platform' && survey.platform) return `# ${about}\n# ${survey.platform.file} describes it.\nplatform: ${survey.platform.name}\n`;
  if (name === 'presets') return `# ${about}\npresets: [recommended]\n`;
  return `# ${about}\n# ${name}: ${example}\n`;
}

/** A configuration with every key: what is known of the repository is set, the rest is a comment. */
export function renderConfiguration(survey: Survey): string {
  const head = ['# Configuration of svclint. It holds for this directory and all below it.'];
  if (survey.found.length > 0) head.push(`# Found here: ${survey.found.join(', ')}.`);
  if (survey.overlays.length > 0) head.push(`# Each of these is linted as a cluster of its own: ${survey.overlays.join(', ')}.`);
  const names = ['presets', 'rules', 'platform', 'kubernetesVersion', 'complete', 'failOn', 'ignore', 'overrides', 'locks', 'requireReasons'] as const;
  const rest = ['scopes', 'nodePortRange', 'serviceCidr', 'clusterDomain'] as const;
  return `${head.join('\n')}\n\n${[...names, ...rest].map(name => renderKey(name, survey)).join('\n')}`;
}
