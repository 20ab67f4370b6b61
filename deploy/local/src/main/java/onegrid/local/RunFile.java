package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Remembers on disk which process is which part, so that a later command stops exactly what an earlier one started. */
record RunFile(Path file) {
    static RunFile of(Home home, String part) {
        return new RunFile(home.of("run").resolve(part + ".pid"));
    }

    void write(long pid, Instant began) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pid + " " + began.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was written here, if it still lives and its id was not given to another one. */
    Optional<HostProcess> process(Path log) {
        try {
            var fields = Files.readString(file).strip().split(" ");
            return HostProcess.of(Long.parseLong(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])), log);
        } catch (IOException | RuntimeException noneOrHalfWritten) {
            return Optional.empty();
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
