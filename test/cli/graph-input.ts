/** A Service whose selector has a slip in it. */
export const shopFiles = {
  'web.yaml': `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: wbe }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'web:1' }] }
`,
};

/** What would end the texts, tags and strings of every format. */
const HOSTILE = `</script><script>alert(1)</script><img src=http://x.test/ onerror=alert(2)>"' onmouseover=alert(3) x="</style>]]>-->]; n0->n1 end #quot; %%{init: {}}%% click n0 "javascript:alert(4)" \\" <br> \` &lt; |x| )]`;
const QUOTED = HOSTILE.replaceAll("'", "''");

export const hostileFiles = {
  [`a ' & <b>.yaml`]: `apiVersion: v1
kind: Service
metadata: { name: '${QUOTED}', namespace: '${QUOTED}' }
spec:
  type: NodePort
  selector: { app: '${QUOTED}' }
  ports: [{ port: 80, targetPort: '${QUOTED}', nodePort: 1 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: "\\e[31mred\\u202E\\0\\n1. list\\u2028- item", namespace: '${QUOTED}' }
spec:
  selector: { matchLabels: { app: '${QUOTED}' } }
  template:
    metadata: { labels: { app: '${QUOTED}' } }
    spec:
      containers:
        - name: a
          image: '${QUOTED}'
          envFrom: [{ secretRef: { name: '${QUOTED}' } }, { configMapRef: { name: "{{ .Values.x }}" } }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: '${QUOTED}', namespace: '${QUOTED}' }
spec:
  rules: [{ host: '${QUOTED}', http: { paths: [{ path: '${QUOTED}', pathType: Prefix, backend: { service: { name: '${QUOTED}', port: { number: 81 } } } }] } }]
`,
};
