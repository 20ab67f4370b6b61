package onegrid.kit.directive;

import onegrid.kit.scope.Caller;

/** What a service does for a directive: the part that is its own. Exactly one bean per service. */
public interface DirectivePart {
    /** In the transaction in which the directive is stored: work orders, call-ups, lists of who is near. */
    void received(Directive directive);

    /** After the brain asked again; by default nothing more. */
    default void receivedAgain(Directive directive) {}

    /** Before a person completes it: throw a Problem when something that must be there is missing, such as the note. */
    default void completing(Directive directive, String note) {}

    /** The brain took it back. */
    default void withdrawn(Directive directive) {}

    /** The service's own part of the task as JSON. */
    Object detail(Directive directive);

    /**
     * Condition (HQL, alias {@code d}) on what this caller may see, by default the grid scope; complaints about the caller
     * are left out already.
     */
    default String visible(Caller caller) {
        return caller.scope().condition("d.gridCode");
    }
}
