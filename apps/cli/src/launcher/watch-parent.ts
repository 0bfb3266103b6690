/**
 * Under npm the launcher must not outlive it: a kill -9 of npm tells nobody. A process whose parent is gone gets
 * another one, and that is what is looked at. Without npm a launcher may well be left alone on purpose (nohup).
 */
export function watchParent(onGone: () => void, everyMs = 500): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
