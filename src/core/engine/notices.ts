import type { ReadSet } from '../model/build-clusters.ts';
import { isUnfinished } from '../model/draft-charts.ts';
import { findDeployTools, renderDeployTool, type DeployTool } from '../model/gitops/deploy-tools.ts';
import { isKustomizationPath } from '../model/kustomization-file.ts';
import { readDocument } from '../model/read-documents.ts';
import { causeOfFault, type RenderedChart } from '../model/rendered-chart.ts';
import type { Rendering } from '../model/rendering.ts';
import { labelOf } from '../model/resource.ts';
import { directoryOf } from '../text/path.ts';
import { locate } from './locate.ts';
import type { Notice } from './report.ts';

/** Of a chart that the host does not render, and of which it says nothing itself. */
function tellUnrendered(path: string, told: readonly Notice[]): Notice[] {
  return told.some(notice => notice.path === path) ? [] : [{ path, text: 'charts are not rendered, so their templates are not linted' }];
}

function count(objects: number): string {
  return objects === 1 ? '1 object is' : `${String(objects)} objects are`;
}

/**
 * What of a chart is not rendered although nothing is wrong in it. Where charts that it depends on are not there, which the host tells, helm's
 * refusal is no mistake of it.
 */
function tellChart({ chart, documents, faults, missing, values, request }: RenderedChart): Notice[] {
  const what = values.length === 0 ? `the chart ${chart}` : `the chart ${chart} with ${values.join(' and ')}`;
  const lines = faults
    .filter(({ kind }) => missing.length > 0 || request?.isMasked === true || kind === 'limit')
    .map(fault => {
      const { at } = fault;
      const { start } = locate(at);
      return {
        path: `${at.file.path}:${String(start.line)}:${String(start.column)}`,
        text: `${what} is not rendered${documents.length > 0 ? ' whole' : ''}: ${causeOfFault(fault)}`,
      };
    });
  const unfinished = documents.flatMap(document => readDocument(document).resources).filter(isUnfinished);
  const [first] = unfinished;
  if (first) lines.push({ path: chart, text: `${what} leaves names unfinished, so ${count(unfinished.length)} not linted: ${labelOf(first)}` });
  return lines;
}

function tellDeployTool(tool: DeployTool): Notice[] {
  const text = renderDeployTool(tool);
  return text === undefined ? [] : [{ path: tool.path, text }];
}

/** A base that several kustomizations take in is told once. */
function tellOnce(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map(notice => [JSON.stringify([notice.path, notice.text]), notice])).values()];
}

/** Of a directory with the name of a kustomization: kustomize looks for a file. */
function tellFolders({ files }: ReadSet): Notice[] {
  const folders = files.map(({ path }) => directoryOf(path)).filter(isKustomizationPath);
  return [...new Set(folders)].map(path => ({ path, text: 'kustomize reads no kustomization here: it is a directory' }));
}

/** A base that was asked for without what takes it in is hardly all that is applied. */
function tellTaken({ directory, takenBy }: Rendering): Notice[] {
  return takenBy === undefined ? [] : [{ path: directory, text: `${takenBy} takes this kustomization in, so what is missing here may come from there` }];
}

/** What is worth knowing of a set and no finding. `told` is what the host says itself. */
export function noticesOf(set: ReadSet, told: readonly Notice[]): readonly Notice[] {
  return [
    ...set.charts.flatMap(path => tellUnrendered(path, told)),
    ...tellOnce(set.rendered.flatMap(tellChart)),
    ...tellFolders(set),
    ...set.renderings.flatMap(tellTaken),
    ...findDeployTools(set.files).flatMap(tellDeployTool),
  ];
}
