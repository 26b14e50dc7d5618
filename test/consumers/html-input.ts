/** Two folders and namespaces: two errors, one of them with its other end in another file, one info, and an error that a comment hides. */
export const files = {
  'shop/k8s/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
`,
  'shop/k8s/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: wbe
  template:
    metadata:
      labels:
        app: wbe
    spec:
      containers:
        - name: web
          image: web:1
`,
  'pay/api.yaml': `apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: pay
spec:
  type: NodePort
  selector:
    app: api
  ports:
    - name: http
      port: 80
      nodePort: 80
    - name: https
      port: 443
      nodePort: 99999 # svclint-disable-line -- the balancer maps it
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: pay
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      serviceAccount: api
      containers:
        - name: api
          image: api:1
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: pay }
`,
};

export const ARGUMENTS: readonly string[] = ['--format', 'html', '--preset', 'recommended', '--preset', 'strict', '.'];
