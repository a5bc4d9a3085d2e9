/**
 * Where the app may be sent back to: the addresses of the template, on this machine under both of its names. The app
 * of a template that names none is at the root.
 */
export function returnUrlsOf(templateUrls: string[], url: string): string[] {
  const paths = ['/', ...templateUrls.map((address) => new URL(address).pathname)];
  const origins = [url, url.replace('127.0.0.1', 'localhost')];
  return [...new Set([...templateUrls, ...origins.flatMap((origin) => paths.map((path) => origin + path))])];
}
