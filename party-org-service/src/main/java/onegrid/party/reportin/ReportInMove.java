package onegrid.party.reportin;

import java.util.stream.Stream;
import onegrid.kit.problem.Problem;

/** The commands that move a report-in, as the last word of their address. */
enum ReportInMove {
    CONFIRM("confirm", ReportInStatus.CONFIRMED),
    ASSIGN("assign", ReportInStatus.ASSIGNED),
    ACTIVATE("activate", ReportInStatus.ACTIVE),
    PAUSE("pause", ReportInStatus.PAUSED),
    END("end", ReportInStatus.ENDED);

    final String word;
    final ReportInStatus to;

    ReportInMove(String word, ReportInStatus to) {
        this.word = word;
        this.to = to;
    }

    static ReportInMove of(String word) {
        return Stream.of(values())
                .filter(move -> move.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Command " + word));
    }
}
