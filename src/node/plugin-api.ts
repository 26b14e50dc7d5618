/** What plugins are handed: a module of its own, whose object of names is made where plugins are loaded and not beside the rules. */
export * from '../core/api.ts';
