package onegrid.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the stack starts Java programs. When one ends, the JVM archives the classes it had loaded and makes the archive
 * anew by itself once the program or the JDK has changed: every later start takes about half of the time. The price is
 * that the first stop takes a minute. {@code ONEGRID_ARCHIVE=no} only uses archives that are there (tests).
 */
final class Jvm {
    /** Five archives at once on two slow cores. */
    static final Duration TIME_TO_ARCHIVE = Duration.ofSeconds(180);

    /** Quick to warm up, and never quite as fast: for what is asked seldom. */
    static final String COMPILE_LIGHTLY = "-XX:TieredStopAtLevel=1";

    private Jvm() {}

    /** The beginning of a command line, up to the program's own options. */
    static List<String> command(int megabytes, Path archive) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:disable"));
        if (!"no".equals(System.getenv("ONEGRID_ARCHIVE"))) {
            command.add("-XX:+AutoCreateSharedArchive");
            command.add("-XX:SharedArchiveFile=" + archive);
        } else if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        return command;
    }
}
