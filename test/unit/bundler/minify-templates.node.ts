/** The minifier of templates removes spaces and comments, and nothing that a reader could see. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { minifyTemplates } from '../../../src/bundler/minify-templates.js';

const transform = minifyTemplates().transform as (code: string, id: string) => { code: string } | undefined;

/** A template as the bundle holds it, between its backticks. */
function minified(template: string): string {
  const code = `import { css, html } from 'lit'; export const it = ${template};`;
  const result = transform.call({ parse: parseAst } as never, code, '/project/src/elements/it.ts');
  return /= \w+`([^]*)`;$/.exec(result!.code)![1]!;
}

describe('HTML', () => {
  it('has no space beside the edge of a block', () => {
    assert.equal(
      minified('html`\n  <div class="a">\n    <p>one</p>\n    <p> two </p>\n  </div>\n  `'),
      '<div class="a"><p>one</p><p>two</p></div>',
    );
    assert.equal(minified('html`<dl>\n ${1}\n <dt>x</dt> ${2} <dd>y</dd>\n</dl>`'), '<dl>${1}<dt>x</dt>${2}<dd>y</dd></dl>');
  });

  it('keeps one space within a line', () => {
    assert.equal(
      minified('html`<p>one <b>two</b>\n   <i>three</i> ${4} <a\n  >5</a> six</p>`'),
      '<p>one <b>two</b> <i>three</i> ${4} <a>5</a> six</p>',
    );
    assert.equal(minified('html`<span>a</span> <span>b</span>`'), '<span>a</span> <span>b</span>');
  });

  it('takes a block for one by its whole name', () => {
    assert.equal(minified('html`x <path d="M1 1"/> y <p-x>z</p-x> w`'), 'x <path d="M1 1"/> y <p-x>z</p-x> w');
  });

  it('keeps attributes and expressions as they are', () => {
    assert.equal(
      minified('html`<p\n  class="a > b  c"\n  title=${() => `  ${"x"}  `}\n  @click=${(e) => e > 1}\n>\n  ${html`<i> y </i>`}\n</p>`'),
      '<p class="a > b  c" title=${() => `  ${"x"}  `} @click=${(e) => e > 1}>${html`<i> y </i>`}</p>',
    );
  });

  it('is left alone where white space is shown', () => {
    assert.equal(minified('html`<pre>\n  a\n</pre> <p> b </p>`'), '<pre>\n  a\n</pre> <p> b </p>');
  });
});

describe('CSS', () => {
  it('has neither comments nor white space', () => {
    assert.equal(
      minified('css`\n  /* why */\n  .a > .b,\n  :host([hidden]) {\n    margin: 0 auto;\n    color: red;\n  }\n\n  .c .d { x: y }\n`'),
      '.a>.b,:host([hidden]){margin:0 auto;color:red}.c .d{x:y}',
    );
  });

  it('keeps its strings and its expressions', () => {
    assert.equal(
      minified("css`a::after { content: ' <' attr(href) '>  /* x */'; ${1} }`"),
      "a::after{content:' <' attr(href) '>  /* x */';${1}}",
    );
  });
});
