import { directoryOf, normalizePath } from '../../src/core/text/path.ts';
import type { BuildFiles } from '../../src/core/kustomize/files.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import type { SourceFile } from '../../src/core/yaml/source-file.ts';

/** Files of a build that exist in a test alone, by their paths from the working directory. */
export function memoryBuildFiles(texts: Readonly<Record<string, string>>): BuildFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [normalizePath(path), text]));
  const directories = new Set<string>(['.']);
  for (const path of files.keys()) for (let at = directoryOf(path); !directories.has(at); at = directoryOf(at)) directories.add(at);
  const sources = new Map<string, SourceFile>();
  const kindOf: BuildFiles['kindOf'] = path => (files.has(path) ? 'file' : directories.has(path) ? 'directory' : 'absent');
  return {
    kindOf,
    real: path => (kindOf(path) === 'absent' ? undefined : path),
    source: path => {
      const text = files.get(path);
      const known = sources.get(path);
      if (known || text === undefined) return known;
      const file = parseSource(path, text);
      sources.set(path, file);
      return file;
    },
    bytes: path => {
      const text = files.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    namesIn: directory =>
      [...files.keys(), ...directories].filter(path => path !== '.' && directoryOf(path) === directory).map(path => path.slice(path.lastIndexOf('/') + 1)),
  };
}
