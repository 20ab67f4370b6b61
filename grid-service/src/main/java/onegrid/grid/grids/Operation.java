package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step of a re-cutting. Codes that are left out are numbered: the next one under the parent that was never used.
 * Shapes are GeoJSON geometries in WGS-84 degrees.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Operation.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Operation.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Operation.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = Operation.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Operation.Reshape.class, name = "reshape"),
    @JsonSubTypes.Type(value = Operation.Create.class, name = "create")
})
@Schema(
        oneOf = {
            Operation.Split.class,
            Operation.Merge.class,
            Operation.Rename.class,
            Operation.Move.class,
            Operation.Reshape.class,
            Operation.Create.class
        })
sealed interface Operation {
    /**
     * A grid as an operation makes it.
     *
     * @param headPost null for the post of the grid before
     * @param kind of a numbered code; null for the kind of the grid before
     */
    record NewGrid(
            @Size(max = 19) String code,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 100) String headPost,
            @PositiveOrZero Integer households,
            GridKind kind,
            JsonNode shape) {
        public NewGrid {
            shape = shape == null || shape.isNull() ? null : shape; // a written null is read as a node
        }
    }

    /** The old code ends. What hangs on it goes to the part in which it lies; one part may leave its shape out. */
    record Split(
            @NotBlank String code,
            @NotEmpty @Size(min = 2, max = 50) List<@NotNull @Valid NewGrid> into) implements Operation {}

    /** The old codes end; without a shape the new grid is all of them together. */
    record Merge(
            @NotEmpty @Size(min = 2, max = 50) List<@NotBlank String> codes,
            @NotNull @Valid NewGrid into) implements Operation {}

    /** The code stays: it is the same grid. */
    record Rename(
            @NotBlank String code,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 100) String headPost) implements Operation {}

    /** Containment is prefix, so the grid and all below it get new codes; both communities' shapes follow. */
    record Move(
            @NotBlank String code,
            @NotBlank String to,
            @Size(max = 19) String newCode) implements Operation {}

    /** The code stays, the boundary does not. */
    record Reshape(@NotBlank String code, @NotNull JsonNode shape) implements Operation {}

    /** A grid on land that no grid of this level has: a mall, a new quarter. */
    record Create(@NotBlank String parent, @NotNull @Valid NewGrid grid) implements Operation {}
}
