package onegrid.grid.figures;

/**
 * What figures are counted over: rows of SQL, each with its case ({@code c}), the time that puts it into a period, and
 * the unit it is about. One row is one thing counted, so a list of a basis has as many rows as its figures say.
 */
enum Basis {
    /** Filed cases whose due time has come; what is suspended (缓办) has left, what ended without handling never came. */
    DUE(
            "grid_case c",
            "c.due_at",
            "c.lead_unit",
            "''",
            "c.filed_at is not null and c.master_id is null and c.due_at <= {now} and c.status <> 'SUSPENDED' and not "
                    + Basis.ENDED),
    REPORTED("grid_case c", "c.reported_at", "c.lead_unit", "''", "true"),
    /** Each time a case was given to a unit. */
    GIVEN(
            "case_dispatch e join grid_case c on c.id = e.case_id",
            "e.at",
            "e.unit",
            "lpad(cast(e.seq as text), 9, '0')",
            "true"),
    /** Closed, with the reporter's newest valid call-back; a duplicate's reporter is asked about the master's unit. */
    CLOSED(
            "grid_case c left join lateral (select f.at, f.solved, f.score from case_call_back f"
                    + " where f.case_id = c.id and f.result = 'VALID' order by f.seq desc limit 1) b on true",
            "c.closed_at",
            "case when c.master_id is null then c.lead_unit"
                    + " else (select m.lead_unit from grid_case m where m.id = c.master_id) end",
            "''",
            Basis.FINISHED),
    /** Reporters who are to be contacted. */
    CONTACT("grid_case c", "c.contact_by", "c.lead_unit", "''", "c.master_id is null and not " + Basis.ENDED),
    /** 吹哨报到: each unit that was called to a joint case, the one that leads it too. */
    CALLED(
            "(select p.case_id, p.unit, p.asked_at as at, p.arrived_at, p.done_at, true as helps from case_co_unit p"
                    + " union all select d.case_id, d.unit, d.at,"
                    + " case when l.arrived_at >= d.at then l.arrived_at end,"
                    + " case when l.feedback_at >= d.at then l.feedback_at end, false"
                    + " from case_dispatch d join grid_case l on l.id = d.case_id where d.answer = 'ACCEPTED'"
                    + " and exists (select from case_co_unit o where o.case_id = d.case_id))"
                    + " e join grid_case c on c.id = e.case_id",
            "e.at",
            "e.unit",
            "e.unit || case when e.helps then '' else '+' end",
            "not " + Basis.ENDED);

    static final String ENDED = "c.status in ('REJECTED', 'DIVERTED', 'MERGED', 'CANCELLED')";
    /** 合并: what was handled was handled for the master. */
    static final String OWN = "c.master_id is null";

    static final String FINISHED = "c.status in ('CLOSED', 'EVALUATED', 'ARCHIVED')";

    final String from;
    /** The time that puts a row into a period. */
    final String at;

    final String unit;
    /** Tells rows of one case and time apart. */
    final String line;

    final String always;

    Basis(String from, String at, String unit, String line, String always) {
        this.from = from;
        this.at = at;
        this.unit = unit;
        this.line = line;
        this.always = always;
    }
}
