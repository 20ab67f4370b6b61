package onegrid.grid.photos;

import java.util.Optional;
import java.util.UUID;

/** Where the bytes of photos lie; docs/adr/0006-photos.md says why PostgreSQL and what an S3 store would need. */
interface PhotoStore {
    /** Joins the transaction of the upload. */
    void put(UUID id, byte[] content);

    Optional<byte[]> get(UUID id);
}
