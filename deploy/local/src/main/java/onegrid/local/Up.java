package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;

/** `./onegrid up`: starts the stack and, unless detached, stays to stop it when told. */
final class Up {
    static final String LAUNCHER = "launcher";

    private final Path root;
    private final Home home;
    private final Console console;

    Up(Path root, Home home, Console console) {
        this.root = root;
        this.home = home;
        this.console = console;
    }

    int run(boolean detach) {
        home.requireSpace();
        try (var channel = FileChannel.open(home.of("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new StackProblem("Another `./onegrid up` uses " + home.folder()
                        + ". `./onegrid status` tells how far it is. 已在运行。");
            }
            return alone(detach);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int alone(boolean detach) {
        var last = new Stack(home, root, Parts.shared(), StackFile.in(home).ports());
        if (last.complete()) {
            console.line("OneGrid runs already. 已在运行。");
            console.addresses(last);
            return 0;
        }
        if (last.running()) {
            throw new StackProblem("Parts of an earlier start still run, others do not (`./onegrid status`)."
                    + " `./onegrid down` stops them; then start again.");
        }
        var stack = new Stack(home, root, Parts.shared(), choosePorts());
        var me = ProcessHandle.current();
        var runFile = RunFile.of(home, LAUNCHER);
        runFile.write(me.pid(), me.info().startInstant().orElseThrow());
        var farewell = new Thread(() -> {
            console.line("");
            console.line("Stopping … 正在停止");
            stack.stop();
            runFile.forget();
            console.line("Stopped; the data is kept. 已停止，数据保留。");
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            start(stack);
        } catch (RuntimeException problem) {
            if (!stays(farewell)) {
                return 130; // told to stop while it started; the farewell is at work
            }
            stack.stop();
            runFile.forget();
            throw problem;
        }
        if (detach) {
            if (!stays(farewell)) {
                return 130;
            }
            runFile.forget();
            console.line("");
            console.line("It goes on in the background; `./onegrid down` stops it. 后台运行中。");
            return 0;
        }
        console.line("");
        console.line("Ctrl-C stops everything. 按 Ctrl-C 停止。");
        watch(stack);
        return 0;
    }

    /** False if the launcher is already on its way out. */
    private static boolean stays(Thread farewell) {
        try {
            return Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException leaving) {
            return false;
        }
    }

    private PortPlan choosePorts() {
        if (!"free".equals(System.getenv("ONEGRID_PORTS"))) {
            return PortPlan.DEFAULT;
        }
        var last = StackFile.in(home).ports();
        var usable =
                StackFile.in(home).exists() && last.byName().values().stream().noneMatch(Ports::taken);
        return usable ? last : PortPlan.free();
    }

    private void start(Stack stack) {
        console.line("Starting OneGrid in %s 正在启动", home.folder());
        var began = System.nanoTime();
        stack.up(console);
        var seconds = (System.nanoTime() - began) / 1e9;
        console.line("");
        console.line(
                "  Ready after %.1f s, %.2f GiB of memory in all. 全部就绪",
                seconds, stack.residentBytes() / (double) (1 << 30));
        console.addresses(stack);
        console.accounts(false);
    }

    /** Says once when a part has ended by itself; it can be started again from another terminal. */
    private void watch(Stack stack) {
        var told = new HashSet<String>();
        while (!Thread.currentThread().isInterrupted()) {
            Wait.until(Duration.ofSeconds(2), () -> false);
            stack.refresh();
            for (var part : stack.parts()) {
                if (part.alive()) {
                    told.remove(part.name());
                } else if (!stack.stopping() && told.add(part.name())) {
                    console.line(
                            "%s has ended; its log is %s. `./onegrid restart %s` starts it again.",
                            part.name(), part.log(), part.name());
                }
            }
        }
    }
}
