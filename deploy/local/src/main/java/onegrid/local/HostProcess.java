package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of this machine that we started, now or in an earlier run; known by its id and the moment it began. */
public final class HostProcess {
    private final ProcessHandle handle;
    private final Path log;

    private HostProcess(ProcessHandle handle, Path log) {
        this.handle = handle;
        this.log = log;
    }

    /** Starts the command with its output appended to the log, in a session of its own so that Ctrl-C is only ours. */
    static HostProcess start(List<String> command, Map<String, String> environment, Path folder, Path log) {
        var full = new ArrayList<String>();
        onPath("setsid").ifPresent(setsid -> full.add(setsid.toString()));
        full.addAll(command);
        var builder = new ProcessBuilder(full)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new HostProcess(builder.start().toHandle(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /** The process of an earlier run, if it still lives and is not another one that was given the same id. */
    static Optional<HostProcess> of(long pid, Instant began, Path log) {
        return ProcessHandle.of(pid)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(at -> Duration.between(at, began).abs().compareTo(Duration.ofSeconds(2)) <= 0)
                        .orElse(false))
                .map(handle -> new HostProcess(handle, log))
                .filter(HostProcess::alive);
    }

    public long pid() {
        return handle.pid();
    }

    /** When it began, as the operating system tells it; the launcher keeps it beside the id. */
    Instant began() {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    public boolean alive() {
        return handle.isAlive() && !zombie();
    }

    /** Ended, but nobody has collected it. While threads of it still end, its ports are still held. */
    private boolean zombie() {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid() + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") && Integer.parseInt(fields[17]) <= 1;
        } catch (IOException | RuntimeException notLinuxOrGone) {
            return false;
        }
    }

    /** Sends the signal, waits for the grace, then kills. */
    void stop(String signal, Duration grace) {
        signal(signal);
        if (!ended(grace)) {
            kill9();
        }
    }

    public void kill9() {
        handle.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    void signal(String name) {
        if (!alive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean ended(Duration within) {
        return Wait.until(within, () -> !alive());
    }

    /** Resident bytes of it and all its children; pages they share are counted once where the system tells. */
    public long residentBytes() {
        return Stream.concat(Stream.of(handle), handle.descendants())
                .mapToLong(part -> Memory.residentBytes(part.pid()))
                .sum();
    }

    /** The last lines it wrote, for a message about its end. */
    String lastWords() {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n    ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    Path log() {
        return log;
    }

    static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
