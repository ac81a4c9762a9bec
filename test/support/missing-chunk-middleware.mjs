// Serves the source at `/__without/kk/src/…` as at `/src/…`, but without the chunk `kk`. Tests a page whose host lost a file.
const PREFIX = /^\/__without\/([\w-]+)(\/.*)$/;

export function missingChunk(context, next) {
  const [, part, path] = PREFIX.exec(context.path) ?? [];
  if (!part) return next();
  if (path.includes(`/${part}.`)) {
    context.status = 503; // the runner would print a list of each 404
    return;
  }
  context.url = path;
  return next();
}
