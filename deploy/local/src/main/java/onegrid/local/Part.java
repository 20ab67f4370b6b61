package onegrid.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One running piece of the stack. Its data outlives it: it may be stopped or killed and started again on the same
 * folder and port.
 */
public abstract class Part implements AutoCloseable {
    private final String name;
    private HostProcess process;

    Part(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** Starts the process and returns at once; {@link #awaitReady} tells when it serves. */
    public final void launch() {
        if (alive()) {
            throw new StackProblem(name + " runs already (process " + process.pid() + ").");
        }
        process = begin();
    }

    /** Starts it and waits until it serves. */
    public final Part start() {
        launch();
        awaitReady();
        return this;
    }

    /**
     * Waits until it serves.
     *
     * @throws StackProblem with the last lines of its log if it ends or the patience is over; it is stopped then
     */
    public final void awaitReady() {
        if (Wait.until(patience(), () -> !alive() || ready()) && alive()) {
            return;
        }
        if (!alive() && mayTryAgain()) {
            process = begin();
            awaitReady();
            return;
        }
        var how = alive() ? " was not ready within " + patience().toSeconds() + " s." : " ended while it started.";
        stop();
        throw new StackProblem(
                name + how + " Its log is " + process.log() + " and ends with:\n    " + process.lastWords());
    }

    /** Asks it to end, and kills it if it has not after the grace. Nothing happens if it does not run. */
    public final void stop() {
        if (process != null) {
            process.stop(stopSignal(), grace());
        }
    }

    /** Kills it without warning, as a power cut would. */
    public final void kill9() {
        process.kill9();
    }

    /** Stops it if it runs, starts it on the same data and port and waits until it serves. */
    public final void restart() {
        stop();
        start();
    }

    public final boolean alive() {
        return process != null && process.alive();
    }

    public final Optional<HostProcess> process() {
        return Optional.ofNullable(process);
    }

    public final long pid() {
        return process.pid();
    }

    public final long residentBytes() {
        return alive() ? process.residentBytes() : 0;
    }

    /** Takes over the process of an earlier run. */
    final void adopt(HostProcess running) {
        process = running;
    }

    @Override
    public final void close() {
        stop();
    }

    abstract HostProcess begin();

    abstract boolean ready();

    /** The file its output goes to. */
    abstract Path log();

    /** Asked when it ended while it started. */
    boolean mayTryAgain() {
        return false;
    }

    Duration patience() {
        return Duration.ofSeconds(90);
    }

    Duration grace() {
        return Duration.ofSeconds(15);
    }

    String stopSignal() {
        return "TERM";
    }
}
