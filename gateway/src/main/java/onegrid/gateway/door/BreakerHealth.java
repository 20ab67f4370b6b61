package onegrid.gateway.door;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells which services answer. The gateway itself stays ready: what does not need the one that is away goes on. */
@Readiness
@ApplicationScoped
class BreakerHealth implements HealthCheck {
    private final Breakers breakers;

    BreakerHealth(Breakers breakers) {
        this.breakers = breakers;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("services behind the door").up();
        breakers.states().forEach(answer::withData);
        return answer.build();
    }
}
