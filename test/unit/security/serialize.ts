/** A tree as text, the same in every engine: their own ways to write one differ in attributes. */
export function written(node: Node): string {
  if (node.nodeType === 3) return (node as Text).data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const within = [...node.childNodes].map(written).join('');
  if (node.nodeType !== 1) return within;
  const { localName, namespaceURI, attributes } = node as Element;
  const name = namespaceURI === 'http://www.w3.org/1999/xhtml' ? localName : `${namespaceURI}:${localName}`;
  const named = [...attributes].map(
    (attribute) => ` ${attribute.name}="${attribute.value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return /^(br|hr|img|wbr)$/.test(name) ? `<${name}${named.join('')}>` : `<${name}${named.join('')}>${within}</${name}>`;
}
