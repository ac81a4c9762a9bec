/** Parses colours and calculates their contrast, as WCAG 2.2 (1.4.3) defines it. */

/** @returns `#rrggbb`; undefined for any other text, so that nothing else enters a style rule */
export function parseColour(text: string): string | undefined {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text);
  return digits ? `#${digits[2] ?? digits[1]!.replace(/./g, '$&$&')}`.toLowerCase() : undefined;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((index) => {
    const channel = parseInt(hex.slice(index, index + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/**
 * Returns a ratio from 1 to 21. Text needs 4.5.
 * @param hex `#rrggbb`
 */
export function contrast(hex: string, other: string): number {
  const [dark, light] = [luminance(hex), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
