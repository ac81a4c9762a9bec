/** Colours that somebody typed: which ones are taken, and whether they can be read, after WCAG 2.2 (1.4.3). */

/** @returns `#rrggbb`; undefined for whatever is not `#rgb` or `#rrggbb`, so that nothing else comes into a style rule */
export function colourIn(typed: string): string | undefined {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(typed);
  return digits ? `#${digits[2] ?? digits[1]!.replace(/./g, '$&$&')}`.toLowerCase() : undefined;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** @param hex `#rrggbb`. 1 to 21; 4.5 is what text needs. */
export function contrast(hex: string, other: string): number {
  const [dark, light] = [luminance(hex), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
