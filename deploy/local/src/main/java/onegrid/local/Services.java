package onegrid.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                service("grid-service", "grid", ports.grid(), Map.of()),
                service("party-org-service", "party", ports.party(), Map.of()),
                service("property-service", "property", ports.property(), Map.of()),
                service("new-sector-service", "newsector", ports.newSector(), Map.of()),
                service("gateway", "gateway", ports.gateway(), gatewayOnly()));
    }

    private ServiceProcess service(String module, String database, int port, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.of("database:" + database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl().toString());
        environment.putAll(more);
        return new ServiceProcess(
                root.resolve(module), port, environment, home.logs().resolve(module + ".log"));
    }

    private Map<String, String> gatewayOnly() {
        return Map.of(
                "QUARKUS_OIDC_CLIENT_ID", "onegrid-gateway",
                "QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.of("onegrid-gateway"),
                "ONEGRID_TOKEN_SECRET", secrets.of("token"),
                "ONEGRID_GRID_URL", "http://localhost:" + ports.grid(),
                "ONEGRID_PARTY_URL", "http://localhost:" + ports.party(),
                "ONEGRID_PROPERTY_URL", "http://localhost:" + ports.property(),
                "ONEGRID_NEW_SECTOR_URL", "http://localhost:" + ports.newSector());
    }
}
