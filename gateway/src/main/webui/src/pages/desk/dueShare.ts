/** How much of the time between start and deadline is used; over 1 when late. */
export function usedShare(from: string | null, due: string, now: Date): number {
  const end = Date.parse(due)
  const start = from ? Date.parse(from) : end
  if (!(end > start)) return now.getTime() >= end ? 1 : 0
  return Math.max(0, (now.getTime() - start) / (end - start))
}
