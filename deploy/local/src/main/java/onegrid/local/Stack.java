package onegrid.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole of OneGrid on one machine: PostgreSQL, Kafka, Keycloak and the five services. What one command started
 * another one finds again, so a part may be killed, restarted or stopped from anywhere.
 */
public final class Stack implements AutoCloseable {
    private final Home home;
    private final Path root;
    private final Parts software;
    private final PortPlan ports;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final KeycloakServer keycloak;
    private final List<ServiceProcess> services;
    private boolean stopping;

    Stack(Home home, Path root, Parts software, PortPlan ports) {
        this.home = home;
        this.root = root;
        this.software = software;
        this.ports = ports;
        this.secrets = Secrets.in(home);
        this.postgres = new PostgresServer(software, home.of("postgres"), ports.postgres(), secrets.of("postgres"));
        this.kafka = new KafkaBroker(software, home.of("kafka"), ports.kafka());
        this.keycloak = new KeycloakServer(
                software,
                archive(root),
                home.of("keycloak"),
                ports.keycloak(),
                new KeycloakServer.Database(postgres.jdbcUrl("keycloak"), "keycloak", secrets.of("database:keycloak")),
                Realm.NAME);
        this.services = new Services(root, home, ports, secrets, postgres, kafka, keycloak).all();
        refresh();
    }

    /** The stack of this folder as its last start left it, running or not. */
    public static Stack in(Path home, Path root) {
        var folder = new Home(home);
        return new Stack(folder, root, Parts.shared(), StackFile.in(folder).ports());
    }

    static Path archive(Path root) {
        var folder = root.resolve("deploy/local/target/parts");
        return folder.resolve("keycloak-quarkus-dist-" + KeycloakServer.VERSION + ".tar.gz");
    }

    /** What takes long and is the same for every stack of this machine; up does it too if nobody did. */
    static void prepare(Parts software, Path root) {
        KeycloakData.made(software, archive(root));
    }

    /**
     * Starts everything and waits until all of it serves. If a part does not, everything is stopped again.
     *
     * @throws StackProblem what is in the way and what to do about it
     */
    public void up(Progress progress) {
        home.requireSpace();
        requireBuilt();
        ports.requireFree();
        synchronized (this) {
            stopping = false;
        }
        var clock = new Clock(progress);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var firstData = then(threads, () -> firstData(progress));
            var broker = then(threads, () -> start(kafka, clock));
            var database = firstData
                    .thenRunAsync(() -> start(postgres, clock), threads)
                    .thenRunAsync(this::createDatabases, threads);
            var all = new ArrayList<CompletableFuture<Void>>();
            all.add(broker);
            all.add(database.thenRunAsync(() -> start(keycloak, clock), threads));
            for (var service : services) {
                all.add(CompletableFuture.allOf(database, broker).thenRunAsync(() -> start(service, clock), threads));
            }
            var first = new AtomicReference<Throwable>();
            all.forEach(part -> part.whenComplete((done, problem) -> {
                if (problem != null && first.compareAndSet(null, problem)) {
                    stop();
                }
            }));
            all.forEach(Stack::await);
            tell(first.get());
        }
        StackFile.in(home).write(this);
    }

    private static CompletableFuture<Void> then(Executor threads, Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static void await(CompletableFuture<Void> work) {
        work.handle((done, problem) -> null).join();
    }

    /** Throws what went wrong first; what failed later failed because everything was being stopped. */
    private static void tell(Throwable problem) {
        if (problem != null) {
            var cause = problem instanceof CompletionException ? problem.getCause() : problem;
            throw cause instanceof StackProblem told ? told : new IllegalStateException(cause);
        }
    }

    private void requireBuilt() {
        for (var service : services) {
            if (!service.built()) {
                throw new StackProblem(service.name() + " is not built. Run `./onegrid up` from the project's folder.");
            }
        }
    }

    private void firstData(Progress progress) {
        if (!Files.exists(home.of("postgres/data"))) {
            progress.note("First start: preparing the sign-in server, once per machine 首次启动，准备登录服务");
            var made = KeycloakData.made(software, archive(root));
            made.giveSecretsTo(secrets);
            postgres.beginningWith(made.data());
        }
    }

    private void createDatabases() {
        for (var name : List.of("keycloak", "grid", "party", "property", "newsector", "gateway")) {
            postgres.createDatabase(name, name, secrets.of("database:" + name));
        }
    }

    private void start(Part part, Clock clock) {
        launch(part);
        part.awaitReady();
        remember(part);
        clock.ready(part);
    }

    private synchronized void launch(Part part) {
        if (stopping) {
            throw new CancellationException(part.name());
        }
        part.launch();
        remember(part);
    }

    private void remember(Part part) {
        part.process().ifPresent(process -> RunFile.of(home, part.name()).write(process.pid(), process.began()));
    }

    /** Stops what runs, in the order in which nobody misses anybody: services first, PostgreSQL last. */
    public void stop() {
        synchronized (this) {
            stopping = true;
        }
        refresh();
        services.parallelStream().forEach(this::stop);
        stop(keycloak);
        stop(kafka);
        stop(postgres);
    }

    private void stop(Part part) {
        part.stop();
        RunFile.of(home, part.name()).forget();
    }

    /** Stops the part if it runs and starts it on the same data and port. */
    public void restart(String name) {
        refresh();
        var part = part(name);
        part.stop();
        part.launch();
        remember(part);
        part.awaitReady();
        remember(part);
        StackFile.in(home).write(this);
    }

    /** Kills the part without warning, for the tests of bad days. */
    public void kill9(String name) {
        refresh();
        part(name).kill9();
    }

    /** Finds processes that another command started in the meantime. */
    public void refresh() {
        for (var part : parts()) {
            if (!part.alive()) {
                RunFile.of(home, part.name()).process(part.log()).ifPresent(part::adopt);
            }
        }
    }

    public List<Part> parts() {
        var all = new ArrayList<Part>(List.of(postgres, kafka, keycloak));
        all.addAll(services);
        return all;
    }

    /** @param name as `./onegrid status` prints it, in any case */
    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new StackProblem("No part is called " + name + ". There are: "
                        + String.join(", ", parts().stream().map(Part::name).toList())));
    }

    synchronized boolean stopping() {
        return stopping;
    }

    public boolean running() {
        return parts().stream().anyMatch(Part::alive);
    }

    public boolean complete() {
        return parts().stream().allMatch(Part::alive);
    }

    /** Main memory of all parts together. */
    public long residentBytes() {
        return parts().stream().mapToLong(Part::residentBytes).sum();
    }

    public Home home() {
        return home;
    }

    public PortPlan ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public List<ServiceProcess> services() {
        return services;
    }

    @Override
    public void close() {
        stop();
    }

    private static final class Clock {
        private final long began = System.nanoTime();
        private final Progress progress;

        private Clock(Progress progress) {
            this.progress = progress;
        }

        void ready(Part part) {
            progress.ready(part.name(), (System.nanoTime() - began) / 1e9);
        }
    }
}
