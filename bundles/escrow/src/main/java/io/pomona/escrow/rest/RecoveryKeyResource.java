package io.pomona.escrow.rest;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.escrow.keys.CertificateSerials;
import io.pomona.escrow.keys.KeyDisclosure;
import io.pomona.escrow.keys.KeyHistory;
import io.pomona.escrow.keys.KeyReplacement;
import io.pomona.escrow.rest.RecoveryKeyViews.HistoryAnswer;
import io.pomona.escrow.rest.RecoveryKeyViews.HostKeyAnswer;
import io.pomona.escrow.rest.RecoveryKeyViews.KeptKey;
import io.pomona.escrow.rest.RecoveryKeyViews.KeyView;
import io.pomona.escrow.rest.RecoveryKeyViews.RotationAnswer;
import io.pomona.escrow.rest.RecoveryKeyViews.RotationView;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Recovery keys of hosts: the present one, those before, and a new one. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RecoveryKeyResource implements AdminResource {
  private final KeyDisclosure disclosure;
  private final KeyHistory history;
  private final KeyReplacement replacement;
  private final EscrowCertificateStore certificates;

  @Activate
  public RecoveryKeyResource(
      @Reference KeyDisclosure disclosure,
      @Reference KeyHistory history,
      @Reference KeyReplacement replacement,
      @Reference EscrowCertificateStore certificates) {
    this.disclosure = disclosure;
    this.history = history;
    this.replacement = replacement;
    this.certificates = certificates;
  }

  @GET
  @Path("hosts/{id}/encryption_key")
  @Requires(Permission.VIEW_RECOVERY_KEYS)
  public HostKeyAnswer view(@Context Actor actor, @PathParam("id") long id) {
    return new HostKeyAnswer(id, KeyView.of(disclosure.ofHost(actor, new HostId(id))));
  }

  /** The form of 2023. */
  @GET
  @Path("mdm/hosts/{id}/encryption_key")
  @Requires(Permission.VIEW_RECOVERY_KEYS)
  public HostKeyAnswer viewAsBefore(@Context Actor actor, @PathParam("id") long id) {
    return view(actor, id);
  }

  @GET
  @Path("hosts/{id}/encryption_keys")
  @Requires(Permission.VIEW_RECOVERY_KEYS)
  public HistoryAnswer history(@Context Actor actor, @PathParam("id") long id) {
    Host host = history.host(actor, new HostId(id));
    Map<EscrowCertificateId, String> serials = CertificateSerials.of(certificates);
    return new HistoryAnswer(
        id,
        disclosure.allows(actor, host),
        history.keys(host).stream().map(key -> KeptKey.of(key, serials)).toList(),
        history.rotations(host).stream().map(RotationView::of).toList());
  }

  @POST
  @Path("hosts/{id}/encryption_key/rotate")
  @Requires(Permission.ROTATE_DEVICE_SECRETS)
  public RotationAnswer rotate(@Context Actor actor, @PathParam("id") long id) {
    return new RotationAnswer(id, RotationView.of(replacement.request(actor, new HostId(id))));
  }
}
