package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords and client secrets of one stack: made at its first run, kept in a file that only its owner may read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Home home) {
        var secrets = new Secrets(home.of("secrets.properties"));
        if (Files.exists(secrets.file)) {
            try (var reader = Files.newBufferedReader(secrets.file)) {
                secrets.known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /** The secret of that name, 40 hexadecimal digits; made and kept now if it is new. */
    public synchronized String of(String name) {
        var secret = known.getProperty(name);
        return secret != null ? secret : keep(name, random());
    }

    synchronized String keep(String name, String secret) {
        known.setProperty(name, secret);
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Generated; delete with `./onegrid reset` only");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secret;
    }

    static String random() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
