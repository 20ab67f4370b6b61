package onegrid.grid.divisions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The administrative tree: every question is answered by an index, however large the tree is. */
@ApplicationScoped
class Divisions {
    private static final String SELECT = "select d.code, d.name, d.parent_code, d.level,"
            + " (select count(*) from division c where c.parent_code = d.code) from division d ";

    /** Unicode's last, so that all that begins with a text lies before the text with it. */
    private static final String LAST_CHARACTER = "\udbff\udfff";

    /** @param level 1 province, 2 city, 3 county, 4 street, 5 community or village */
    record Division(String code, String name, String parentCode, int level, int children) {}

    private final DataSource database;

    Divisions(DataSource database) {
        this.database = database;
    }

    boolean isEmpty() {
        return read(SELECT + "limit 1", query -> {}).isEmpty();
    }

    Optional<Division> find(String code) {
        return read(SELECT + "where d.code = ?", query -> query.setString(1, code)).stream()
                .findFirst();
    }

    /** By code, those after this one. */
    List<Division> in(String parent, String after, int limit) {
        return read(SELECT + "where d.parent_code = ? and d.code > ? order by d.code limit ?", query -> {
            query.setString(1, parent);
            query.setString(2, after);
            query.setInt(3, limit);
        });
    }

    /** The highest level there is: the provinces, or where one's own file begins. */
    List<Division> roots(String after, int limit) {
        return read(
                SELECT + "where d.level < 5 and d.level = (select min(level) from division where level < 5)"
                        + " and d.code > ? order by d.code limit ?",
                query -> {
                    query.setString(1, after);
                    query.setInt(2, limit);
                });
    }

    /** Whose code begins so. */
    List<Division> coded(String digits, String within, String after, int limit) {
        return read(SELECT + "where d.code like ? and d.code like ? and d.code > ? order by d.code limit ?", query -> {
            query.setString(1, digits + "%");
            query.setString(2, within + "%");
            query.setString(3, after);
            query.setInt(4, limit);
        });
    }

    /** Whose name begins so, by name and code. */
    List<Division> named(String text, String within, String afterName, String after, int limit) {
        return read(
                SELECT + "where (d.name, d.code) > (?, ?) and d.name < ? and d.code like ?"
                        + " order by d.name, d.code limit ?",
                query -> {
                    query.setString(1, afterName.isEmpty() ? text : afterName);
                    query.setString(2, after);
                    query.setString(3, text + LAST_CHARACTER);
                    query.setString(4, within + "%");
                    query.setInt(5, limit);
                });
    }

    /** From the province down, without the division itself. */
    List<Division> above(String code) {
        return read("""
                with recursive up as (
                    select d.*, 0 as steps from division d where d.code = ?
                    union all
                    select d.*, up.steps + 1 from division d join up on d.code = up.parent_code where up.steps < 6)
                select code, name, parent_code, level, 0 from up where steps > 0 order by steps desc""", query -> query.setString(1, code));
    }

    /** The file that an import reads, row by row. */
    void write(String within, OutputStream out) throws IOException {
        try (var connection = database.getConnection()) {
            out.write("code,name,parent_code\n".getBytes(StandardCharsets.UTF_8));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select code, name, coalesce(parent_code, '') from division where code like '"
                                    + within
                                    + "%' order by level, code) to stdout with (format csv)", // digits, checked before
                            out);
        } catch (SQLException e) {
            throw new IllegalStateException("divisions could not be read", e);
        }
    }

    private interface Binding {
        void to(PreparedStatement query) throws SQLException;
    }

    private List<Division> read(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            binding.to(query);
            var found = query.executeQuery();
            var divisions = new ArrayList<Division>();
            while (found.next()) {
                divisions.add(new Division(
                        found.getString(1), found.getString(2), found.getString(3), found.getInt(4), found.getInt(5)));
            }
            return divisions;
        } catch (SQLException e) {
            throw new IllegalStateException("divisions could not be read", e);
        }
    }
}
