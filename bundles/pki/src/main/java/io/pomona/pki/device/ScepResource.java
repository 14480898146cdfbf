package io.pomona.pki.device;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.rest.DeviceResource;
import io.pomona.pki.DeviceKeyRing;
import io.pomona.pki.PkiConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SCEP (RFC 8894) as Macs speak it. */
@Component(service = DeviceResource.class, configurationPid = PkiConfig.PID)
@Path("apple/scep")
public final class ScepResource implements DeviceResource {
  private static final int MAX_BODY = 2 << 20;
  private static final long PATIENCE_SECONDS = 8;
  private static final String CAPABILITIES =
      "Renewal\nSHA-1\nSHA-256\nSHA-512\nAES\nDES3\nSCEPStandard\nPOSTPKIOperation\n";

  private final PushCertificates pushCertificates;
  private final CertificateAuthority authority;
  private final DeviceKeyRing ring;
  private final ScepResponder responder;
  private final Semaphore places =
      new Semaphore(2 * Math.max(1, Runtime.getRuntime().availableProcessors()));

  @Activate
  public ScepResource(
      @Reference PushCertificates pushCertificates,
      @Reference CertificateAuthority authority,
      @Reference DeviceKeyRing ring,
      @Reference CertificateStore certificates,
      @Reference EnrollmentStore enrollments,
      @Reference DeviceSignatures signatures,
      PkiConfig config) {
    this(
        pushCertificates,
        authority,
        ring,
        certificates,
        enrollments,
        signatures,
        Duration.ofDays(config.device_certificate_days()),
        Clock.systemUTC());
  }

  public ScepResource(
      PushCertificates pushCertificates,
      CertificateAuthority authority,
      DeviceKeyRing ring,
      CertificateStore certificates,
      EnrollmentStore enrollments,
      DeviceSignatures signatures,
      Duration life,
      Clock clock) {
    this.pushCertificates = pushCertificates;
    this.authority = authority;
    this.ring = ring;
    IdentityIssue identities = new IdentityIssue(authority, certificates, ring, life, clock);
    IdentityRenewal renewals =
        new IdentityRenewal(signatures, enrollments, certificates, identities, clock);
    this.responder = new ScepResponder(ring, authority, identities, renewals, clock);
  }

  @GET
  public Response get(
      @QueryParam("operation") @DefaultValue("") String operation,
      @QueryParam("message") @DefaultValue("") String message) {
    requireMdm();
    return switch (operation) {
      case "PKIOperation" -> pkiOperation(decoded(message));
      default -> authorityInformation(operation, message);
    };
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response post(
      @QueryParam("operation") @DefaultValue("") String operation, byte[] message) {
    requireMdm();
    return switch (operation) {
      // Without a body some JAX-RS servers hand over null.
      case "PKIOperation" ->
          pkiOperation(Optional.ofNullable(message).orElseGet(() -> new byte[0]));
      default -> authorityInformation(operation, "");
    };
  }

  private void requireMdm() {
    if (pushCertificates.current().isEmpty()) {
      throw MdmException.forbidden("enrollment.mdm_off", "MDM not configured");
    }
  }

  private Response authorityInformation(String operation, String message) {
    return switch (operation) {
      case "GetCACaps" -> Response.ok(CAPABILITIES, MediaType.TEXT_PLAIN).build();
      case "GetCACert" -> authorityCertificate(message);
      default ->
          throw MdmException.malformed(
              "pki.scep_operation", "The operation must be GetCACaps, GetCACert or PKIOperation.");
    };
  }

  // A profile that was made before the CA was rolled pins the CA that it names.
  private Response authorityCertificate(String name) {
    ScepCertificates certificates =
        ring.named(name)
            .filter(named -> !named.active())
            .map(former -> new ScepCertificates(former.issuer().chain()))
            .orElseGet(() -> ScepCertificates.of(authority, ring.active()));
    String type =
        certificates.isSingle() ? "application/x-x509-ca-cert" : "application/x-x509-ca-ra-cert";
    return Response.ok(certificates.encoded(), type).build();
  }

  private Response pkiOperation(byte[] message) {
    if (message.length > MAX_BODY) {
      throw new MdmException(
          MdmException.Kind.TOO_LARGE, "pki.scep_too_large", "The body is larger than 2 MiB.");
    }
    enter();
    try {
      return Response.ok(responder.answer(message), "application/x-pki-message").build();
    } finally {
      places.release();
    }
  }

  // RSA is dear: a flood of requests waits here instead of taking all cores from the enrolled Macs.
  private void enter() {
    try {
      if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw MdmException.unavailable("pki.scep_busy", "Too many Macs enroll at once; try again.");
  }

  // A plus sign that was not escaped has become a space on its way.
  private static byte[] decoded(String message) {
    String plain =
        message
            .strip()
            .replaceAll("[\\r\\n]", "")
            .replace(' ', '+')
            .replace('-', '+')
            .replace('_', '/');
    try {
      return Base64.getDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      throw MdmException.malformed("pki.scep_malformed", "The message is not base64.").causedBy(e);
    }
  }
}
