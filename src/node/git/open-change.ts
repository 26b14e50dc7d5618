import nodePath from 'node:path';
import { DISK, type Files } from '../files.ts';
import { isInside, isManifestName, isPattern } from '../paths.ts';
import { algorithmOf, Blobs, nameContent } from './blobs.ts';
import { readChanged, readListed, readStaged, undoChanges, type ChangedEntry, type TreeEntry } from './entries.ts';
import { GitTree } from './git-tree.ts';
import { findCommit, findMergeBase, openRepository, type GitFault, type Repository } from './repository.ts';
import { runGit, splitAnswer, type Environment } from './run-git.ts';

/** A change that a run is about: what is linted, and what was there before. */
export interface OpenChange {
  /** Where what is linted is read from. */
  readonly state: Files;
  /** What was there before; undefined where nothing is changed, so that everything is reported. */
  readonly before: Before | undefined;
}

export interface Before {
  readonly files: Files;
  /** Tells what was read from the state, so that it is not read again. */
  readonly share: (files: readonly { readonly path: string; readonly text: string }[]) => void;
  /** Whether a file of some name came or went. */
  readonly hasOtherPaths: boolean;
}

/** What the command line and the environment say. */
export interface ChangeOptions {
  readonly cwd: string;
  readonly env: Environment;
  readonly paths: readonly string[];
  /** `--since`; `--staged` where absent. */
  readonly since?: string | undefined;
}

const INDEX = "git's index";

/** Files that decide what is read and how. */
const DECIDING: ReadonlySet<string> = new Set(['.gitignore', '.svclintignore', '.svclint.yaml', '.svclint.yml']);

class Opening {
  readonly #options: ChangeOptions;
  readonly #repository: Repository;
  readonly #flag: string;
  readonly #blobs: Blobs;

  constructor(options: ChangeOptions, repository: Repository, flag: string) {
    this.#options = options;
    this.#repository = repository;
    this.#flag = flag;
    this.#blobs = new Blobs(repository.git, repository.gitDirectory);
  }

