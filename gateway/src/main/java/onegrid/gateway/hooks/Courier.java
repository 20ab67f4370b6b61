package onegrid.gateway.hooks;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * Takes what is due to its receivers. Each subscription has places of its own, and a receiver that answers nobody has
 * one: who hangs holds up nobody but itself.
 */
@ApplicationScoped
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Deliveries deliveries;
    private final Delivering delivering;
    private final Health health;
    private final HookSettings settings;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();
    private final AtomicBoolean asleep = new AtomicBoolean(true);
    private final Semaphore knocks = new Semaphore(0);
    private volatile boolean running = true;
    private Thread rounds;

    Courier(
            Deliveries deliveries,
            Delivering delivering,
            Health health,
            HookSettings settings,
            TransactionSynchronizationRegistry transaction) {
        this.deliveries = deliveries;
        this.delivering = delivering;
        this.health = health;
        this.settings = settings;
        this.transaction = transaction;
    }

    void start(@Observes StartupEvent started) {
        rounds = Thread.ofPlatform().daemon().name("hooks-courier").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        knocks.release();
        rounds.join(Duration.ofSeconds(2));
    }

    /** Something may be due. */
    void knock() {
        knocks.release();
    }

    /** Lanes were changed in this transaction: they are woken and served once it is committed. */
    void knockAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                asleep.set(true);
                knock();
            }
        });
    }

    private void run() {
        while (running) {
            try {
                knocks.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                knocks.drainPermits();
                if (asleep.getAndSet(false)) {
                    deliveries.wakeAll();
                }
                if (running) {
                    deliveries.due().forEach(this::serve);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Webhooks wait: %s", Unavailable.words(e));
            }
        }
    }

    private void serve(UUID subscription) {
        var free = places.computeIfAbsent(subscription, any -> new Semaphore(settings.atOnce()));
        var most = free.availablePermits();
        if (health.isSilent(subscription)) {
            most = most == settings.atOnce() ? 1 : 0;
        }
        if (most <= 0) {
            return;
        }
        for (var due : deliveries.take(subscription, most)) {
            free.acquireUninterruptibly(); // this thread alone takes places, so there is one
            Thread.ofVirtual().name("hook-" + due.id()).start(() -> {
                try {
                    delivering.deliver(due);
                } finally {
                    free.release();
                    knock();
                }
            });
        }
    }

    /** What was left lying where a replica died between a change and its waking. */
    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wakeForgotten() {
        asleep.set(true);
        knock();
    }
}
