import { RE2JS } from 're2js';

/** An image reference in its parts: `[host[:port]/]path[:tag][@digest]`. */
export interface ImageName {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
}

/** Cuts a reference. A colon before the first slash belongs to the host. */
export function splitImage(image: string): ImageName {
  const slash = Math.max(image.indexOf('/'), 0);
  const at = image.indexOf('@', slash);
  const colon = image.indexOf(':', slash);
  const isTagged = colon >= 0 && (at < 0 || colon < at);
  const end = isTagged ? colon : at < 0 ? image.length : at;
  const tagEnd = at < 0 ? image.length : at;
  return {
    name: image.slice(0, end),
    tag: isTagged ? image.slice(colon + 1, tagEnd) : '',
    digest: at < 0 ? '' : image.slice(at + 1),
  };
}

export function joinImage({ name, tag, digest }: ImageName): string {
  return name + (tag === '' ? '' : `:${tag}`) + (digest === '' ? '' : `@${digest}`);
}

/** Whether a reference is of this image. The name is a regular expression; one that does not compile fits nothing (K-075). */
export function imageMatcher(name: string): (image: string) => boolean {
  try {
    const pattern = RE2JS.compile(`^${name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`);
    return image => pattern.matcher(image).find();
  } catch {
    return () => false;
  }
}
