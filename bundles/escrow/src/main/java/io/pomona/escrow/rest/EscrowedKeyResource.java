package io.pomona.escrow.rest;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.escrow.keys.CertificateSerials;
import io.pomona.escrow.keys.KeyDisclosure;
import io.pomona.escrow.keys.KeyDisclosure.ShownKey;
import io.pomona.escrow.keys.KeyHistory;
import io.pomona.escrow.rest.RecoveryKeyViews.KeptKey;
import io.pomona.escrow.rest.RecoveryKeyViews.KeyView;
import io.pomona.escrow.rest.RecoveryKeyViews.KeysAnswer;
import io.pomona.escrow.rest.RecoveryKeyViews.SearchedKeyAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All recovery keys that ever came, those of Macs that are gone too. */
@Component
@Path("disk_encryption/keys")
@Produces(MediaType.APPLICATION_JSON)
public final class EscrowedKeyResource implements AdminResource {
  private static final int USUAL = 100;

  private final KeyDisclosure disclosure;
  private final KeyHistory history;
  private final EscrowCertificateStore certificates;

  @Activate
  public EscrowedKeyResource(
      @Reference KeyDisclosure disclosure,
      @Reference KeyHistory history,
      @Reference EscrowCertificateStore certificates) {
    this.disclosure = disclosure;
    this.history = history;
    this.certificates = certificates;
  }

  @GET
  @Requires(Permission.EDIT_ESCROW)
  public KeysAnswer search(
      @Context Actor actor,
      @QueryParam("query") String query,
      @QueryParam("after") String after,
      @QueryParam("per_page") String perPage) {
    int limit = (int) Math.min(number("per_page", perPage, USUAL), Integer.MAX_VALUE);
    PageRequest page = new PageRequest(number("after", after, 0), 0, limit);
    List<RecoveryKey> found = history.search(actor, Optional.ofNullable(query).orElse(""), page);
    Map<EscrowCertificateId, String> serials = CertificateSerials.of(certificates);
    return new KeysAnswer(
        found.stream().map(key -> KeptKey.of(key, serials)).toList(),
        found.size() < limit ? Optional.empty() : Optional.of(found.get(limit - 1).id().value()));
  }

  private static long number(String name, String said, long usual) {
    try {
      return said == null || said.isEmpty() ? usual : Long.parseLong(said);
    } catch (NumberFormatException e) {
      throw MdmException.invalid("escrow.no_number", name, name + " is not a number.");
    }
  }

  @POST
  @Path("{id}/view")
  @Requires(Permission.EDIT_ESCROW)
  public SearchedKeyAnswer view(@Context Actor actor, @PathParam("id") long id) {
    ShownKey shown = disclosure.byId(actor, new RecoveryKeyId(id));
    return new SearchedKeyAnswer(
        id, shown.key().host().value(), shown.key().serialNumber(), KeyView.of(shown));
  }
}
