package onegrid.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The five services with the configuration that each is given. Nobody learns a secret that is not theirs. */
record Services(
        Path root,
        Home home,
        PortPlan ports,
        Secrets secrets,
        PostgresServer postgres,
        KafkaBroker kafka,
        KeycloakServer keycloak) {

    List<ServiceProcess> all() {
        return List.of(
                service("grid-service", ports.grid(), this::grid),
                calm("party-org-service", ports.party(), () -> common("party")),
                calm("property-service", ports.property(), () -> common("property")),
                calm("new-sector-service", ports.newSector(), () -> common("newsector")),
                service("gateway", ports.gateway(), this::gateway));
    }

    private ServiceProcess service(
            String module, int port, Supplier<Map<String, String>> environment, String... options) {
        return new ServiceProcess(
                root.resolve(module),
                port,
                List.of(options),
                environment,
                home.logs().resolve(module + ".log"));
    }

    /** One that has little to do, beside two that have much: it leaves the two cores' compiling to them. */
    private ServiceProcess calm(String module, int port, Supplier<Map<String, String>> environment) {
        return service(module, port, environment, Jvm.COMPILE_LIGHTLY);
    }

    private Map<String, String> common(String database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", database,
                "QUARKUS_DATASOURCE_PASSWORD", secrets.of("database:" + database),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl().toString());
    }

    private Map<String, String> grid() {
        var environment = new HashMap<>(common("grid"));
        environment.put("ONEGRID_REPORTER_KEY", secrets.of("reporter-key"));
        // Made-up cases protect nobody; whoever tries the stack wants to see at once what is published.
        environment.put("ONEGRID_OPEN_DATA_RENEW_EVERY", "1m");
        return environment;
    }

    private Map<String, String> gateway() {
        var environment = new HashMap<>(common("gateway"));
        // The portal's token lasts eight hours, so that visitors are served while Keycloak is away. It has a client of
        // its own, because the lifespan is per client and that of people stays at five minutes.
        environment.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", "onegrid-portal");
        environment.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.of("onegrid-portal"));
        environment.putAll(Map.of(
                "QUARKUS_OIDC_CLIENT_ID",
                "onegrid-gateway",
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                secrets.of("onegrid-gateway"),
                "ONEGRID_KEYCLOAK_REGISTRAR_SECRET",
                secrets.of("onegrid-registrar"),
                "ONEGRID_TOKEN_SECRET",
                secrets.of("token"),
                "ONEGRID_HOOKS_KEY",
                secrets.of("hooks-key"),
                // One account writes thousands a minute here: `./onegrid bench`.
                "ONEGRID_RATE_SIGNED_IN_PER_MINUTE",
                "1000000",
                "ONEGRID_GRID_URL",
                "http://localhost:" + ports.grid(),
                "ONEGRID_PARTY_URL",
                "http://localhost:" + ports.party(),
                "ONEGRID_PROPERTY_URL",
                "http://localhost:" + ports.property(),
                "ONEGRID_NEW_SECTOR_URL",
                "http://localhost:" + ports.newSector()));
        return environment;
    }
}
