package onegrid.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A folder of unpacked software, shared by every stack on this machine. A part is complete or absent: it is made in a
 * folder of its own and renamed, under a lock that also holds off other processes.
 */
public record Parts(Path folder) {
    private static final Object THIS_JVM = new Object();

    /** Makes the content of one part in the empty folder that it is given. */
    public interface Maker {
        void make(Path empty) throws IOException;
    }

    /** The folder that the launcher names (system property or environment), else one below the temporary folder. */
    public static Parts shared() {
        var named = System.getProperty("onegrid.parts", System.getenv("ONEGRID_PARTS"));
        return new Parts(
                named != null
                        ? Path.of(named)
                        : Path.of(
                                System.getProperty("java.io.tmpdir"),
                                "onegrid-parts-" + System.getProperty("user.name")));
    }

    /** The folder of the part, made now if this machine does not have it yet. */
    public Path part(String name, Maker maker) {
        var ready = folder.resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        synchronized (THIS_JVM) {
            try {
                Files.createDirectories(folder);
                try (var lock = FileChannel.open(
                                folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = lock.lock()) {
                    if (!Files.isDirectory(ready)) {
                        var unfinished = folder.resolve(name + ".unfinished");
                        delete(unfinished);
                        Files.createDirectory(unfinished);
                        maker.make(unfinished);
                        Files.move(unfinished, ready);
                    }
                    return ready;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot unpack " + name + " into " + folder, e);
            }
        }
    }

    static void untar(InputStream plainTar, Path target, int leadingFoldersToDrop) throws IOException {
        var tar = new TarArchiveInputStream(plainTar);
        for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
            var name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() <= leadingFoldersToDrop || name.toString().isEmpty()) {
                continue;
            }
            var file = target.resolve(name.subpath(leadingFoldersToDrop, name.getNameCount()))
                    .normalize();
            if (!file.startsWith(target)) {
                throw new IOException("Archive entry leaves its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                var linked = Path.of(entry.getLinkName());
                Files.createLink(file, target.resolve(linked.subpath(leadingFoldersToDrop, linked.getNameCount())));
            } else {
                Files.copy(tar, file);
                Files.setPosixFilePermissions(file, permissions(entry.getMode()));
            }
        }
    }

    /** Everybody may read it: PostgreSQL runs as another user when we are root. */
    private static Set<PosixFilePermission> permissions(int mode) {
        var all = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            all.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return all;
    }

    /** Deletes the folder with all it holds; links are deleted, never followed. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
