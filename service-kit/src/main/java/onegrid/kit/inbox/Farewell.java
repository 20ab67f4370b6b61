package onegrid.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * A service that is told to stop first stops listening, then lets go of its database. Otherwise whatever waits on the
 * topics would be read without a database, and end among the dead letters.
 */
@ApplicationScoped
class Farewell {
    void stopListening(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event,
            @Connector("smallrye-kafka") KafkaConnector kafka) {
        kafka.terminate(event);
    }
}
