// `/__without/kk/src/…` is the source as it stands at `/src/…`, but for the part of that name, which is not there: what a page
// sees whose host lost a file.
const PREFIX = /^\/__without\/(\w+)(\/.*)$/;

export function missingPart(context, next) {
  const [, part, path] = PREFIX.exec(context.path) ?? [];
  if (!part) return next();
  if (path.includes(`/${part}.`)) {
    context.status = 404;
    return;
  }
  context.url = path;
  return next();
}
