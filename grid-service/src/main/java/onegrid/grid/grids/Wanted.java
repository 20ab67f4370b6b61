package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody wants to publish. Kept as it was asked, and worked out on the grids of the day it comes into force. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wanted.Operations.class, name = "OPERATIONS"),
    @JsonSubTypes.Type(value = Wanted.Files.class, name = "IMPORT")
})
sealed interface Wanted {
    GridDraft on(Past past);

    String kind();

    /** As versions show it. */
    String source();

    record Operations(List<Operation> operations, boolean acceptGaps) implements Wanted {
        @Override
        public GridDraft on(Past past) {
            return GridDraft.of(operations, past, acceptGaps);
        }

        @Override
        public String kind() {
            return "OPERATIONS";
        }

        @Override
        public String source() {
            return "change set";
        }
    }

    /**
     * @param texts content of the files by name; what is missing is taken from the grids of that day
     * @param from "upload", "folder" or "bundled sample"
     */
    record Files(Map<String, String> texts, DistrictFiles.Expected expected, boolean acceptGaps, String from)
            implements Wanted {
        @Override
        public GridDraft on(Past past) {
            var files = DistrictFiles.read(name -> text(name, past), expected);
            if (!texts.containsKey(DistrictFiles.SHAPES)) {
                // The shapes in force stand in; one that the new rows no longer need is no mistake of theirs.
                var codes = files.lines().stream().map(line -> line.get("code")).collect(Collectors.toSet());
                files.shapes().keySet().retainAll(codes);
            }
            return GridDraft.of(files, past, acceptGaps);
        }

        private String text(String name, Past past) {
            var rows = past.inForce().values();
            return texts.containsKey(name)
                    ? texts.get(name)
                    : switch (name) {
                        case DistrictFiles.GRIDS -> texts.containsKey(DistrictFiles.SHAPES) ? null : GridText.csv(rows);
                        case DistrictFiles.SHAPES -> GridText.geoJson(rows);
                        case DistrictFiles.OUTLINE -> GridText.outline(rows);
                        case DistrictFiles.OFFICES -> GridText.offices(rows);
                        default -> DistrictFiles.bundledText(name);
                    };
        }

        @Override
        public String kind() {
            return "IMPORT";
        }

        @Override
        public String source() {
            return from;
        }
    }
}
