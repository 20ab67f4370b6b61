package onegrid.grid.matters;

import java.util.List;

/** The reports the product learns from; made up, no person behind them ({@code district/reports.csv}). */
record SampleReport(String text, String matterCode) {
    static List<SampleReport> read() {
        return Catalogue.records("/district/reports.csv")
                .map(line -> new SampleReport(line.get("text"), line.get("code")))
                .toList();
    }
}
