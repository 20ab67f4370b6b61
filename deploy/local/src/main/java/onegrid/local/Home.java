package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that holds everything one stack keeps: data, logs, secrets and who runs. */
public record Home(Path folder) {
    private static final long NEEDED_BYTES = 2L << 30;

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path of(String name) {
        return folder.resolve(name);
    }

    /** What `./onegrid up` wrote for tests and tools: ports, process ids, addresses. */
    public Path stackFile() {
        return folder.resolve("stack.json");
    }

    void requireSpace() {
        try {
            Files.createDirectories(logs());
            FileStore disk = Files.getFileStore(folder);
            if (disk.getUsableSpace() < NEEDED_BYTES) {
                throw new StackProblem("The disk of " + folder + " has only " + (disk.getUsableSpace() >> 20)
                        + " MB left; OneGrid needs 2 GB. Free some space, or set ONEGRID_HOME to a folder on another"
                        + " disk. 磁盘空间不足。");
            }
        } catch (IOException e) {
            throw new StackProblem(
                    "Cannot write to " + folder + ": " + e.getMessage()
                            + ". Set ONEGRID_HOME to a folder that you may write to.",
                    e);
        }
    }

    /** Forgets the data; the software in `parts` stays, it is the same for everybody. */
    void reset() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (!List.of("parts", "build.log", "build.stamp")
                        .contains(entry.getFileName().toString())) {
                    Parts.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
