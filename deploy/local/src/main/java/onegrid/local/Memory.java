package onegrid.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class Memory {
    private Memory() {}

    /** Bytes of main memory that the process holds: its proportional share on Linux, else what `ps` calls rss. */
    static long residentBytes(long pid) {
        try {
            return field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        } catch (IOException | RuntimeException notTold) {
            return plain(pid);
        }
    }

    private static long plain(long pid) {
        try {
            return field(Path.of("/proc/" + pid + "/status"), "VmRSS:");
        } catch (IOException | RuntimeException notLinux) {
            return askPs(pid);
        }
    }

    private static long askPs(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var answer = new String(ps.getInputStream().readAllBytes()).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer) * 1024;
        } catch (IOException noPs) {
            return 0;
        }
    }

    private static long field(Path file, String name) throws IOException {
        return Files.readString(file)
                        .lines()
                        .filter(line -> line.startsWith(name))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                * 1024;
    }
}
