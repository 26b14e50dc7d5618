/**
 * Generated manifests for the measurements: `count` applications of a Deployment, a Service, a ConfigMap and an Ingress, about
 * 2 KB an object, names and labels of their own, so that every Service has its pods.
 */
export function* generateApplications(count) {
  for (let i = 0; i < count; i++) yield application(i);
}

const settings = i =>
  Array.from({ length: 100 }, (_, line) => `    section.${line}.value = ${(i * 7919 + line * 104729) % 1_000_003} # of application ${i}\n`).join('');

function labels(i, indent) {
  const pad = ' '.repeat(indent);
  return `${pad}app.kubernetes.io/name: app-${i}\n${pad}app.kubernetes.io/instance: "app-${i}-prod"\n${pad}team: team-${i % 97}\n`;
}

function container(i) {
  return `        - name: web
          image: registry.example.com/app-${i}:1.2.${i % 10}
          args: ["--port=8080", "--log-level", info]
          env:
            - name: CACHE_URL
              value: redis://cache-${i}.team-${i % 97}.svc.cluster.local:6379/0
            - name: TOKEN
              valueFrom:
                secretKeyRef: { name: app-${i}, key: token }
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits:
              memory: 256Mi
          volumeMounts:
            - name: settings
              mountPath: /etc/app
`;
}

function application(i) {
  const head = kind => `kind: ${kind}\nmetadata:\n  name: app-${i}\n  namespace: team-${i % 97}\n  labels:\n${labels(i, 4)}`;
  return [
    `apiVersion: apps/v1\n${head('Deployment')}spec:\n  replicas: ${i % 5}\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: app-${i}\n  template:\n    metadata:\n      labels:\n${labels(i, 8)}    spec:\n      containers:\n${container(i)}      volumes:\n        - name: settings\n          configMap:\n            name: app-${i}\n`,
    `apiVersion: v1\n${head('Service')}spec:\n  selector:\n    app.kubernetes.io/name: app-${i} # its own pods\n  ports:\n    - name: http\n      port: 80\n      targetPort: http\n`,
    `apiVersion: v1\n${head('ConfigMap')}data:\n  LOG_LEVEL: debug\n  app.properties: |\n${settings(i)}`,
    `apiVersion: networking.k8s.io/v1\n${head('Ingress')}spec:\n  rules:\n    - host: app-${i}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: app-${i}\n                port:\n                  name: http\n`,
  ];
}
