import type * as api from '../core/api.ts';
import type { Plugin } from '../core/rule/plugin.ts';

/** What the module of a plugin gets that imports `svclint/rule`. */
export * from '../core/api.ts';

/** All that `svclint/rule` exports, as the function form of a plugin is handed it. */
export type PluginApi = typeof api;

/** The function form of a plugin: it needs no package beside it. */
export type PluginFactory = (svclint: PluginApi) => Plugin | Promise<Plugin>;
