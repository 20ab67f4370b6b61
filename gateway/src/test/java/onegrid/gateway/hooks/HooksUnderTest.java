package onegrid.gateway.hooks;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Webhooks in a hurry, to receivers on this machine. */
public class HooksUnderTest implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "onegrid.hooks.allowed-targets", "127.0.0.1, receiver.example:8443",
                "onegrid.hooks.pauses", "100MS,200MS,400MS,800MS",
                "onegrid.hooks.connect-timeout", "1S",
                "onegrid.hooks.answer-timeout", "1S",
                "onegrid.hooks.per-owner", "40");
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
