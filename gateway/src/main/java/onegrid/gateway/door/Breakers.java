package onegrid.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * One breaker per service behind the door. When a service has failed several times without one answer in between it is
 * not asked for a pause, and whoever wants it is told so at once; then one call tries it.
 */
@ApplicationScoped
class Breakers {
    private static final Logger LOG = Logger.getLogger(Breakers.class);

    private final Map<Area, One> all = new EnumMap<>(Area.class);
    private final Duration pause;

    Breakers(Vertx vertx, DoorSettings settings, MeterRegistry meters) {
        var rules = settings.breaker();
        this.pause = rules.pause();
        var options = new CircuitBreakerOptions()
                .setMaxFailures(rules.failures())
                .setFailuresRollingWindow(rules.window().toMillis())
                .setResetTimeout(pause.toMillis())
                .setTimeout(-1); // the door's own patience ends a call
        Arrays.stream(Area.values()).filter(area -> area != Area.HERE).forEach(area -> {
            all.put(area, new One(area, CircuitBreaker.create(area.word(), vertx, options)));
            meters.gauge(
                    "onegrid.door.breaker.open",
                    io.micrometer.core.instrument.Tags.of("service", area.word()),
                    all.get(area),
                    one -> one.breaker.state() == CircuitBreakerState.CLOSED ? 0 : 1);
        });
    }

    private final class One {
        private final CircuitBreaker breaker;
        private volatile long openedAt;

        One(Area area, CircuitBreaker breaker) {
            this.breaker = breaker.openHandler(opened -> {
                        openedAt = System.nanoTime();
                        LOG.warnf("%s does not answer and is left alone for %d s", area.word(), pause.toSeconds());
                    })
                    .halfOpenHandler(half -> LOG.infof("%s is tried again", area.word()))
                    .closeHandler(closed -> LOG.infof("%s answers again", area.word()));
        }

        int secondsToWait() {
            var left = pause.minusNanos(System.nanoTime() - openedAt);
            return (int) Math.max(1, left.plusMillis(999).toSeconds());
        }
    }

    /**
     * Makes the call, or says after how many seconds it can be made.
     *
     * @param call completes its promise when the service answered, whatever it said; fails it when it did not
     */
    void pass(Area area, Handler<Promise<Void>> call, IntConsumer open) {
        var one = all.get(area);
        one.breaker.<Void>execute(call).onComplete(done -> {
            if (done.failed() && done.cause() instanceof OpenCircuitException) {
                open.accept(one.secondsToWait());
            } else if (done.succeeded()) {
                one.breaker.reset(); // failures count only as long as nothing is answered
            }
        });
    }

    /** A call whose caller has gone tells nothing about the service; but the one call that tries it must tell something. */
    void gone(Area area, Promise<Void> call) {
        if (all.get(area).breaker.state() == CircuitBreakerState.HALF_OPEN) {
            call.tryFail("nobody waited for the answer");
        } else {
            call.tryComplete();
        }
    }

    /** State by service: CLOSED, OPEN, HALF_OPEN. */
    Map<String, String> states() {
        var states = new java.util.TreeMap<String, String>();
        all.forEach((area, one) -> states.put(area.word(), one.breaker.state().name()));
        return states;
    }
}
