package onegrid.kit.directive;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import onegrid.kit.inbox.Heard;
import onegrid.kit.inbox.Inbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears {@code onegrid.directives} and keeps what is addressed to this service. Public, because what calls it is made by
 * the build in the service's own class loader.
 */
@ApplicationScoped
public class DirectiveConsumer {
    private final Inbox inbox;
    private final Directives directives;
    private final String service;

    DirectiveConsumer(Inbox inbox, Directives directives, @ConfigProperty(name = "onegrid.service") String service) {
        this.inbox = inbox;
        this.directives = directives;
        this.service = service;
    }

    private record Addressed(String service) {}

    private record Urged(UUID directiveId, int share, String note) {}

    private record Withdrawn(UUID directiveId, String reason) {}

    @Incoming("directives")
    @Blocking
    public void on(String message) {
        inbox.hear(message, this::handle);
    }

    private void handle(Heard heard) {
        if (!service.equals(heard.as(Addressed.class).service())) {
            return;
        }
        switch (heard.type()) {
            case "brain.directive.issued.v1" -> directives.receive(heard.as(DirectiveIssued.class));
            case "brain.directive.urged.v1" -> {
                var urged = heard.as(Urged.class);
                directives.urge(urged.directiveId, urged.share, urged.note);
            }
            case "brain.directive.withdrawn.v1" -> {
                var withdrawn = heard.as(Withdrawn.class);
                directives.withdraw(withdrawn.directiveId, withdrawn.reason);
            }
            default -> {} // a later version tells more; what we do not know is not for us
        }
    }
}
