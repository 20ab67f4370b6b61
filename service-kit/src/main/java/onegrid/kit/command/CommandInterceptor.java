package onegrid.kit.command;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.stream.Collectors;
import onegrid.kit.audit.Audit;
import onegrid.kit.scope.Caller;
import onegrid.kit.text.Sha256;

/** Runs inside the transaction (after @Transactional's 200), so that key, answer, audit and change are one. */
@Command("")
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class CommandInterceptor {
    private final Idempotency idempotency;
    private final Audit audit;
    private final Caller caller;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    CommandInterceptor(Idempotency idempotency, Audit audit, Caller caller) {
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = headers.getHeaderString("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return run(call);
        }
        var request =
                uri.getRequestUri().getRawPath() + "?" + uri.getRequestUri().getRawQuery() + arguments(call);
        return idempotency.once(caller.id(), key, request, () -> run(call));
    }

    private Object run(InvocationContext call) throws Exception {
        var answer = call.proceed();
        var name = call.getInterceptorBinding(Command.class).value();
        audit.record(caller.post(), caller.role(), caller.id(), name, uri.getPath());
        return answer;
    }

    /** The body is one of our request records, whose text is the same for the same content, or the bytes of a file. */
    private static String arguments(InvocationContext call) {
        return Arrays.stream(call.getParameters())
                .filter(argument ->
                        argument instanceof Record || argument instanceof String || argument instanceof byte[])
                .map(argument -> argument instanceof byte[] bytes ? Sha256.of(bytes) : argument.toString())
                .collect(Collectors.joining("|"));
    }
}
