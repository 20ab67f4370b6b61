package onegrid.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs one action again and again on some connections for some time. */
final class Load {
    /** One try; throws when it failed. */
    interface Action {
        void run(int connection) throws Exception;
    }

    /** @param perSecond successful tries; times in milliseconds */
    record Result(double perSecond, double p50, double p95, double p99, int failed) {
        @Override
        public String toString() {
            return "%7.0f /s   p50 %6.1f ms   p99 %6.1f ms%s"
                    .formatted(perSecond, p50, p99, failed > 0 ? "   failed " + failed : "");
        }
    }

    private Load() {}

    static Result run(int connections, Duration time, Action action) throws InterruptedException {
        var took = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        var end = System.nanoTime() + time.toNanos();
        var began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (var i = 0; i < connections; i++) {
            var connection = i;
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    var start = System.nanoTime();
                    try {
                        action.run(connection);
                        took.add(System.nanoTime() - start);
                    } catch (Exception e) {
                        if (failed.incrementAndGet() == 1) {
                            System.err.println("first failure: " + e);
                        }
                    }
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        return of(took.stream().mapToLong(Long::longValue).toArray(), seconds, failed.get());
    }

    static Result of(long[] nanos, double seconds, int failed) {
        Arrays.sort(nanos);
        return new Result(nanos.length / seconds, at(nanos, 0.50), at(nanos, 0.95), at(nanos, 0.99), failed);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
