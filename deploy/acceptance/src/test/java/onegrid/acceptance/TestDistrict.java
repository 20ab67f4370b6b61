package onegrid.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onegrid.local.Launcher;

/**
 * One district for all acceptance tests of a run, started by the launcher as a newcomer would, in a home of its own and
 * on free ports; stopped when the tests' JVM ends. ONEGRID_ACCEPTANCE_HOME names a stack that runs already.
 */
final class TestDistrict {
    private static District started;

    private TestDistrict() {}

    static synchronized District get() {
        if (started == null) {
            var given = System.getenv("ONEGRID_ACCEPTANCE_HOME");
            started = District.in(given != null ? Path.of(given) : start());
        }
        return started;
    }

    private static Path start() {
        var home = Path.of("target/district").toAbsolutePath();
        launcher(home, "reset");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher(home, "down")));
        if (launcher(home, "up", "--detach") != 0) {
            throw new IllegalStateException("the district did not start; see " + home.resolve("logs"));
        }
        return home;
    }

    private static int launcher(Path home, String... words) {
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
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("ONEGRID_HOME", home.toString());
            builder.environment().put("ONEGRID_PORTS", "free");
            builder.environment().put("ONEGRID_ARCHIVE", "no");
            // The receiver of UnitSystemStoryTest.
            builder.environment().put("ONEGRID_HOOKS_ALLOWED_TARGETS", "127.0.0.1");
            // All tests come from one address, as no neighbourhood does.
            builder.environment().put("ONEGRID_RATE_ANONYMOUS_PER_MINUTE", "6000");
            builder.environment()
                    .putIfAbsent(
                            "ONEGRID_PARTS",
                            District.root().resolve(".onegrid/parts").toString());
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
