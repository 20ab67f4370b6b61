package onegrid.grid.divisions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import onegrid.kit.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A tree of any size from one file, row by row into a table of its own (COPY), judged there as a whole and then taken
 * over: 660 000 rows need no more memory than one.
 */
@ApplicationScoped
class DivisionImport {
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;
    private static final int LONGEST_NAME = 100;
    private static final long PART = 50_000;
    private static final long TURN = 0x64697673L; // "divs"
    private static final List<String> COLUMNS = List.of("code", "name", "parent_code");
    /** Above a province there is the nation, written in more than one way. */
    private static final Set<String> NATION = Set.of("", "0", "00", "86", "000000", "100000");
    /** More bad rows than these mean another file. */
    static final int MOST_BAD_ROWS = 10_000;

    private final DataSource database;

    DivisionImport(DataSource database) {
        this.database = database;
    }

    /** {@code line} as an editor counts. */
    record BadRow(long line, String code, String field, String reason) {}

    /** @param badRows the first 10 000, by line; while there is one nothing is changed */
    record Result(
            boolean dryRun,
            boolean passed,
            long rows,
            long added,
            long changed,
            long unchanged,
            List<BadRow> badRows) {}

    /** Joins the caller's transaction. */
    Result run(InputStream body, boolean dryRun) {
        try (var connection = database.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create temporary table division_read (line bigint, code text collate \"C\", name text,"
                                + " parent_code text collate \"C\", level int) on commit drop");
            }
            var bad = new ArrayList<BadRow>();
            var rows = copy(connection, body, bad);
            try (var statement = connection.createStatement()) {
                statement.execute("create index on division_read (code)");
                statement.execute("analyze division_read");
            }
            bad.addAll(badRows(connection));
            bad.sort(java.util.Comparator.comparingLong(BadRow::line));
            if (!bad.isEmpty()) {
                return new Result(
                        dryRun,
                        false,
                        rows,
                        0,
                        0,
                        rows,
                        List.copyOf(bad.subList(0, Math.min(bad.size(), MOST_BAD_ROWS))));
            }
            var added = count(connection, "where d.code is null");
            var changed = count(
                    connection,
                    "where d.name <> r.name or d.code is not null and d.parent_code is distinct from nullif(r.parent_code, '')");
            if (!dryRun && added > 0) {
                insert(connection);
            }
            if (!dryRun && changed > 0) {
                change(connection);
            }
            return new Result(dryRun, true, rows, added, changed, rows - added - changed, List.of());
        } catch (SQLException e) {
            throw new IllegalStateException("divisions could not be imported", e);
        }
    }

    private static long copy(Connection connection, InputStream body, List<BadRow> bad) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy division_read from stdin with (format text)");
        try (var csv = parser(body)) {
            var missing = COLUMNS.stream()
                    .filter(column -> !csv.getHeaderMap().containsKey(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw Problem.invalid("divisions.csv", "lacks the columns " + missing);
            }
            var rows = 0L;
            for (var row : csv) {
                rows++;
                read(row, csv.getCurrentLineNumber(), bad, copy);
            }
            copy.endCopy();
            if (rows == 0) {
                throw Problem.invalid("divisions.csv", "has no rows");
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.invalid("divisions.csv", reason(e));
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "is not UTF-8 text";
            }
        }
        return "is not a CSV file in UTF-8 that could be read to its end";
    }

    /** Plain or packed with gzip, with or without the mark that Excel puts in front. */
    private static CSVParser parser(InputStream body) throws IOException {
        var bytes = new PushbackInputStream(body, 3);
        var head = bytes.readNBytes(3);
        bytes.unread(head);
        var packed = head.length > 1 && (head[0] & 0xff) == GZIP_1 && (head[1] & 0xff) == GZIP_2;
        var text = new PushbackInputStream(packed ? new GZIPInputStream(bytes, 65536) : bytes, 3);
        var mark = text.readNBytes(3);
        if (!(mark.length == 3 && (mark[0] & 0xff) == 0xef && (mark[1] & 0xff) == 0xbb && (mark[2] & 0xff) == 0xbf)) {
            text.unread(mark);
        }
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()));
    }

    private static void read(CSVRecord row, long line, List<BadRow> bad, CopyIn copy) throws SQLException {
        if (!row.isConsistent()) {
            bad(bad, line, row.get(0), null, "the line has " + row.size() + " fields, not as many as the header");
            return;
        }
        var code = row.get("code").strip();
        var name = row.get("name").strip();
        var parent = row.get("parent_code").strip();
        var readable = true;
        if (!DivisionCode.isOne(code)) {
            bad(bad, line, code, "code", "is not a division code: 2, 4, 6, 9 or 12 digits");
            readable = false;
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf(0) >= 0) {
            bad(bad, line, code, "name", "is empty, longer than " + LONGEST_NAME + " characters or no text");
            readable = false;
        }
        if (readable) {
            var division = new DivisionCode(code);
            var above = division.level() == 1 && NATION.contains(parent) ? "" : parent;
            if (!above.isEmpty() && !(DivisionCode.isOne(above) && division.liesIn(new DivisionCode(above)))) {
                bad(bad, line, code, "parent_code", above + " is not a division in which " + code + " can lie");
                above = "\\N"; // the row stays, so that its own parts are not told as bad too
            }
            var text = line + "\t" + code + "\t" + escaped(name) + "\t" + above + "\t" + division.level() + "\n";
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static void bad(List<BadRow> bad, long line, String code, String field, String reason) {
        if (bad.size() < MOST_BAD_ROWS) {
            bad.add(new BadRow(line, code, field, reason));
        }
    }

    /** What only the whole file tells. A file may begin anywhere: the rows of its highest level need no parent in it. */
    private static List<BadRow> badRows(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("""
            with top as (select min(level) as level from division_read)
            select line, code, 'code', 'is used more than once: it stands in line ' || first from (
                select line, code, min(line) over (partition by code) as first from division_read) doubles
              where line > first
            union all
            select r.line, r.code, 'parent_code',
                   case r.parent_code when '' then 'is empty' else r.parent_code || ' does not exist' end
              from division_read r, top
              where r.level > top.level and r.parent_code is not null
                and not exists (select 1 from division_read p where p.code = r.parent_code)
                and not exists (select 1 from division d where d.code = r.parent_code)
            order by 1 limit ?""")) {
            query.setInt(1, MOST_BAD_ROWS);
            var found = query.executeQuery();
            var bad = new ArrayList<BadRow>();
            while (found.next()) {
                bad.add(new BadRow(found.getLong(1), found.getString(2), found.getString(3), found.getString(4)));
            }
            return bad;
        }
    }

    private static long count(Connection connection, String condition) throws SQLException {
        try (var query = connection.prepareStatement(
                "select count(*) from division_read r left join division d on d.code = r.code " + condition)) {
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    /** In the order of the code, and in parts: no statement may take longer than the connection waits. */
    private static void insert(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into division (code, name, parent_code, level)
                select code, name, nullif(parent_code, ''), level from division_read r
                where code >= ? and code < ? and not exists (select 1 from division d where d.code = r.code)
                order by code""");
                var statement = connection.createStatement()) {
            var cuts = new ArrayList<String>();
            var found = statement.executeQuery("select code from (select code, row_number() over (order by code) as n"
                    + " from division_read) numbered where n % " + PART + " = 1");
            while (found.next()) {
                cuts.add(found.getString(1));
            }
            cuts.add(":"); // after every digit
            for (var i = 0; i + 1 < cuts.size(); i++) {
                insert.setString(1, cuts.get(i));
                insert.setString(2, cuts.get(i + 1));
                insert.executeUpdate();
            }
            statement.execute("analyze division");
        }
    }

    private static void change(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update division d set name = r.name, parent_code = nullif(r.parent_code, '')
                    from division_read r
                    where r.code = d.code
                      and (d.name <> r.name or d.parent_code is distinct from nullif(r.parent_code, ''))""");
        }
    }
}
