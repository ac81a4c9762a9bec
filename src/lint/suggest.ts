/** Suggests the known word for a misspelled one. */

/** Returns the closest word within two edits, and a third of the length at most; undefined for a more different word. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const maxEdits = Math.min(2, Math.floor(word.length / 3));
  const lowerCased = word.toLowerCase();
  const ranked = words.map((each) => ({ each, slips: distance(lowerCased, each.toLowerCase()) })).sort((a, b) => a.slips - b.slips);
  return ranked[0] && ranked[0].slips <= maxEdits ? ranked[0].each : undefined;
}

/** Returns the Levenshtein distance, with a swap of neighbours as one edit. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const edits = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push(rows[i - 2]![j - 2]! + 1);
      row.push(Math.min(...edits));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