  /** The index as it will be committed, against the last commit. */
  openStaged(): OpenChange | GitFault {
    const listed = this.#ask(['ls-files', '-s', '-z']);
    if ('fault' in listed) return listed;
    const staged = readStaged(listed);
    const head = findCommit(this.#repository, 'HEAD');
    const changed = head === undefined ? staged.map(({ path }): ChangedEntry => ({ path, status: 'A', before: undefined })) : this.#changedSince(head, false);
    if ('fault' in changed) return changed;
    const intended = this.#intendedOnly(staged, changed, head);
    const entries = staged.filter(({ path }) => !intended.has(path));
    const real = changed.filter(({ path }) => !intended.has(path));
    return this.#open(entries, real.length === 0 ? undefined : undoChanges(entries, real), INDEX);
  }

  /** The tree of a commit, against where its way parts from another one. */
  openCommits(from: string, to: string): OpenChange | GitFault {
    const base = /^0+$/.test(from) ? undefined : findMergeBase(this.#repository, [from, to], this.#flag);
    if (typeof base === 'object') return base;
    const commit = findCommit(this.#repository, to);
    if (commit === undefined) return { fault: `${this.#flag}: git knows no commit "${to}"` };
    const entries = this.#listTree(commit);
    if ('fault' in entries) return entries;
    const before = base === undefined ? [] : base === commit ? undefined : this.#listTree(base);
    return before && 'fault' in before ? before : this.#open(entries, before, `the commit ${to.slice(0, 12)}`);
  }

  /** The working tree, against where a branch parts from another one. */
  openSince(ref: string): OpenChange | GitFault {
    const base = findMergeBase(this.#repository, [ref, 'HEAD'], this.#flag);
    if (typeof base === 'object') return base;
    const entries = this.#listTree(base);
    if ('fault' in entries) return entries;
    return { state: DISK, before: this.#before(entries, true) };
  }

  #open(entries: readonly TreeEntry[], before: readonly TreeEntry[] | undefined, name: string): OpenChange {
    this.#blobs.load([...entries, ...(before ?? [])].filter(entry => this.#isWanted(entry)).map(({ oid }) => oid));
    const { top } = this.#repository;
    const state = new GitTree(entries, this.#blobs, { top, path: nodePath, name });
    if (!before) return { state, before: undefined };
    const paths = new Set(entries.map(({ path }) => path));
    return { state, before: this.#before(before, before.length !== entries.length || before.some(({ path }) => !paths.has(path))) };
  }

  #before(entries: readonly TreeEntry[], hasOtherPaths: boolean): Before {
    const { top } = this.#repository;
    const files = new GitTree(entries, this.#blobs, { top, path: nodePath, name: 'the commit before' });
    const byPath = new Map(entries.map(entry => [entry.path, entry]));
    const nameOf = (absolute: string): string => nodePath.relative(top, absolute).split(nodePath.sep).join('/');
    return {
      files,
      hasOtherPaths,
      share: read => {
        for (const { path, text } of read) this.#share(byPath.get(nameOf(nodePath.resolve(this.#options.cwd, path))), text);
      },
    };
  }

  /** A file of the working tree has the name of its content in the commit, or differs. Line ends do not tell: git may write its own. */
  #share(entry: TreeEntry | undefined, text: string): void {
    if (!entry || entry.mode === '120000') return;
    const algorithm = algorithmOf(entry.oid);
    const found = [text, text.replaceAll('\r\n', '\n')].find(each => nameContent(each, algorithm) === entry.oid);
    if (found !== undefined) this.#blobs.add(entry.oid, found);
  }

  /** Paths that `git add --intent-to-add` announces: no commit holds them. In the index they look like empty files. */
  #intendedOnly(staged: readonly TreeEntry[], changed: readonly ChangedEntry[], head: string | undefined): ReadonlySet<string> {
    const [any] = staged;
    const empty = any && nameContent('', algorithmOf(any.oid));
    if (!staged.some(({ oid }) => oid === empty)) return new Set();
    const emptyTree = algorithmOf(any?.oid ?? '') === 'sha1' ? SHA1_EMPTY_TREE : SHA256_EMPTY_TREE;
    const [seen, committed] = [this.#changedSince(head ?? emptyTree, true), head === undefined ? this.#changedSince(emptyTree, false) : changed];
    if ('fault' in seen || 'fault' in committed) return new Set();
    const known = new Set(committed.map(({ path }) => path));
    return new Set(seen.map(({ path }) => path).filter(path => !known.has(path)));
  }

  #changedSince(commit: string, withIntended: boolean): readonly ChangedEntry[] | GitFault {
    const intended = withIntended ? '--ita-visible-in-index' : '--ita-invisible-in-index';
    const options = ['--cached', '--raw', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-abbrev', '--ignore-submodules=none', intended];
    const words = this.#ask(['diff-index', ...options, commit, '--']);
    return 'fault' in words ? words : readChanged(words);
  }

  #listTree(commit: string): readonly TreeEntry[] | GitFault {
    const lines = this.#ask(['ls-tree', '-r', '-z', '--full-tree', commit]);
    return 'fault' in lines ? lines : readListed(lines);
  }

  #ask(args: readonly string[]): readonly string[] | GitFault {
    // From the top, so that paths are not those below the working directory.
    const { ok, stdout, error } = runGit({ ...this.#repository.git, directory: this.#repository.top }, args);
    return ok ? splitAnswer(stdout) : { fault: `${this.#flag}: git ${args[0] ?? ''} failed (${error})` };
  }

  /** What a run will most likely read: asked for at once. */
  #isWanted({ path, mode }: TreeEntry): boolean {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (mode === '160000') return false;
    if (DECIDING.has(name)) return true;
    if (!isManifestName(name)) return false;
    const absolute = nodePath.join(this.#repository.top, path);
    return this.#options.paths.some(written => isPattern(written) || isInside(absolute, nodePath.resolve(this.#options.cwd, written), { path: nodePath }));
  }
}

/** Names of the tree that holds nothing, which git knows without having it. */
const SHA1_EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const SHA256_EMPTY_TREE = '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';

/** Opens what `--staged` or `--since` is about. Nothing is written, neither to the working tree nor to the folder of git. */
export function openChange(options: ChangeOptions): OpenChange | GitFault {
  const { env, since } = options;
  const flag = since === undefined ? '--staged' : '--since';
  const repository = openRepository({ cwd: options.cwd, env, flag });
  if ('fault' in repository) return repository;
  const outside = options.paths.find(written => !isPattern(written) && !isInside(nodePath.resolve(options.cwd, written), repository.top, { path: nodePath }));
  if (outside !== undefined) return { fault: `${flag} reads git, and ${outside} lies outside of the repository ${repository.top}` };
  const opening = new Opening(options, repository, flag);
  if (since !== undefined) return opening.openSince(since);
  // pre-commit runs hooks on pushes and on ranges of commits, where nothing is staged.
  const [from, to] = [env['PRE_COMMIT_FROM_REF'] ?? '', env['PRE_COMMIT_TO_REF'] ?? ''];
  return from !== '' && to !== '' ? opening.openCommits(from, to) : opening.openStaged();
}
