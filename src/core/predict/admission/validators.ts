import type { Resource } from '../../model/resource.ts';
import { APPS_VALIDATORS } from './validation/workload/apps.ts';
import { CONFIG_VALIDATORS } from './validation/config/config.ts';
import { INGRESS_VALIDATORS } from './validation/networking/ingress.ts';
import { POD_VALIDATORS } from './validation/pod/pod.ts';
import { SERVICE_VALIDATORS } from './validation/service/service.ts';
import type { Engines, KindValidator, ValidatorTable } from './validator.ts';

/** The validators of kinds that most sets hold. */
const COMMON_VALIDATORS: ValidatorTable = {
  ...APPS_VALIDATORS,
  ...CONFIG_VALIDATORS,
  ...INGRESS_VALIDATORS,
  ...POD_VALIDATORS,
  ...SERVICE_VALIDATORS,
};

const keyOf = ({ group, kind }: Resource): string => `${group}/${kind}`;

const find = (table: ValidatorTable, key: string): KindValidator | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);

/** Whether most runs load the validator of a kind. */
export function isCommon(resource: Resource): boolean {
  return Object.hasOwn(COMMON_VALIDATORS, keyOf(resource));
}

/** The validator of a kind; undefined where nothing but metadata and schema is checked. */
export function findValidator(resource: Resource, { validators = {} }: Engines): KindValidator | undefined {
  const key = keyOf(resource);
  const validator = find(COMMON_VALIDATORS, key) ?? find(validators, key);
  return !validator?.versions || validator.versions.includes(resource.version) ? validator : undefined;
}
