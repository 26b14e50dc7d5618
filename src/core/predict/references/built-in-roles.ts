/** ClusterRoles that the API server, kubeadm and OpenShift make. What add-ons bring is not known. */
export const BUILT_IN_CLUSTER_ROLE =
  /^(?:cluster-admin|admin|edit|view|system:.+|kubeadm:.+|basic-user|cluster-(?:reader|status|debugger|monitoring-view)|self-(?:provisioner|access-reviewer)|registry-(?:admin|editor|viewer|monitoring)|storage-admin|sudoer|.*-scc)$/;

/** Roles that they make in their own namespaces. */
export const BUILT_IN_ROLE = /^(?:extension-apiserver-authentication-reader|system:.+|kubeadm:.+)$/;
