package onegrid.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void anUnknownCommandEndsWithTwo() {
        assertThat(onegrid("fly")).isEqualTo(2);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(onegrid("up", "--fast")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--fast");
    }

    @Test
    void downWithNothingRunningIsNoError() {
        assertThat(onegrid("down")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing runs");
    }

    @Test
    void resetForgetsTheDataAndKeepsTheSoftware() throws IOException {
        Files.createDirectories(home.resolve("postgres/data"));
        Files.createDirectories(home.resolve("parts/postgresql"));

        onegrid("reset");

        assertThat(home.resolve("postgres")).doesNotExist();
        assertThat(home.resolve("parts/postgresql")).exists();
    }

    @Test
    void downLeavesAProcessAloneThatOnlyInheritedTheNumber() throws IOException {
        var me = ProcessHandle.current();
        RunFile.of(new Home(home), "kafka")
                .write(me.pid(), me.info().startInstant().orElseThrow().minusSeconds(60));

        onegrid("down");

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing runs");
    }

    @Test
    void anUnbuiltServiceIsNamedBeforeAnythingStarts() {
        assertThat(onegrid("up", "--detach")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("grid-service is not built");
    }

    private int onegrid(String... arguments) {
        var console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Launcher(home, new Home(home), console).run(arguments);
    }
}
