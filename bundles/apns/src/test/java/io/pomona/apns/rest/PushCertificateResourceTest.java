package io.pomona.apns.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.organization.Actor;
import io.pomona.apns.rest.PushCertificateResource.PushPairRequest;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class PushCertificateResourceTest {
  private static final PushCertificateInfo INFO =
      new PushCertificateInfo("com.apple.mgmt.x", "APSP:x", "17", "Apple", Instant.EPOCH);

  private final OnePair pair = new OnePair();
  private final PushCertificateResource resource =
      new PushCertificateResource(pair, FakeAccess.allowingAll());

  private static final class OnePair implements PushCertificates {
    private Optional<PushCertificateInfo> loaded = Optional.empty();

    @Override
    public Optional<PushCertificateInfo> current() {
      return loaded;
    }

    @Override
    public PushCertificateInfo load(
        Actor actor, String certificatePem, Secret keyPem, boolean force) {
      loaded = Optional.of(INFO);
      return INFO;
    }
  }

  @Test
  public void thereIsNoneAtFirst() {
    MdmException none = assertThrows(MdmException.class, () -> resource.show(Fixtures.ADMIN));
    assertEquals(MdmException.Kind.NOT_FOUND, none.kind());
  }

  @Test
  public void aLoadedPairIsShownUnderBothPaths() {
    resource.load(Fixtures.ADMIN, new PushPairRequest("c", "k", false));
    assertEquals("17", resource.show(Fixtures.ADMIN).serialNumber());
    assertEquals(Instant.EPOCH, resource.showAsBefore(Fixtures.ADMIN).renewDate());
  }

  @Test
  public void missingPartsAreNamed() {
    for (PushPairRequest request :
        new PushPairRequest[] {new PushPairRequest(null, "k", false), null}) {
      MdmException refused =
          assertThrows(MdmException.class, () -> resource.load(Fixtures.ADMIN, request));
      assertEquals("certificate", refused.fields().get(0).name());
    }
  }

  @Test
  public void othersAreRefusedAndTheKeyIsNotShown() {
    PushCertificateResource closed = new PushCertificateResource(pair, FakeAccess.denyingAll());
    PushPairRequest request = new PushPairRequest("c", "canary", false);
    assertThrows(MdmException.class, () -> closed.load(Fixtures.ADMIN, request));
    assertThrows(MdmException.class, () -> closed.show(Fixtures.ADMIN));
    assertFalse(request.toString().contains("canary"));
  }
}
