import type { Cluster } from '../../model/cluster.ts';
import type { Reference } from '../../model/references/reference.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Untyped } from '../../yaml/untyped.ts';

/** What the names of claims begin with that StatefulSets make: `<template>-<name>-` before the ordinal. */
interface ClaimTemplates {
  readonly prefixes: ReadonlySet<string>;
  /** A template or its name is not known, so it may make any claim. */
  readonly isHidden: boolean;
}

const TEMPLATES = new WeakMap<Cluster, ClaimTemplates>();

function readTemplates(cluster: Cluster): ClaimTemplates {
  const prefixes = new Set<string>();
  let isHidden = false;
  for (const set of cluster.ofKind('StatefulSet', 'apps')) {
    const templates = set.body.get('spec').get('volumeClaimTemplates');
    if (!templates.isWritten && !templates.isUnknown) continue;
    const own = valueOf(set.name);
    isHidden ||= templates.isOpen || own === undefined;
    for (const template of templates.items()) {
      const name = valueOf(template.get('metadata').get('name').string());
      if (name === undefined) isHidden = true;
      else prefixes.add(`${name}-${own ?? ''}-`);
    }
  }
  return { prefixes, isHidden };
}

/** The claim of a template takes the place of a volume that has the name of the template. */
function isReplaced({ from, holder }: Reference): boolean {
  const field = holder.parent?.as<Untyped>().get('name').string();
  const volume = field && valueOf(field);
  const templates = from.body.get('spec').get('volumeClaimTemplates').items();
  const names = templates.map(template => valueOf(template.get('metadata').get('name').string()));
  return from.kind === 'StatefulSet' && names.some(name => name === undefined || volume === undefined || name === volume);
}

/** Whether a template of a StatefulSet makes the claim that is named, or may. */
export function isClaimOfTemplate(name: string, reference: Reference, cluster: Cluster): boolean {
  if (isReplaced(reference)) return true;
  let templates = TEMPLATES.get(cluster);
  if (!templates) {
    templates = readTemplates(cluster);
    TEMPLATES.set(cluster, templates);
  }
  const ordinal = /\d+$/.exec(name);
  return templates.isHidden || (ordinal !== null && templates.prefixes.has(name.slice(0, ordinal.index)));
}
