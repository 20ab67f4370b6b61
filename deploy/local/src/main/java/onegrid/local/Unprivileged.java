package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a command as user 65534 when we are root, and as ourselves otherwise. */
record Unprivileged(boolean root) {
    private static final int NOBODY = 65534;

    static Unprivileged here() {
        return new Unprivileged("root".equals(System.getProperty("user.name")));
    }

    void own(Path file) {
        if (!root) {
            return;
        }
        try {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + file + " to user " + NOBODY, e);
        }
    }

    /** The command that runs the given one and can reach the two folders, also below a closed home such as /root. */
    List<String> command(List<String> command, Path program, Path data) {
        if (!root) {
            return command;
        }
        var plain = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (reaches(plain, program, data)) {
            return joined(plain, command);
        }
        // PostgreSQL asks access(2) about its own files, which forgets capabilities unless the last option is set.
        var passing = joined(
                plain,
                List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"));
        if (reaches(passing, program, data)) {
            return joined(passing, command);
        }
        throw new StackProblem(
                "PostgreSQL does not run as root, and user " + NOBODY + " cannot enter " + program + " or " + data
                        + ". Set ONEGRID_HOME to a folder that every user may enter, for example /var/lib/onegrid.");
    }

    private static boolean reaches(List<String> prefix, Path program, Path data) {
        try {
            var test = joined(prefix, List.of("sh", "-c", "test -x \"$0/bin/postgres\" && test -x \"$1\""));
            var process = new ProcessBuilder(joined(test, List.of(program.toString(), data.toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new StackProblem("setpriv is needed to run PostgreSQL as root; install util-linux.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
