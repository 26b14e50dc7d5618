/** What `kubectl kustomize --load-restrictor` takes. */
export const RESTRICTORS = ['LoadRestrictionsRootOnly', 'LoadRestrictionsNone'] as const;
