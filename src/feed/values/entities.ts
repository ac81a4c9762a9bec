/**
 * Reads the character references of HTML: all numbers, and the names of HTML 4 and `apos`. The later names are five times as many, and
 * come from what is there: the browser, or an HTML parser.
 */

/** Runs of names, each after the code point of its first one. */
const NAMES = [
  '26,amp|26,AMP|22,quot|22,QUOT|3c,lt|3c,LT|3e,gt|3e,GT|',
  '27,apos|a0,nbsp,iexcl,cent,pound,curren,yen,brvbar,sect,uml,copy,ordf,laquo,not,',
  'shy,reg,macr,deg,plusmn,sup2,sup3,acute,micro,para,middot,cedil,sup1,ordm,raquo,frac14,',
  'frac12,frac34,iquest,Agrave,Aacute,Acirc,Atilde,Auml,Aring,AElig,Ccedil,Egrave,Eacute,Ecirc,Euml,Igrave,',
  'Iacute,Icirc,Iuml,ETH,Ntilde,Ograve,Oacute,Ocirc,Otilde,Ouml,times,Oslash,Ugrave,Uacute,Ucirc,Uuml,',
  'Yacute,THORN,szlig,agrave,aacute,acirc,atilde,auml,aring,aelig,ccedil,egrave,eacute,ecirc,euml,igrave,',
  'iacute,icirc,iuml,eth,ntilde,ograve,oacute,ocirc,otilde,ouml,divide,oslash,ugrave,uacute,ucirc,uuml,',
  'yacute,thorn,yuml|152,OElig,oelig|160,Scaron,scaron|178,Yuml|192,fnof|2c6,circ|2dc,',
  'tilde|391,Alpha,Beta,Gamma,Delta,Epsilon,Zeta,Eta,Theta,Iota,Kappa,Lambda,Mu,Nu,Xi,',
  'Omicron,Pi,Rho|3a3,Sigma,Tau,Upsilon,Phi,Chi,Psi,Omega|3b1,alpha,beta,gamma,delta,',
  'epsilon,zeta,eta,theta,iota,kappa,lambda,mu,nu,xi,omicron,pi,rho,sigmaf,sigma,tau,',
  'upsilon,phi,chi,psi,omega|3d1,thetasym,upsih|3d6,piv|2002,ensp,emsp|2009,thinsp|200c,',
  'zwnj,zwj,lrm,rlm|2013,ndash,mdash|2018,lsquo,rsquo,sbquo|201c,ldquo,rdquo,bdquo|2020,',
  'dagger,Dagger,bull|2026,hellip|2030,permil|2032,prime,Prime|2039,lsaquo,rsaquo|203e,oline|2044,',
  'frasl|20ac,euro|2111,image|2118,weierp|211c,real|2122,trade|2135,alefsym|2190,larr,uarr,',
  'rarr,darr,harr|21b5,crarr|21d0,lArr,uArr,rArr,dArr,hArr|2200,forall|2202,part,exist|',
  '2205,empty|2207,nabla,isin,notin|220b,ni|220f,prod|2211,sum,minus|2217,lowast|221a,',
  'radic|221d,prop,infin|2220,ang|2227,and,or,cap,cup,int|2234,there4|223c,sim|',
  '2245,cong|2248,asymp|2260,ne,equiv|2264,le,ge|2282,sub,sup,nsub|2286,sube,',
  'supe|2295,oplus|2297,otimes|22a5,perp|22c5,sdot|2308,lceil,rceil,lfloor,rfloor|2329,lang,',
  'rang|25ca,loz|2660,spades|2663,clubs|2665,hearts,diams',
].join('');

/** The characters that browsers read for the numbers 128 to 159: those of windows-1252. Unassigned numbers have no character. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

let named: Map<string, string> | undefined;

function characterOf(name: string): string | undefined {
  named ??= new Map(
    NAMES.split('|').flatMap((run) => {
      const [first, ...names] = run.split(',');
      return names.map((each, index) => [each, String.fromCodePoint(parseInt(first!, 16) + index)] as const);
    }),
  );
  return named.get(name);
}

function characterAt(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80]!.trim();
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Reads a name that the table does not have, such as `acy`. Undefined for an unknown one. */
let readOtherName: (name: string) => string | undefined = () => undefined;

/** Names that were read. A hostile text may have a hundred thousand, and each one costs a parser. */
const otherNames = new Map<string, string | undefined>();
/** HTML has 2,231 names. */
const MAX_NAMES = 3_000;

/** Gives the format a reader for all names of HTML: a browser and an HTML parser know them, and their table is larger than the format. */
export function readOtherNamesWith(read: (name: string) => string | undefined): void {
  if (read !== readOtherName) otherNames.clear();
  readOtherName = read;
}

function otherCharacter(name: string): string | undefined {
  if (!otherNames.has(name) && otherNames.size < MAX_NAMES) otherNames.set(name, readOtherName(name));
  return otherNames.get(name);
}

/** Returns the text with its references read once. An unknown name stays. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return characterOf(name) ?? otherCharacter(name) ?? whole;
      return characterAt(decimal ? Number(decimal) : parseInt(hex!, 16));
    },
  );
}

/** Returns the text with its references read until it has no more: some content systems write them twice. */
export function decodeAll(text: string): string {
  let [before, now] = ['', text];
  while (now !== before) [before, now] = [now, decodeReferences(now)];
  return now;
}
