/** Returns an id of a feed as text; empty for a value that is not an id. JSON Feed asks readers to take a number as an id too. */
export const idText = (id: unknown): string => (typeof id === 'string' || typeof id === 'number' ? String(id) : '');
