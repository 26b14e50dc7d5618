import { defineRule, labelOf, showValue, valueOf, type CheckId, type Cursor, type Refusal } from '../../src/core/api.ts';

type Variant = 'access-modes' | 'size' | 'class-name' | 'data-source' | 'name' | 'metadata';

interface Account {
  readonly variant: Variant;
  /** What is wrong, after the name of who has it. */
  readonly fault: (cause: Refusal['cause']) => string;
  readonly help: string;
}

const SOURCE_HELP = 'Name a claim or a VolumeSnapshot with its apiGroup, the same in dataSource and dataSourceRef';
const NAME_HELP = 'Use lower-case letters, digits, hyphens and dots';

const ACCOUNTS: Partial<Record<CheckId, Account>> = {
  'storage/access-modes-required': {
    variant: 'access-modes',
    fault: () => 'has no accessModes',
    help: 'Add accessModes, ReadWriteOnce is what most storage can do',
  },
  'storage/access-modes': {
    variant: 'access-modes',
    fault: () => 'has ReadWriteOncePod beside other modes',
    help: 'Keep ReadWriteOncePod alone, or remove it',
  },
  'storage/request-required': { variant: 'size', fault: () => 'asks for no size', help: 'Add resources.requests.storage' },
  'storage/size': {
    variant: 'size',
    fault: ({ cursor }) => `asks for ${showValue(cursor)}, no size above zero`,
    help: 'Use a size above zero, such as 1Gi',
  },
  'storage/class-name': { variant: 'class-name', fault: ({ cursor }) => `has class ${showValue(cursor)}, no DNS name`, help: NAME_HELP },
  'storage/data-source-required': { variant: 'data-source', fault: () => 'has a data source without name or kind', help: SOURCE_HELP },
  'storage/data-source-kind': { variant: 'data-source', fault: () => 'has a data source of a kind without apiGroup', help: SOURCE_HELP },
  'storage/data-source-group': {
    variant: 'data-source',
    fault: ({ cursor }) => `has a data source of group ${showValue(cursor)}, no DNS name`,
    help: NAME_HELP,
  },
  'storage/data-sources-differ': { variant: 'data-source', fault: () => 'has two data sources that differ', help: SOURCE_HELP },
  'stateful-set/claim-name': {
    variant: 'name',
    fault: () => 'has a name that is no DNS label',
    help: 'Use lower-case letters, digits and hyphens, the name becomes that of a volume',
  },
  'stateful-set/claim-name-required': { variant: 'name', fault: () => 'has no name', help: 'Add metadata.name, mounts name the claim by it' },
  'volume/claim-metadata': {
    variant: 'metadata',
    fault: ({ cursor }) => `has metadata.${cursor.fieldPath.split('.').at(-1) ?? ''}`,
    help: 'Keep labels and annotations only, the claim gets the name of pod and volume',
  },
};

interface Named {
  readonly metadata?: { readonly name?: string };
}

/** Who has the fault: a claim, a claim that a StatefulSet makes, or one that a volume of a pod brings. */
function holderOf({ resource, cause }: Refusal): string {
  for (let at: Cursor<unknown> | undefined = cause.cursor; at; at = at.parent) {
    if (/\.volumeClaimTemplates\[\d+\]$/.test(at.fieldPath)) {
      const name = valueOf(at.as<Named>().get('metadata').get('name').string());
      return `${name ? `Claim "${name}"` : 'A claim'} of ${labelOf(resource)}`;
    }
    if (at.fieldPath.endsWith('.volumeClaimTemplate')) return `An ephemeral volume of ${labelOf(resource)}`;
  }
  return labelOf(resource);
}

export default defineRule({
  id: 'storage-template-invalid',
  title: 'The API server refuses the claim for storage, or the template that makes one',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'storage/access-modes-required',
    'storage/access-modes',
    'storage/request-required',
    'storage/size',
    'storage/class-name',
    'storage/data-source-required',
    'storage/data-source-kind',
    'storage/data-source-group',
    'storage/data-sources-differ',
    'stateful-set/claim-name',
    'stateful-set/claim-name-required',
    'volume/claim-metadata',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { 'access-modes': 'error', size: 'error', 'class-name': 'error', 'data-source': 'error', name: 'error', metadata: 'error' },
  facts: ['v1 PersistentVolumeClaimSpec', 'apps/v1 StatefulSetSpec.volumeClaimTemplates'],

  *check(refusal) {
    const { cause } = refusal;
    const account = ACCOUNTS[cause.check];
    if (!account) return;
    const message = `${holderOf(refusal)} ${account.fault(cause)}, so the API server refuses it`;
    yield { variant: account.variant, message, at: cause.at, help: account.help };
  },
});
