package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.organization.webhooks.WebhookWish;
import io.pomona.organization.webhooks.Webhooks;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
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

/** Who is called when something happens. */
@Component(service = AdminResource.class)
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookResource implements AdminResource {
  private static final String ID = "{id: [0-9]{1,18}}";

  private final Webhooks webhooks;

  @Activate
  public WebhookResource(@Reference Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** One webhook. */
  public record WebhookAnswer(WebhookView webhook) {}

  /** Many webhooks. */
  public record WebhooksAnswer(List<WebhookView> webhooks) {}

  /** Many deliveries. */
  public record DeliveriesAnswer(List<DeliveryView> deliveries) {}

  /** What is to be said of a webhook; its team only when it is made. */
  public record WebhookRequest(
      String name,
      String url,
      Long teamId,
      List<String> topics,
      Boolean includeRawPayload,
      Boolean paused,
      String secret) {
    WebhookWish wish() {
      return new WebhookWish(
          Optional.ofNullable(name),
          Optional.ofNullable(url),
          Optional.ofNullable(topics).map(LinkedHashSet::new),
          Optional.ofNullable(includeRawPayload),
          Optional.ofNullable(paused),
          Optional.ofNullable(secret));
    }
  }

  /** Which deliveries; none = all that were given up. */
  public record RedeliverRequest(List<Long> deliveries) {}

  @GET
  @Requires(Permission.EDIT_WEBHOOKS)
  public WebhooksAnswer list(
      @Context Actor actor,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("0") int perPage) {
    return new WebhooksAnswer(
        webhooks.list(actor, Pages.of(after, page, perPage)).stream()
            .map(WebhookView::of)
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_WEBHOOKS)
  public WebhookAnswer create(@Context Actor actor, WebhookRequest request) {
    WebhookRequest said = required(request);
    Optional<TeamId> team = TeamNumber.of(said.teamId());
    return new WebhookAnswer(WebhookView.of(webhooks.create(actor, team, said.wish())));
  }

  private static WebhookRequest required(WebhookRequest request) {
    return Optional.ofNullable(request)
        .orElseThrow(
            () -> MdmException.malformed("organization.no_body", "The request has no body."));
  }

  @GET
  @Path(ID)
  @Requires(Permission.EDIT_WEBHOOKS)
  public WebhookAnswer get(@Context Actor actor, @PathParam("id") long id) {
    return new WebhookAnswer(WebhookView.of(webhooks.find(actor, id)));
  }

  @PATCH
  @Path(ID)
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_WEBHOOKS)
  public WebhookAnswer change(
      @Context Actor actor, @PathParam("id") long id, WebhookRequest request) {
    return new WebhookAnswer(WebhookView.of(webhooks.change(actor, id, required(request).wish())));
  }

  @DELETE
  @Path(ID)
  @Requires(Permission.EDIT_WEBHOOKS)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("id") long id) {
    webhooks.delete(actor, id);
    return Map.of();
  }

  @POST
  @Path(ID + "/secret")
  @Requires(Permission.EDIT_WEBHOOKS)
  public WebhookAnswer rotate(@Context Actor actor, @PathParam("id") long id) {
    return new WebhookAnswer(WebhookView.of(webhooks.rotate(actor, id)));
  }

  @POST
  @Path(ID + "/test")
  @Requires(Permission.EDIT_WEBHOOKS)
  public Webhooks.Tested test(@Context Actor actor, @PathParam("id") long id) {
    return webhooks.test(actor, id);
  }

  @GET
  @Path(ID + "/deliveries")
  @Requires(Permission.EDIT_WEBHOOKS)
  public DeliveriesAnswer deliveries(
      @Context Actor actor,
      @PathParam("id") long id,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("50") int perPage) {
    return new DeliveriesAnswer(
        webhooks.deliveries(actor, id, state(state), Pages.of(after, page, perPage)).stream()
            .map(DeliveryView::of)
            .toList());
  }

  private static Optional<Delivery.State> state(String label) {
    if (label.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Delivery.State.values())
            .filter(state -> state.label().equals(label))
            .findFirst()
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "organization.bad_delivery_state",
                        "state",
                        "The state is waiting, delivered or dead.")));
  }

  @POST
  @Path(ID + "/redeliver")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_WEBHOOKS)
  public Map<String, Object> redeliver(
      @Context Actor actor, @PathParam("id") long id, RedeliverRequest request) {
    List<Long> which =
        Optional.ofNullable(request).map(RedeliverRequest::deliveries).orElse(List.of());
    if (which.stream().anyMatch(Objects::isNull)) {
      throw MdmException.invalid(
          "organization.bad_number", "deliveries", "deliveries is a list of numbers.");
    }
    return Map.of("redelivered", webhooks.redeliver(actor, id, Set.copyOf(which)));
  }
}
