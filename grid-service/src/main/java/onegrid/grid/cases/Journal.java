package onegrid.grid.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * What the last verbs did to a case, until {@link GridCases#keep} stores it: history rows, promised due times, calls to
 * the reporter, and events to tell.
 */
final class Journal {
    private final List<CaseStep> steps = new ArrayList<>();
    private final List<CasePromise> promises = new ArrayList<>();
    private final List<CaseCallBack> calls = new ArrayList<>();
    private final List<CaseEvent> told = new ArrayList<>();

    void add(CaseStep step, CaseEvent event) {
        steps.add(step);
        told.add(event);
    }

    void add(CasePromise promise) {
        promises.add(promise);
    }

    void add(CaseCallBack call) {
        calls.add(call);
    }

    /** For what is told once, as the last of several moves in one breath. */
    void tellOnlyWhatFollows() {
        told.clear();
    }

    List<CaseStep> takeSteps() {
        return take(steps);
    }

    List<CasePromise> takePromises() {
        return take(promises);
    }

    List<CaseCallBack> takeCalls() {
        return take(calls);
    }

    List<CaseEvent> takeEvents() {
        return take(told);
    }

    private static <T> List<T> take(List<T> from) {
        var taken = List.copyOf(from);
        from.clear();
        return taken;
    }
}
