package onegrid.grid.duties;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A public service that a resident may ask the grid to run for (服务代办); limits are workdays.
 *
 * @param tier COMMUNITY, STREET or DISTRICT: where it is done
 * @param proxy false: it must be done in person
 * @param materials {@code shared}: the department looks it up itself (在线政务服务若干规定 Art. 7), so nobody hands it in
 */
record ServiceItem(
        String code,
        String name,
        String tier,
        String department,
        int legalLimitWorkdays,
        int promisedLimitWorkdays,
        String fee,
        List<Material> materials,
        boolean online,
        boolean proxy,
        String conditions,
        List<String> steps) {

    record Material(String name, boolean shared) {
        static Material of(String text) {
            var shared = text.endsWith("*");
            return new Material(shared ? text.substring(0, text.length() - 1) : text, shared);
        }
    }

    static ServiceItem of(CSVRecord line) {
        return new ServiceItem(
                line.get("code"),
                line.get("name"),
                line.get("tier"),
                line.get("department"),
                Integer.parseInt(line.get("legal_limit_workdays")),
                Integer.parseInt(line.get("promised_limit_workdays")),
                line.get("fee"),
                parts(line.get("materials")).stream().map(Material::of).toList(),
                Boolean.parseBoolean(line.get("online")),
                Boolean.parseBoolean(line.get("proxy")),
                line.get("conditions"),
                parts(line.get("steps")));
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
