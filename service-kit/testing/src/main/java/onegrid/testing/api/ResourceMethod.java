package onegrid.testing.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;

/** The Java method behind an operation: found by class, method of HTTP and path. */
record ResourceMethod(Class<?> resource, Method method) {
    private static final Set<Class<? extends Annotation>> NOT_THE_BODY = Set.of(
            QueryParam.class,
            PathParam.class,
            HeaderParam.class,
            CookieParam.class,
            FormParam.class,
            BeanParam.class,
            Context.class);

    /** @param operationId {@code onegrid.grid.cases.DeskResource_dispatch} */
    static Optional<ResourceMethod> of(String operationId, String http, String path) {
        try {
            var type = Class.forName(
                    operationId.substring(0, operationId.lastIndexOf('_')),
                    false,
                    Thread.currentThread().getContextClassLoader());
            return Stream.<Class<?>>iterate(type, one -> one != null && one != Object.class, Class::getSuperclass)
                    .flatMap(one -> Stream.of(one.getDeclaredMethods()))
                    .filter(one -> !one.isBridge() && !one.isSynthetic() && speaks(one, http))
                    .filter(one -> ends(path, one))
                    .max(java.util.Comparator.comparingInt(one -> suffix(one).length()))
                    .map(one -> new ResourceMethod(type, one));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean speaks(Method method, String http) {
        return Arrays.stream(method.getAnnotations())
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(one -> one != null && one.value().equalsIgnoreCase(http));
    }

    private static boolean ends(String path, Method method) {
        return path.endsWith(suffix(method));
    }

    /** {@code /{code}/teams} without the patterns of parameters. */
    private static String suffix(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
    }

    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Stream.<AnnotatedElement>of(method, resource, method.getDeclaringClass())
                .map(where -> where.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The type of the body, if the operation takes one. */
    Optional<Type> body(String path) {
        return Arrays.stream(method.getParameters())
                .filter(one -> NOT_THE_BODY.stream().noneMatch(one::isAnnotationPresent))
                .filter(one -> !path.contains("{" + one.getName() + "}"))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    /** Answers in Java, in the order in which they are described. */
    List<Type> answers(String status) {
        var schema = method.getAnnotation(APIResponseSchema.class);
        if (schema != null && schema.responseCode().equals(status)) {
            return List.of(schema.value());
        }
        var responses = method.getAnnotation(APIResponses.class);
        var all = responses != null ? responses.value() : method.getAnnotationsByType(APIResponse.class);
        var described = Arrays.stream(all)
                .filter(one -> one.responseCode().equals(status))
                .flatMap(one -> Arrays.stream(one.content()))
                .flatMap(content -> content.schema().oneOf().length > 0
                        ? Arrays.stream(content.schema().oneOf())
                        : Stream.of(content.schema().implementation()))
                .map(Type.class::cast)
                .toList();
        return !described.isEmpty() || method.getReturnType() == Response.class
                ? described
                : List.of(method.getGenericReturnType());
    }

    /** A write that honours Idempotency-Key. By name: the kit is not on this module's class path. */
    boolean commands() {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(one -> one.annotationType().getName().equals("onegrid.kit.command.Command"));
    }
}
