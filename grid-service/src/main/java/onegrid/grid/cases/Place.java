package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import onegrid.grid.grids.Grid;

/** The grid of a case in the version in force when it was filed (G6); boundaries may change later. */
@Embeddable
record Place(
        @Column(name = "grid_code") String code,
        @Column(name = "grid_name") String name,
        @Column(name = "grid_path") String path,
        String headPost,
        @Column(name = "head_phone") String phone,
        String communityCode,
        String communityName,
        @Column(name = "grid_version") Integer version) {
    static Place of(Grid grid) {
        return new Place(
                grid.code(),
                grid.name(),
                grid.path(),
                grid.headPost(),
                grid.contactPhone(),
                grid.communityCode(),
                grid.communityName(),
                grid.version());
    }
}
