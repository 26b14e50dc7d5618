import path from 'node:path';
import { readRuleFolders } from '../../src/dev/rule-folders.ts';
import { projectRoot } from './shared.ts';

/** Every rule folder, from the sources. */
export const ruleFolders = await readRuleFolders(id => import(/* @vite-ignore */ path.join(projectRoot, 'rules', id, 'rule.ts')));
