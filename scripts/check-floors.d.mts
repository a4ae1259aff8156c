export function checkFloors(root: string): Promise<{ problems: string[]; summary: string }>;
