package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where deliveries may go: the open internet by https, and what the operator lists. A name is looked up at each
 * delivery and the connection goes to the very address that was judged, so a name that changes its mind gains nothing.
 */
@ApplicationScoped
class Targets {
    private static final int LONGEST = 2000;

    private final List<AllowedTarget> allowed;
    private final long patienceMillis;
    /** A look-up blocks its thread, and nobody else's. */
    private final Executor lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("hooks-lookup-", 0).factory());

    Targets(HookSettings settings) {
        this.allowed = settings.allowedTargets().orElse(List.of()).stream()
                .map(AllowedTarget::of)
                .toList();
        this.patienceMillis = settings.connectTimeout().toMillis();
    }

    /** A receiver's address, judged. */
    record Target(URI url, InetAddress address, int port) {}

    /** Why nothing may be sent there; {@link #reason} is a word, the message a sentence. */
    static final class Refused extends Exception {
        final String reason;

        Refused(String reason, String why) {
            super(why, null, false, false);
            this.reason = reason;
        }
    }

    Target judge(String text) throws Refused {
        var url = parse(text);
        var host = bare(url.getHost());
        var port = url.getPort() != -1 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        var addresses = lookUp(host);
        for (var address : addresses) {
            var listed = allowed.stream().anyMatch(target -> target.covers(host, address, port));
            if (!listed && Network.isInner(address)) {
                throw new Refused(
                        "refused-target",
                        "points to " + address.getHostAddress()
                                + ", an address inside a network: nothing is sent there unless the operator lists it");
            }
            if (!listed && url.getScheme().equals("http")) {
                throw new Refused(
                        "refused-target",
                        "must begin with https: plain http is only for hosts that the operator lists");
            }
        }
        return new Target(url, addresses[0], port);
    }

    private static URI parse(String text) throws Refused {
        try {
            var url = new URI(text);
            var scheme = url.getScheme() == null ? "" : url.getScheme();
            if (text.length() > LONGEST || !List.of("https", "http").contains(scheme) || url.getHost() == null) {
                throw malformed();
            }
            if (url.getRawUserInfo() != null
                    || url.getRawFragment() != null
                    || url.getPort() == 0
                    || url.getPort() > 65535) {
                throw malformed();
            }
            return url;
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static Refused malformed() {
        return new Refused(
                "refused-target",
                "must be an address like https://example.org/hooks, without user, password or fragment, of at most "
                        + LONGEST + " characters");
    }

    private InetAddress[] lookUp(String host) throws Refused {
        try {
            return CompletableFuture.supplyAsync(() -> resolve(host), lookups)
                    .get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refused("unknown-host", "names a host that cannot be found: " + host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("unknown-host", "could not be looked up: stopping");
        }
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String bare(String host) {
        return (host.startsWith("[") ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }
}
