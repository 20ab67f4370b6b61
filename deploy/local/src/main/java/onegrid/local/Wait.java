package onegrid.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

final class Wait {
    private Wait() {}

    /** Asks every 50 ms until the condition holds (true) or the time is over (false). */
    static boolean until(Duration within, BooleanSupplier condition) {
        var deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
