export function importsOf(files?: string[]): Map<string, string[]>;
export function forbiddenImports(imports: Map<string, string[]>): string[];
export function circles(imports: Map<string, string[]>): string[];
