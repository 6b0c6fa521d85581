export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const idempotencyDays = (n: number): number => n * 86_400_000;
