package onegrid.kit.command;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A write of the API. Inside the method's transaction it honours {@code Idempotency-Key} (a repeat gives the first
 * answer back) and leaves a row in the audit trail. Goes with {@code @Transactional} on the same method.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Command {
    /** The name in the audit trail: {@code case.dispatch}. */
    @Nonbinding
    String value();
}
