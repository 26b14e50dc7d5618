import { defineRule, hostPortClaims, hostPortRivals, isSpread, labelOf, servicesOf, valueOf } from '../../src/core/api.ts';
import type { Cluster, Finding, HostPortClaim, PodTemplate } from '../../src/core/api.ts';

type Variant = 'replicas' | 'rivals';

/** Replicas that share nodes, although a Service could spread requests over them without any port of the nodes. */
function checkReplicas(claim: HostPortClaim, pod: PodTemplate, cluster: Cluster): Finding<Variant> | undefined {
  const replicas = valueOf(pod.replicas);
  const [service] = servicesOf(pod, cluster);
  if (replicas === undefined || replicas < 2 || pod.kind?.runs !== 'serving' || !service || isSpread(pod)) return undefined;
  return {
    variant: 'replicas',
    message: `Pods of ${labelOf(pod.workload)} take port ${String(claim.number)} of their node, so ${String(replicas)} replicas need as many nodes`,
    at: claim.at,
    help: `Remove hostPort, ${labelOf(service.resource)} reaches the pods without it, or use a DaemonSet`,
    related: [{ at: pod.replicas.at, note: `${labelOf(pod.workload)} wants ${String(replicas)} replicas` }],
  };
}

function checkRivals(claim: HostPortClaim, pod: PodTemplate, cluster: Cluster): Finding<Variant> | undefined {
  if (pod.workload.kind !== 'DaemonSet') return undefined;
  const [rival] = hostPortRivals(claim, cluster);
  if (!rival) return undefined;
  const other = labelOf(rival.port.container.pod.workload);
  return {
    variant: 'rivals',
    message: `${labelOf(pod.workload)} and ${other} both take port ${String(claim.number)} of every node, so one stays pending`,
    at: claim.at,
    help: 'Give one of them another port, or keep them on different nodes by nodeSelector',
    related: [{ at: rival.at, note: `${other} takes port ${String(rival.number)}, too` }],
  };
}

export default defineRule({
  id: 'host-port-conflict',
  title: 'A hostPort or hostNetwork port can be taken once per node, so further pods stay pending',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { replicas: 'warning', rivals: 'warning' },
  facts: ['S-184', 'S-185'],

  *check(pod, { cluster }) {
    for (const claim of hostPortClaims(pod)) {
      const finding = checkReplicas(claim, pod, cluster) ?? checkRivals(claim, pod, cluster);
      if (finding) yield finding;
    }
  },
});
