package onegrid.kit.scope;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a service knows of codes of the past: what was filed under one belongs to whoever has its land today. */
public interface PlacesBefore {
    /** Prefixes of retired codes whose land lies in this prefix today, without those that begin with it. */
    List<String> before(String prefix);

    /** A service that keeps no history of places. */
    @DefaultBean
    @ApplicationScoped
    class None implements PlacesBefore {
        @Override
        public List<String> before(String prefix) {
            return List.of();
        }
    }
}
