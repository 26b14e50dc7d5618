import { execFileSync } from 'node:child_process';

/** A Go module in one version, as the module cache holds it. Its sum is the one that the checksum database knows. */
export interface GoModule {
  readonly path: string;
  readonly version: string;
  readonly sum: string;
  readonly folder: string;
}

/** The newest patch of each minor of Kubernetes, as its libraries number it: v0.36.6 is of 1.36.6. */
const PATCHES: Readonly<Record<number, number>> = {
  20: 15,
  21: 14,
  22: 17,
  23: 17,
  24: 17,
  25: 16,
  26: 15,
  27: 16,
  28: 15,
  29: 15,
  30: 14,
  31: 14,
  32: 13,
  33: 13,
  34: 13,
  35: 10,
  36: 6,
  37: 2,
};

export const MINORS: readonly number[] = Object.keys(PATCHES).map(Number);

/** Patches that a module lacks. */
const OTHER_PATCH: Readonly<Record<string, number>> = { 'k8s.io/kube-aggregator@31': 0 };

/** The version of a library of Kubernetes for a minor. */
export function versionOf(module: string, minor: number): string {
  return `v0.${String(minor)}.${String(OTHER_PATCH[`${module}@${String(minor)}`] ?? PATCHES[minor] ?? 0)}`;
}

/** Brings a module into the module cache and says where it lies. */
export function downloadModule(path: string, version: string): GoModule {
  const answer: unknown = JSON.parse(execFileSync('go', ['mod', 'download', '-json', `${path}@${version}`], { encoding: 'utf8' }));
  const field = (name: string): string => {
    const value: unknown = typeof answer === 'object' && answer !== null ? Object.entries(answer).find(([key]) => key === name)?.[1] : undefined;
    if (typeof value !== 'string') throw new Error(`${path}@${version} has no ${name}`);
    return value;
  };
  return { path, version, sum: field('Sum'), folder: field('Dir') };
}
