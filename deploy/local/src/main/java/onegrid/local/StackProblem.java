package onegrid.local;

/** Something that a person has to put right before the stack can run; the message names it and says how. */
public final class StackProblem extends RuntimeException {
    public StackProblem(String message) {
        super(message);
    }

    public StackProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
