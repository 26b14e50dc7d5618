import type { CommandName } from './options.ts';

export interface CommandSpec {
  readonly usage: string;
  readonly about: string;
  readonly examples: readonly string[];
}

export const COMMANDS: Readonly<Record<CommandName, CommandSpec>> = {
  lint: {
    usage: 'svclint [paths…]',
    about: 'Lint manifests: will traffic reach it?',
    examples: ['svclint ./k8s', 'kubectl kustomize overlays/prod | svclint -', 'svclint --output sarif=svclint.sarif k8s'],
  },
  rules: {
    usage: 'svclint rules',
    about: 'List the rules',
    examples: ['svclint rules --category wiring', 'svclint rules --format json'],
  },
  explain: {
    usage: 'svclint explain RULE',
    about: 'Show the page of a rule: what it finds, why, and how to fix it',
    examples: ['svclint explain service-selects-no-pods'],
  },
  init: {
    usage: 'svclint init',
    about: 'Look at the repository and write a commented .svclint.yaml',
    examples: ['svclint init'],
  },
  admit: {
    usage: 'svclint admit [paths…]',
    about: 'Show what the API server would answer to every object',
    examples: ['svclint admit k8s', 'svclint admit --kubernetes-version 1.36 --format json k8s'],
  },
  endpoints: {
    usage: 'svclint endpoints [paths…]',
    about: 'Show the EndpointSlices that the Services would get',
    examples: ['svclint endpoints k8s', 'svclint endpoints --format json k8s'],
  },
  describe: {
    usage: 'svclint describe service NAME [paths…]',
    about: 'Show a Service as the cluster would have it, with the lines that say so',
    examples: ['svclint describe service web k8s'],
  },
  routes: {
    usage: 'svclint routes [paths…]',
    about: 'Show where the Ingresses send requests, and which pods answer',
    examples: ['svclint routes k8s', 'svclint routes --url https://shop.example.com/cart k8s'],
  },
  graph: {
    usage: 'svclint graph [paths…]',
    about: 'Draw the way of requests from the edge to the pods and what these are given, with what is broken',
    examples: [
      'svclint graph k8s > graph.html',
      'svclint graph --format mermaid --focus web k8s',
      'svclint graph --output svg=graph.svg --output html=graph.html k8s',
    ],
  },
  build: {
    usage: 'svclint build [directory]',
    about: 'Print what kubectl kustomize makes of a directory, and where each value was written',
    examples: ['svclint build overlays/prod', 'svclint build --provenance overlays/prod', 'svclint build overlays/prod | kubectl apply -f -'],
  },
  completion: {
    usage: 'svclint completion SHELL',
    about: 'Print the completions of flags, commands and values for bash, zsh or fish',
    examples: ['source <(svclint completion bash)', 'svclint completion fish > ~/.config/fish/completions/svclint.fish'],
  },
};
