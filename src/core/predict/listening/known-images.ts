import type { Container } from '../../model/pod.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import { valueOf } from '../../yaml/field.ts';
import { isPlaceholder } from '../../yaml/mask.ts';

/** Docker official images whose process listens on these ports and no others while nothing configures it. */
const OFFICIAL: Readonly<Record<string, readonly number[]>> = {
  nginx: [80],
  httpd: [80],
  redis: [6379],
  mysql: [3306, 33060],
  mariadb: [3306],
  postgres: [5432],
  mongo: [27017],
  memcached: [11211],
  rabbitmq: [5672, 15672, 25672, 4369, 15692],
  tomcat: [8080],
  ghost: [2368],
};

/** Ports that images are known to listen on, by the last part of their name: they may listen on others too. */
const LISTENERS: Readonly<Record<string, readonly number[]>> = {
  ...OFFICIAL,
  wordpress: [80, 9000],
  elasticsearch: [9200, 9300],
  opensearch: [9200, 9300, 9600],
  kibana: [5601],
  logstash: [5044, 9600],
  zookeeper: [2181, 2888, 3888, 8080],
  kafka: [9092, 9093, 9094],
  cassandra: [7000, 7001, 7199, 9042, 9160],
  registry: [5000],
  vault: [8200, 8201],
  consul: [8300, 8301, 8302, 8500, 8501, 8502, 8600],
  influxdb: [8086, 8088],
  nats: [4222, 6222, 8222],
  neo4j: [7473, 7474, 7687],
  caddy: [80, 443, 2019],
  couchdb: [5984],
  jenkins: [8080, 50000],
  sonarqube: [9000],
  prometheus: [9090],
  alertmanager: [9093, 9094],
  'node-exporter': [9100],
  grafana: [3000],
  loki: [3100, 9095, 9096, 7946],
  tempo: [3200, 4317, 4318, 9095],
  coredns: [53, 8080, 8181, 9153],
  etcd: [2379, 2380, 2381],
  'all-in-one': [4317, 4318, 5775, 5778, 6831, 6832, 9411, 14250, 14267, 14268, 14269, 16685, 16686, 16687],
  'jaeger-collector': [4317, 4318, 9411, 14250, 14267, 14268, 14269],
  'jaeger-query': [16685, 16686, 16687],
  'jaeger-agent': [5775, 5778, 6831, 6832, 14271],
  zipkin: [9411, 9410],
  'opentelemetry-collector': [4317, 4318, 8888, 8889, 9411, 13133, 14250, 14268, 55678, 55679],
  'opentelemetry-collector-contrib': [4317, 4318, 8888, 8889, 9411, 13133, 14250, 14268, 55678, 55679],
  minio: [9000, 9001],
  seaweedfs: [8333, 8888, 9333, 18080, 18333, 18888, 19333],
  keycloak: [8080, 8443, 9000, 7600, 7800],
};

export interface ImageName {
  /** Last part of the path: "nginx". */
  readonly base: string;
  /** From Docker Hub's official images: no registry and no owner, or the long forms of that. */
  readonly official: boolean;
}

export function readImageName(image: string): ImageName {
  const path = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const short = path.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  return { base: short.slice(short.lastIndexOf('/') + 1), official: !short.includes('/') };
}

/** Whether the name of an image is shown; a placeholder for its tag hides nothing. */
export function isImageKnown(container: Container): boolean {
  const { text } = container.body.get('image');
  return text === undefined || !isPlaceholder(text.replace(/[:@][^/]*$/, ''));
}

/** The ports that the image of a container is known to listen on; none where it is not known. */
export function portsOfImage(container: Container): readonly number[] {
  const image = container.body.get('image').text;
  return image === undefined ? [] : (LISTENERS[readImageName(image).base] ?? []);
}

function isConfigured(container: Container): boolean {
  return container.body.isOpen || ['command', 'args', 'env', 'envFrom', 'volumeMounts'].some(key => !container.body.as<Untyped>().get(key).isAbsent);
}

/** All that a stock image listens on, where nothing in the container configures it otherwise. */
export function stockPortsOf(container: Container): readonly number[] | undefined {
  const image = valueOf(container.image);
  if (image === undefined || isConfigured(container)) return undefined;
  const { base, official } = readImageName(image);
  return official ? OFFICIAL[base] : undefined;
}
