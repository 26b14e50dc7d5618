import type { Rendering, RenderKustomization } from '../model/rendering.ts';
import { build, type Build } from './build.ts';
import type { BuildFiles } from './files.ts';

/** Files whose text is read as YAML: comments in them may speak to svclint. Others are data of generators. */
const YAML_FILE = /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/;

function renderingOf({ directory, documents, faults, remarks, kustomizations, files: paths }: Build, files: BuildFiles): Rendering {
  return {
    directory,
    documents,
    faults,
    remarks,
    gaps: faults.map(({ subject, at }) => ({ reason: `${subject} is not built`, document: at.document })),
    instructions: kustomizations.map(({ document }) => document),
    sources: [...paths].filter(path => YAML_FILE.test(path)).flatMap(path => files.source(path) ?? []),
    isPart: kustomizations[0]?.isComponent === true,
  };
}

/** What makes the objects of kustomizations of a run. Files may lie outside of their kustomization, as Flux allows: that is a fault and hides nothing. */
export function rendererOf(files: BuildFiles): RenderKustomization {
  return directory => {
    return renderingOf(build(directory, { files, keepsOutside: true }), files);
  };
}
