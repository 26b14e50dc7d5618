import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBuiltInKinds } from '../core/schema/built-in-kinds.ts';
import { readBundledKinds } from '../core/schema/bundled-kinds.ts';
import { combineKinds } from '../core/schema/combine-kinds.ts';
import type { Kinds } from '../core/schema/kinds.ts';
import { readStructuralSchema } from '../core/schema/structural-schema.ts';

/** Where the tables are: beside the built program or its chunks, or in the project when it runs from source or from `build/`. */
const CANDIDATES: readonly string[] = ['../schemas', '../../schemas'].map(folder => path.join(import.meta.dirname, folder));
let folder: string | undefined;

function readSchemaFile(file: string): string | undefined {
  folder ??= CANDIDATES.find(candidate => existsSync(candidate));
  const found = folder === undefined ? undefined : path.join(folder, file);
  return found !== undefined && existsSync(found) ? readFileSync(found, 'utf8') : undefined;
}

/** The kinds of Kubernetes and of the projects that svclint carries, read from `schemas/` when they are asked for. */
export function loadKinds(): Kinds {
  return combineKinds([readBuiltInKinds(readSchemaFile), readBundledKinds(readSchemaFile, readStructuralSchema)]);
}
