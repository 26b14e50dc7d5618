import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from 'kubernetes-types/rbac/v1.d.ts';
import { pathSegmentFaults } from '../../formats.ts';
import type { KindValidator, ValidatorTable } from '../../validator.ts';
import { validateAggregationRule, validatePolicyRule } from './policy-rule.ts';
import { validateRoleRef, validateSubject } from './role-binding.ts';

/** Names of RBAC objects only have to fit into a URL. */
type RbacKind = Pick<KindValidator, 'nameFaults'>;
const RBAC_KIND: RbacKind = { nameFaults: pathSegmentFaults };

export const RBAC_VALIDATORS: ValidatorTable = {
  'rbac.authorization.k8s.io/Role': {
    ...RBAC_KIND,
    scope: 'Namespaced',
    validate(object, to) {
      for (const rule of object.as<Role>().get('rules').items()) validatePolicyRule(rule, to, 'Namespaced');
    },
  },
  'rbac.authorization.k8s.io/ClusterRole': {
    ...RBAC_KIND,
    scope: 'Cluster',
    validate(object, to) {
      const role = object.as<ClusterRole>();
      for (const rule of role.get('rules').items()) validatePolicyRule(rule, to, 'Cluster');
      if (role.get('aggregationRule').isMapping) validateAggregationRule(role.get('aggregationRule'), to);
    },
  },
  'rbac.authorization.k8s.io/RoleBinding': {
    ...RBAC_KIND,
    scope: 'Namespaced',
    validate(object, to) {
      const binding = object.as<RoleBinding>();
      validateRoleRef(binding.get('roleRef'), to, ['Role', 'ClusterRole']);
      for (const subject of binding.get('subjects').items()) validateSubject(subject, to, 'Namespaced');
    },
  },
  'rbac.authorization.k8s.io/ClusterRoleBinding': {
    ...RBAC_KIND,
    scope: 'Cluster',
    validate(object, to) {
      const binding = object.as<ClusterRoleBinding>();
      validateRoleRef(binding.get('roleRef'), to, ['ClusterRole']);
      for (const subject of binding.get('subjects').items()) validateSubject(subject, to, 'Cluster');
    },
  },
};
