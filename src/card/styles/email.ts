/** Inline styles of the e-mail profile: mail programs remove style sheets and classes. */

const SANS = "font-family:system-ui,'Helvetica Neue',Arial,sans-serif";

const STYLES: Readonly<Record<string, string>> = {
  card: 'max-width:36em;border:1px solid #d9d7d0;border-top:6px solid #b3261e;padding:16px 20px;color:#16181b;background:#fff;font:16px/1.45 Georgia,serif',
  masthead: `margin:0;${SANS};font-size:14px;color:#5b6067`,
  headline: 'margin:8px 0 12px;font-size:24px;line-height:1.15',
  status: 'margin:0 0 12px;padding:12px 0;border-top:1px solid #d9d7d0;border-bottom:1px solid #d9d7d0',
  stamp: `margin:0 0 6px;${SANS};font-size:14px`,
  sentence: 'margin:0;font-weight:bold',
  also: 'margin:4px 0 0',
  since: `margin:4px 0 0;${SANS};font-size:14px;color:#5b6067`,
  notice: `margin:0 0 12px;${SANS};font-size:14px`,
  image: 'max-width:100%;height:auto',
  credit: `margin:0 0 12px;${SANS};font-size:14px;color:#5b6067`,
  summary: 'margin:0 0 12px',
  primary: `margin:0 0 8px;${SANS};font-size:18px`,
  others: `margin:0 0 12px;${SANS};font-size:14px`,
  fold: `margin:0;padding:8px 0;border-top:1px solid #d9d7d0;${SANS};font-size:14px`,
  hint: 'color:#5b6067',
  foot: `padding:8px 0 0;border-top:1px solid #d9d7d0;${SANS};font-size:14px;color:#5b6067`,
  reason: 'margin:12px 0',
};

/** Returns the style of a role; undefined if the default style of mail programs is good enough. */
export function emailStyle(role: string): string | undefined {
  return Object.hasOwn(STYLES, role) ? STYLES[role] : undefined;
}
