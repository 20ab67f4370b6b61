package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import onegrid.kit.text.SealedText;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names and phones of reporters, sealed with the case's id bound in. */
@ApplicationScoped
class Reporters {
    private final EntityManager database;
    private final SealedText sealed;

    Reporters(EntityManager database, @ConfigProperty(name = "onegrid.reporter-key") String secret) {
        this.database = database;
        this.sealed = new SealedText("onegrid.reporter-key", secret);
    }

    /** In the clear: only for the answer to an unmasking and for making the masked form. */
    record Plain(String name, String phone, boolean confidential) {}

    void keep(UUID caseId, String name, String phone, boolean confidential) {
        var reporter = new Reporter();
        reporter.caseId = caseId;
        reporter.name = seal(caseId, name);
        reporter.phone = seal(caseId, phone);
        reporter.confidential = confidential;
        database.persist(reporter);
    }

    Optional<Plain> of(UUID caseId) {
        return Optional.ofNullable(database.find(Reporter.class, caseId))
                .map(r -> new Plain(open(caseId, r.name), open(caseId, r.phone), r.confidential));
    }

    byte[] seal(UUID caseId, String text) {
        return text == null || text.isBlank() ? null : sealed.seal(caseId, text.strip());
    }

    String open(UUID caseId, byte[] text) {
        return text == null ? null : sealed.open(caseId, text);
    }
}
