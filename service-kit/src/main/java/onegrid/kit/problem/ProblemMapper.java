package onegrid.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.kit.scope.Trace;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where an exception becomes an answer. Never a class name, never an exception's text from below. Public,
 * because a service's generated classes call it from another class loader.
 */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Map<Integer, String> WORDS = Map.of(
            400, "bad-parameter",
            401, "unauthenticated",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            503, "unavailable");

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return ProblemResponse.of(problem);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
                .toList();
        var detail = errors.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; "));
        return ProblemResponse.of(new Problem(400, "validation", detail).with("errors", errors));
    }

    /** The path without the method's name and its argument: {@code point.longitude}. */
    private static String field(ConstraintViolation<?> violation) {
        var names = new java.util.ArrayList<String>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getName() == null) {
                continue;
            }
            var index = node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR -> {}
                default -> names.add(index.isEmpty() ? node.getName() : index + "." + node.getName());
            }
        }
        // A body parameter is named by the method ("request"), a query parameter stands alone.
        return String.join(".", names.size() > 1 ? names.subList(1, names.size()) : names);
    }

    /** Before Quarkus's own mapper, which answers in another form. */
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    public Response mismatched(MismatchedInputException mismatched) {
        return json(mismatched);
    }

    /** A body that names a member again when all are there already. What cannot be written is our own mistake. */
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    public Response undefined(InvalidDefinitionException undefined) {
        return undefined.getProcessor() instanceof JsonGenerator ? anything(undefined) : json(undefined);
    }

    @ServerExceptionMapper
    public Response json(JacksonException broken) {
        if (broken instanceof JsonMappingException mapping && !(broken.getCause() instanceof JsonParseException)) {
            if (mapping.getCause() instanceof Problem problem) {
                return ProblemResponse.of(problem);
            }
            var field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("."));
            if (!field.isEmpty()) {
                var message = broken instanceof UnrecognizedPropertyException
                        ? "is not a known field"
                        : "does not have the right type or form";
                return ProblemResponse.of(Problem.invalid(field, message));
            }
        }
        return ProblemResponse.of(new Problem(400, "malformed-json", "The body is not the JSON this address expects"));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException nobody) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response failed(AuthenticationFailedException failed) {
        return unauthenticated();
    }

    private static Response unauthenticated() {
        return Response.fromResponse(ProblemResponse.of(
                        new Problem(401, "unauthenticated", "Sign in, or send a valid bearer token of this district")))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return ProblemResponse.of(Problem.forbidden("Your post may not do this"));
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    public Response concurrent(RuntimeException conflict) {
        return ProblemResponse.of(concurrentChange());
    }

    private static Problem concurrentChange() {
        return new Problem(409, "concurrent-change", "Somebody else changed this at the same moment: read it again");
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException web) {
        if (web.getResponse().hasEntity() || web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        if (web.getCause() instanceof JacksonException broken) {
            return json(broken);
        }
        var status = web.getResponse().getStatus();
        var detail =
                switch (status) {
                    case 400 -> "A parameter or the body does not have the right form";
                    case 404 -> "There is nothing at this address, or a parameter of it does not have the right form";
                    case 405 -> "This address does not take this method";
                    case 406 -> "This address does not answer in a form that Accept names";
                    case 413 -> "The body is too large";
                    case 415 -> "This address does not take this content type";
                    default -> "The request could not be answered";
                };
        var problem = new Problem(status, WORDS.getOrDefault(status, "bad-parameter"), detail);
        return ProblemResponse.of(problem, Optional.ofNullable(web.getResponse().getHeaderString("Allow")));
    }

    @ServerExceptionMapper
    public Response anything(Throwable thrown) {
        return ProblemResponse.of(judged(thrown));
    }

    /**
     * What a failure means to the caller. For an address that answers in another form than problem+json, so that it says
     * the same as all others: away for a while is 503, never 500.
     */
    public static Problem judged(Throwable thrown) {
        if (find(thrown, Problem.class) instanceof Problem problem) {
            return problem;
        }
        if (find(thrown, OptimisticLockException.class) != null || find(thrown, StaleStateException.class) != null) {
            return concurrentChange();
        }
        if (Unavailable.isCauseOf(thrown)) {
            LOG.warnf("A part is unavailable: %s", Unavailable.words(thrown));
            return new Problem(
                    503, "unavailable", "A part of the system is not reachable right now; nothing was stored");
        }
        if ("23505".equals(sqlState(thrown))) { // a unique key decides a race, or a repeat that came after days
            return new Problem(409, "stored-before", "The same was stored before; nothing is stored twice");
        }
        if (UNSTORABLE.contains(sqlState(thrown))) {
            return new Problem(400, "bad-parameter", "A value cannot be stored in this form");
        }
        if (thrown instanceof IOException && String.valueOf(thrown.getMessage()).contains("multipart")) {
            return new Problem(400, "bad-parameter", "The parts of the form are broken off");
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(thrown, "Unexpected, incident=%s", incident);
        return new Problem(500, "unexpected", "Something failed that should not; tell the operator the incident")
                .with("incident", incident);
    }

    private static Throwable find(Throwable thrown, Class<? extends Throwable> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    /** Text that PostgreSQL refuses (an encoding, a number out of range): the caller's mistake, not ours. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P02", "22003", "22001", "22P05", "22008");

    /** What PostgreSQL said; empty where it said nothing. */
    private static String sqlState(Throwable thrown) {
        return find(thrown, SQLException.class) instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
    }

    /** Renders a problem; kept apart so that filters outside JAX-RS can use it too. */
    static final class ProblemResponse {
        static Response of(Problem problem) {
            return of(problem, Optional.empty());
        }

        static Response of(Problem problem, Optional<String> allow) {
            var answer = Response.status(problem.status())
                    .type("application/problem+json")
                    .entity(body(problem));
            allow.ifPresent(methods -> answer.header("Allow", methods));
            if (problem.status() == 503 || problem.status() == 429) {
                answer.header("Retry-After", problem.more().getOrDefault("retryAfter", 2));
            }
            return answer.build();
        }

        private static Map<String, Object> body(Problem problem) {
            var body = new LinkedHashMap<String, Object>();
            body.put("type", "/problems/" + problem.type());
            body.put("title", title(problem.status()));
            body.put("status", problem.status());
            body.put("detail", problem.getMessage());
            body.putAll(problem.more());
            if (Trace.request() instanceof String request) {
                body.put("requestId", request);
            }
            return body;
        }

        private static String title(int status) {
            var known = Response.Status.fromStatusCode(status);
            return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Error";
        }
    }
}
