import type { Gap, Rendering, RenderKustomization } from '../model/rendering.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { build, type Build } from './build.ts';
import type { BuildFiles } from './files.ts';
import { Takers } from './find-taker.ts';

/** Files whose text is read as YAML: comments in them may speak to svclint. Others are data of generators. */
export const YAML_FILE = /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/;

/** Documents that a program fills before kustomize reads them: what they will say is not known. */
function templatesIn(sources: readonly SourceFile[]): Gap[] {
  const documents = sources.flatMap(source => source.documents).filter(({ openLines, openKeys }) => openLines.length > 0 || openKeys);
  return documents.map(document => ({ reason: `a document of ${document.file.path} is a template`, document }));
}

/** What the model is told of a build. */
export function renderingOf({ directory, documents, faults, remarks, kustomizations, files: paths }: Build, files: BuildFiles): Rendering {
  const sources = [...paths].filter(path => YAML_FILE.test(path)).flatMap(path => files.source(path) ?? []);
  return {
    directory,
    documents,
    faults,
    remarks,
    gaps: [...faults.map(({ subject, at }) => ({ reason: `${subject} is not built`, document: at.document })), ...templatesIn(sources)],
    instructions: kustomizations.map(({ document }) => document),
    sources,
    isPart: kustomizations[0]?.isComponent === true,
    takenBy: undefined,
  };
}

/** What makes the objects of kustomizations of a run. Files may lie outside of their kustomization, as Flux allows: that is a fault and hides nothing. */
export function rendererOf(files: BuildFiles): RenderKustomization {
  const takers = new Takers(files);
  return directory => ({ ...renderingOf(build(directory, { files, keepsOutside: true }), files), takenBy: takers.find(directory) });
}
