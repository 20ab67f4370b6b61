package onegrid.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sources of all modules, for tests that read them. */
final class House {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private House() {}

    /** From the root of the house. */
    static Path place(Path file) {
        return ROOT.relativize(file);
    }

    /** What is built from or with: no tests, nothing generated or installed. */
    static List<Path> sources(String ending) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith("." + ending))
                    .filter(file -> {
                        var path = place(file).toString();
                        return !path.contains("target/")
                                && !path.contains("node_modules/")
                                && !path.contains("/test/")
                                && !path.startsWith(".onegrid");
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
