import type {
  ConfigMapProjection,
  DownwardAPIProjection,
  ProjectedVolumeSource,
  SecretProjection,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, requireField } from '../meta/text.ts';
import { validateDownwardAPIVolumeFile, validateKeyToPath } from './volume-files.ts';
import { localPathFaults, validateFileMode } from './volume-path.ts';
import { SOURCE_FIELD } from './volume-source.ts';

/** The paths that a projected volume has got so far: two sources must not write the same file. */
class ProjectedPaths {
  readonly #paths = new Set<string>();
  readonly #volume: Cursor<ProjectedVolumeSource>;
  readonly #to: Refusals;

  constructor(volume: Cursor<ProjectedVolumeSource>, to: Refusals) {
    this.#volume = volume;
    this.#to = to;
  }

  /** `said` is what the server repeats: the object that the file comes from. Lists with template lines may hold branches. */
  add(path: Cursor<string>, list: Cursor<unknown>, said: string | undefined): void {
    const text = textOf(path);
    if (text === undefined || text === '' || list.isOpen || this.#volume.get('sources').isOpen) return;
    if (this.#paths.has(text))
      this.#to.invalid('volume/path-conflict', path, 'conflicting duplicate paths', { field: this.#volume.fieldPath, value: said ?? text });
    this.#paths.add(text);
  }
}

function validateKeys(source: Cursor<SecretProjection | ConfigMapProjection>, to: Refusals, paths: ProjectedPaths): void {
  requireField(source.get('name'), to, SOURCE_FIELD);
  for (const item of source.get('items').items()) {
    validateKeyToPath(item, to);
    paths.add(item.get('path'), source.get('items'), textOf(source.get('name')));
  }
}

function validateFields(source: Cursor<DownwardAPIProjection>, to: Refusals, paths: ProjectedPaths): void {
  for (const file of source.get('items').items()) {
    validateDownwardAPIVolumeFile(file, to, source.fieldPath);
    paths.add(file.get('path'), source.get('items'), undefined);
  }
}

/** A token of the pod's account. Its path is refused at the volume, not at the source. */
function validateServiceAccountToken(token: Cursor<ServiceAccountTokenProjection>, to: Refusals, volume: Cursor<ProjectedVolumeSource>): void {
  const [expiration, path] = [token.get('expirationSeconds'), token.get('path')];
  const field = `${volume.fieldPath}.path`;
  if (expiration.isPresent) validateExpiration(expiration, to);
  requireField(path, to, { ...SOURCE_FIELD, options: { field } });
  refuseFaults(path, to, { check: 'volume/path', options: { field } }, localPathFaults);
}

function validateExpiration(expiration: Cursor<number>, to: Refusals): void {
  const field = expiration.number();
  if (field.state !== 'known') return;
  if (field.value < 600) to.invalid('volume/token-expiration', expiration, 'may not specify a duration less than 10 minutes');
  if (field.value > 2 ** 32) to.invalid('volume/token-expiration', expiration, 'may not specify a duration larger than 2^32 seconds');
}

/** Sources that servers keep by default; bundles and certificates are dropped unless their gates are on. */
export const PROJECTIONS = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'] as const;

function validateProjection(
  source: Cursor<VolumeProjection>,
  to: Refusals,
  { volume, paths }: { readonly volume: Cursor<ProjectedVolumeSource>; readonly paths: ProjectedPaths },
): void {
  const [secret, configMap, downwardAPI, token] = [source.get('secret'), source.get('configMap'), source.get('downwardAPI'), source.get('serviceAccountToken')];
  if (secret.isMapping) validateKeys(secret, to, paths);
  if (configMap.isMapping) validateKeys(configMap, to, paths);
  if (downwardAPI.isMapping) validateFields(downwardAPI, to, paths);
  if (token.isMapping) validateServiceAccountToken(token, to, volume);
  const count = PROJECTIONS.filter(field => source.get(field).isMapping).length;
  if (count > 1 && !source.isOpen) to.forbidden('volume/several-types', source, 'may not specify more than 1 volume type per source');
}

export function validateProjectedVolumeSource(projected: Cursor<ProjectedVolumeSource>, to: Refusals): void {
  validateFileMode(projected.get('defaultMode'), to);
  const paths = new ProjectedPaths(projected, to);
  for (const source of projected.get('sources').items()) validateProjection(source, to, { volume: projected, paths });
}
