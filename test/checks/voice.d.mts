interface Passage {
  line: number;
  text: string;
  comment: boolean;
}

export function passagesOf(path: string, source: string): Passage[];
export function faultsIn(passage: Passage): { line: number; fault: string; archaic: boolean }[];
