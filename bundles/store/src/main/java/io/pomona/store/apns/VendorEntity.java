package io.pomona.store.apns;

import io.pomona.api.apns.PushRequestStore.VendorPair;
import io.pomona.store.sql.ByteLists;
import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The MDM vendor certificate with its key, sealed; one row. */
@Entity(name = "Vendor")
@Table(name = "apns_vendor")
public class VendorEntity {
  static final long ONLY = 1;

  @Id private long id;

  @Lob
  @Column(name = "sealed_key")
  private byte[] sealedKey;

  @Lob private byte[] chain;

  @Column(name = "saved_at")
  private long savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  static VendorEntity empty() {
    VendorEntity entity = new VendorEntity();
    entity.id = ONLY;
    return entity;
  }

  void take(VendorPair pair) {
    sealedKey = pair.sealedKey();
    chain = ByteLists.join(pair.chain());
    savedAt = Micros.of(pair.savedAt());
    savedBy = pair.savedBy();
  }

  VendorPair toPair() {
    return new VendorPair(sealedKey, ByteLists.split(chain), Micros.instant(savedAt), savedBy);
  }
}
