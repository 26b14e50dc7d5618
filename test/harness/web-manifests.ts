/** A Service, as one text a file. */
export function service(name: string, app = name, targetPort: number | string = 8080): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    app: ${app}\n  ports:\n    - port: 80\n      targetPort: ${targetPort}\n`;
}

/** The Deployment whose pods a Service of the same name selects. */
export function deployment(name: string, app = name): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    matchLabels:\n      app: ${app}\n  template:\n    metadata:\n      labels:\n        app: ${app}\n    spec:\n      containers:\n        - name: web\n          image: registry.example.com/web:1.2.3\n          ports:\n            - containerPort: 8080\n`;
}
