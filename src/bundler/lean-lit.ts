/**
 * A Vite plugin that leaves out of Lit what the bundles do not need: directives, element parts and comments in templates, options
 * of listeners, reflection, converters and controllers' hooks that nothing here has, and what engines below our floor lack. What
 * stays is Lit's own code. Lit that is written otherwise than this knows fails the build; what is left is tested where the bundles are.
 */
import type { Plugin } from 'vite';

type Edit = [found: RegExp | string, replacement: string];

const EDITS: Record<string, Edit[]> = {
  // TypeScript's helper, for our own decorators: one at each property, which gives nothing back.
  '/helpers/esm/decorate.js': [
    [/function __decorate\(.+?^\}/ms, 'function __decorate([decorator], prototype, name) { decorator(prototype, name); }'],
  ],
  '/@lit/reactive-element/css-tag.js': [
    [/\w+\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype/, '!0'],
    [/"CSSResult is not constructable\.[^"]*"/, ''],
    [/"Value passed to 'css' function must be [^]+? to ensure page security\."/, ''],
    ['s.adoptedStyleSheets=o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet)', 's.adoptedStyleSheets=o.map(t=>t.styleSheet)'],
  ],
  '/@lit/reactive-element/reactive-element.js': [
    // Nothing is reflected; attributes are texts, but where a property converts them.
    [/u=\{toAttribute.+?return i\}\}/, 'u=(t,s)=>s?s(t):t'],
    [/attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f/, ''],
    [/_\$ET\(t,s\)\{.+?this\._\$Em=null\}\}/, ''],
    [/void 0!==e&&this\._\$Em!==e\)\{.+?this\._\$Em=null\}/, 'void 0!==e)this[e]=u(s,i.getPropertyOptions(e).converter)'],
    [/this\._\$Em=null,/, ''],
    [/this\._\$Eq&&=.+?\),/, ''],
    [/requestUpdate\(t,s,i,e=!1,h\)\{.+?\}!1===/, 'requestUpdate(t,s){if(void 0!==t){if(!f(this[t],s))return;this.C(t,s)}!1==='],
    [/C\(t,s,\{.+?\(this\._\$Eq\?\?=new Set\)\.add\(t\)\)\}/, 'C(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}'],
    // Properties come from our own decorators, each once.
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [
      /if\(s\.state&&.+?e\(this\.prototype,t,h\)\}/,
      'this._$Ei(),this.elementProperties.set(t,s),e(this.prototype,t,this.getPropertyDescriptor(t,Symbol()))',
    ],
    [
      /const\{get:e,set:r\}=h\(this\.prototype,t\)\?\?\{.+?configurable/,
      'return{get(){return this[s]},set(i){const e=this[s];this[s]=i,this.requestUpdate(t,e)},configurable',
    ],
    [
      /,this\.hasOwnProperty\(d\("properties"\)\)\)\{.+?for\(const i of s\)this\.createProperty\(i,t\[i\]\)\}const t=.+?this\._\$Eh=new Map/,
      ');this._$Eh=new Map',
    ],
    [/static finalizeStyles\(s\)\{.+?return i\}/, 'static finalizeStyles(t){return t}'],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\).+?this\.C\(s,void 0,i,e\)\}/, ''],
    // Controllers have hostConnected and hostDisconnected.
    ['removeController(t){this._$EO?.delete(t)}', ''],
    ['this._$EO?.forEach(t=>t.hostUpdate?.()),', ''],
    [
      'this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)',
      'this.hasUpdated=!0',
    ],
    ['firstUpdated(t){}', ''],
    ['updated(t){}', ''],
    ['t=this.shouldUpdate(s),t?(this.willUpdate(s),this.update(s)):this._$EM()', 'this.willUpdate(s),this.update(s),t=!0'],
    ['shouldUpdate(t){return!0}', ''],
    ['const t=this.scheduleUpdate();return null!=t&&await t,!this', 'this.performUpdate();return!this'],
    ['scheduleUpdate(){return this.performUpdate()}', ''],
  ],
  '/lit-element/lit-element.js': [
    [/createRenderRoot\(\)\{.+?\}update\(t\)/, 'update(t)'],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    [/this\._\$Do=e\(.+?this\._\$Do\?\.setConnected\(!1\)\}render\(\)\{return r\}/, 'e(r,this.renderRoot,this.renderOptions)}'],
    [',this._$Do=void 0', ''],
  ],
  '/lit-html/lit-html.js': [
    // Directives, and what of the tree of parts serves them alone.
    [/function M\(t,i,s=t,e\)\{.+?,i\}(?=class)/, 'function M(t,i){return i}'],
    [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
    [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}/g, ''],
    [/get parentNode\(\)\{.+?\}(?=u\(t\)\{)/, ''],
    [/get parentNode\(\)\{.+?return this\._\$AB\}/, ''],
    ['get tagName(){return this.element.tagName}', ''],
    ['this._$AP?.(!1,!0,s);', ';'],
    [/setConnected\(t\)\{.+?\}(?=\}class)/, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/,this\._\$AN=void 0/g, ''],
    [/,this\._\$AM=[sei]/g, ''],
    // No expression stands in a comment, a tag's name, or among an element's attributes; nor is a template compiled, SVG or MathML.
    [/"!--"===u\[1\]\?.+?:void 0!==u\[3\]&&\(c=p\)/, 'c=p'],
    [/v=\/.+?\$\)\)\/g(?=,_=)/, 'v=/<\\/?[a-z][^>\\s]*/gi'],
    ['c=n??v', 'c=v'],
    ['c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
    ['2===i?"<svg>":3===i?"<math>":""', '""'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [/,2===i\|\|3===i\)\{.+?t\.replaceWith\(\.\.\.t\.childNodes\)\}/, ');'],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
    [/if\(y\.test\(r\.tagName\)\)\{.+?\}\}(?=\}else if\(8)/, ''],
    [/if\(r\.data===n\)d\.push\(\{type:2,index:l\}\);else\{.+?\}(?=l\+\+)/, 'r.data===n&&d.push({type:2,index:l});'],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    [/"number"==typeof s\?(this\._\$AC\(t\)):.+?,s\)(?=;)/, '$1'],
    ['(t?.creationScope??l)', 'l'],
    [/&&t!==E/g, ''],
    ['r===E&&(r=this._$AH[n]),', ''],
    // Listeners are functions, the same kind at each render.
    [
      /if\(\(t=M\(this,t,i,0\)\?\?A\)===E\)return;.+?this\._\$AH=t\}/,
      'this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}',
    ],
    [/"function"==typeof this\._\$AH\?this\._\$AH\.call\(.+?:this\._\$AH\.handleEvent\(t\)/, 'this._$AH(t)'],
    ['s?.renderBefore??i', 'i'],
    ['s?.renderBefore??null', 'null'],
  ],
};

export function leanLit(): Plugin {
  return {
    name: 'lean-lit',
    transform(code, id) {
      const edits = Object.entries(EDITS).find(([file]) => id.endsWith(file))?.[1];
      if (!edits) return null;
      let edited = code;
      for (const [found, replacement] of edits) {
        const text = edited.replace(found, replacement);
        if (text === edited) this.error(`Nothing like ${String(found)} is in ${id}.`);
        edited = text;
      }
      return { code: edited, map: null };
    },
  };
}
