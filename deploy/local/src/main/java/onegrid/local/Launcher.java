package onegrid.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The commands of `./onegrid` that need more than a shell. Exit code 1: something to put right; 2: no such command. */
public final class Launcher {
    private final Path root;
    private final Home home;
    private final Console console;

    Launcher(Path root, Home home, Console console) {
        this.root = root;
        this.home = home;
        this.console = console;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var root = Path.of(System.getProperty("onegrid.root", "."))
                .toAbsolutePath()
                .normalize();
        var folder = System.getenv("ONEGRID_HOME");
        var home = new Home(folder == null || folder.isBlank() ? root.resolve(".onegrid") : Path.of(folder));
        System.exit(new Launcher(root, home, new Console(out)).run(arguments));
    }

    /** @return the exit code */
    int run(String... arguments) {
        var command = arguments.length == 0 ? "" : arguments[0];
        var rest = arguments.length == 0
                ? List.<String>of()
                : Arrays.asList(arguments).subList(1, arguments.length);
        try {
            return switch (command) {
                case "up" -> up(rest);
                case "down" -> down();
                case "status" -> status();
                case "restart" -> restart(rest);
                case "reset" -> reset();
                case "accounts" -> accounts();
                case "prepare" -> prepare();
                case "client" -> DistrictClient.run(stack(), console, rest);
                case "dead-letters" -> new DeadLetters(stack(), console).run(rest);
                default -> unknown(command);
            };
        } catch (StackProblem problem) {
            console.line("");
            console.line("OneGrid: %s", problem.getMessage());
            return 1;
        }
    }

    private int up(List<String> options) {
        for (var option : options) {
            if (!option.equals("--detach")) {
                throw new StackProblem("`up` knows only the option --detach, not " + option + ".");
            }
        }
        return new Up(root, home, console).run(options.contains("--detach"));
    }

    private int down() {
        var foreground = RunFile.of(home, Up.LAUNCHER).process(home.logs());
        if (foreground.isEmpty() && !stack().running()) {
            console.line("Nothing runs. 没有正在运行的服务。");
            return 0;
        }
        foreground.ifPresent(launcher -> {
            console.line("Stopping … 正在停止");
            launcher.signal("TERM");
            launcher.ended(Duration.ofSeconds(90));
        });
        var stack = stack();
        if (stack.running()) {
            console.line("Stopping … 正在停止");
            stack.stop();
        }
        console.line("Stopped; the data is kept. 已停止，数据保留。");
        return 0;
    }

    private int status() {
        var stack = stack();
        console.status(stack);
        if (stack.running()) {
            console.addresses(stack);
        }
        return stack.complete() ? 0 : 3;
    }

    private int restart(List<String> names) {
        if (names.size() != 1) {
            throw new StackProblem("Say which part: `./onegrid restart kafka`; `./onegrid status` names them.");
        }
        stack().restart(names.getFirst());
        console.line("%s serves again.", names.getFirst());
        return 0;
    }

    private int reset() {
        if (stack().running()) {
            throw new StackProblem("OneGrid runs. Stop it with `./onegrid down` first. 请先停止。");
        }
        home.reset();
        console.line("The data is forgotten; the next `./onegrid up` begins anew. 数据已清除。");
        return 0;
    }

    private int accounts() {
        console.accounts(true);
        return 0;
    }

    private int prepare() {
        Stack.prepare(Parts.shared(), root);
        return 0;
    }

    private int unknown(String command) {
        console.line("Unknown command: %s. `./onegrid help` lists them.", command);
        return 2;
    }

    private Stack stack() {
        return new Stack(home, root, Parts.shared(), StackFile.in(home).ports());
    }
}
