package onegrid.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onegrid.local.Launcher;

/** A stack of its own under {@code .onegrid/bench}, forgotten afterwards: nobody's data gets a million made-up cases. */
final class BenchStack implements AutoCloseable {
    private final Path home = District.root().resolve(".onegrid/bench");
    private final Thread farewell = new Thread(this::end);

    static BenchStack start() {
        var stack = new BenchStack();
        Runtime.getRuntime().addShutdownHook(stack.farewell);
        stack.end();
        if (stack.launcher("up", "--detach") != 0) {
            throw new IllegalStateException(
                    "the stack of the benchmark did not start; see " + stack.home.resolve("logs"));
        }
        return stack;
    }

    District district() {
        return District.in(home);
    }

    /** Stops it if it runs and deletes its data. */
    private void end() {
        launcher("down");
        launcher("reset");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(farewell);
        end();
    }

    private int launcher(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Donegrid.root=" + District.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        try {
            Files.createDirectories(home);
            var builder = new ProcessBuilder(command);
            builder.redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(home.resolve("build.log").toFile())); // kept by reset
            builder.environment().put("ONEGRID_HOME", home.toString());
            builder.environment().put("ONEGRID_PORTS", "free");
            builder.environment().put("ONEGRID_ARCHIVE", "no");
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
