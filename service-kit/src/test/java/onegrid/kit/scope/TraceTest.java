package onegrid.kit.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @AfterEach
    void over() {
        MDC.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "x\ny", "ü", "onegrid=1", "{}"})
    void aMalformedIdGivesWayToTheTrace(String id) {
        Trace.begin(TRACE, id);

        assertThat(Trace.request()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @ParameterizedTest
    @CsvSource({
        "onegrid=report-7, report-7",
        "'vendor=1,onegrid=report-7', report-7",
        "'onegrid=report-7, other=2', report-7",
        "notonegrid=report-7, 0af7651916cd43dd8448eb211c80319c",
        "onegrid=, 0af7651916cd43dd8448eb211c80319c",
    })
    void anEventBringsTheIdOfItsCall(String tracestate, String request) {
        Trace.beginHeard(TRACE, tracestate);

        assertThat(Trace.request()).isEqualTo(request);
    }

    @Test
    void whatAnEventBringsIsWhatTheNextOneTakesAlong() {
        Trace.begin(TRACE, "report-7");

        assertThat(Trace.state()).isEqualTo("onegrid=report-7");
    }

    @Test
    void aTraceOfNothingButZerosIsNotBegun() {
        Trace.begin(null, "00000000-0000-0000-0000-000000000000");

        assertThat(Trace.current()).doesNotStartWith("00-00000000000000000000000000000000");
    }
}
