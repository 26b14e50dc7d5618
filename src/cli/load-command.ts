import type { CommandName } from './options.ts';
import type { Run } from './run.ts';

/** Each command is a chunk of its own: a run loads what it needs. */
export const LOAD: Readonly<Record<CommandName, () => Promise<Run>>> = {
  lint: async () => (await import('./commands/lint.ts')).run,
  rules: async () => (await import('./commands/rules.ts')).run,
  explain: async () => (await import('./commands/explain.ts')).run,
  init: async () => (await import('./commands/init.ts')).run,
  admit: async () => (await import('./commands/admit.ts')).run,
  endpoints: async () => (await import('./commands/endpoints.ts')).run,
  describe: async () => (await import('./commands/describe.ts')).run,
  routes: async () => (await import('./commands/routes.ts')).run,
  graph: async () => (await import('./commands/graph.ts')).run,
  build: async () => (await import('./commands/build.ts')).run,
  completion: async () => (await import('./commands/completion.ts')).run,
};
