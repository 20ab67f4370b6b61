package onegrid.grid.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * A report as it arrives over HTTP, not yet masked.
 *
 * @param matterCode null: suggested from the text
 * @param point excludes gridCode
 * @param complainedOf code of the unit or property company that the report complains of
 * @param severity 1 (worst) to 4, by staff only
 * @param channel null: by the caller's role
 */
record Report(
        @NotBlank @Size(min = 2, max = 2000) String text,
        @Size(max = 10) String matterCode,
        @Valid Point point,
        @Size(max = 19) String gridCode,
        @Size(max = 200) String address,
        @PositiveOrZero @Max(1_000_000) Integer peopleAffected,
        boolean injury,
        @Min(1) @Max(4) Integer severity,
        @Size(max = 40) String complainedOf,
        Channel channel,
        @Valid Person reporter,
        @Size(max = 9) List<@NotNull UUID> photos) {
    /** WGS-84 degrees. */
    record Point(
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude) {}

    record Person(
            @Size(max = 50) String name,

            @Pattern(regexp = "[0-9+() -]{5,20}", message = "is not a phone number")
            String phone,

            boolean confidential) {
        boolean isEmpty() {
            return (name == null || name.isBlank()) && (phone == null || phone.isBlank());
        }
    }
}
