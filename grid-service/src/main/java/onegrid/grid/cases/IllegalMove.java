package onegrid.grid.cases;

import onegrid.kit.problem.Problem;

/** The table of moves has no such move. */
final class IllegalMove extends Problem {
    IllegalMove(CaseRecord gridCase, String command) {
        super(
                409,
                "illegal-transition",
                "Case " + gridCase.number + " is " + gridCase.status + " and does not take '" + command + "'");
        with("allowed", gridCase.status.next());
    }
}
