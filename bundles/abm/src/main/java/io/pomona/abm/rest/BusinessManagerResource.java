package io.pomona.abm.rest;

import io.pomona.abm.AbmKeys;
import io.pomona.abm.AbmTokens;
import io.pomona.abm.TokenView;
import io.pomona.abm.TokenViews;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The public key for ABM, and what is connected, at the paths of old and new clients. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BusinessManagerResource implements AdminResource {
  private final AbmKeys keys;
  private final AbmTokens tokens;
  private final TokenViews views;
  private final Access access;

  @Activate
  public BusinessManagerResource(
      @Reference AbmKeys keys,
      @Reference AbmTokens tokens,
      @Reference TokenViews views,
      @Reference Access access) {
    this.keys = keys;
    this.tokens = tokens;
    this.views = views;
    this.access = access;
  }

  /**
   * @param publicKey a certificate in PEM, in Base64
   */
  public record PublicKeyAnswer(String publicKey) {}

  /**
   * @param privateKey empty: the key stays in the server
   */
  public record KeyPairAnswer(String publicKey, String privateKey) {}

  /**
   * @param defaultTeam its name, empty for none
   */
  public record BusinessManagerAnswer(
      String appleId,
      String orgName,
      String mdmServerUrl,
      Instant renewDate,
      String defaultTeam,
      boolean termsExpired) {}

  @GET
  @Path("mdm/apple/abm_public_key")
  @Requires(Permission.EDIT_ABM)
  public PublicKeyAnswer publicKey(@Context Actor actor) {
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    return new PublicKeyAnswer(base64(keys.certificate(actor)));
  }

  /** Makes a further key; earlier ones still open what was encrypted for them. */
  @POST
  @Path("mdm/apple/dep/key_pair")
  @Requires(Permission.EDIT_ABM)
  public KeyPairAnswer keyPair(@Context Actor actor) {
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    return new KeyPairAnswer(base64(keys.create(actor)), "");
  }

  private static String base64(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }

  @GET
  @Path("abm")
  @Requires(Permission.VIEW_ABM)
  public BusinessManagerAnswer show(@Context Actor actor) {
    access.require(actor, Permission.VIEW_ABM, Optional.empty());
    return tokens.list().stream().findFirst().map(this::answer).orElseThrow(this::none);
  }

  private MdmException none() {
    return MdmException.notFound(
        "abm.none",
        "Apple Business Manager is not connected. Get the public key with GET"
            + " /api/v1/mdm/apple/abm_public_key and load the server token with POST"
            + " /api/v1/abm_tokens.");
  }

  private BusinessManagerAnswer answer(AbmToken token) {
    TokenView view = views.of(token);
    return new BusinessManagerAnswer(
        view.appleId(),
        view.orgName(),
        view.mdmServerUrl(),
        view.renewDate(),
        views.teamName(token),
        view.termsExpired());
  }

  @GET
  @Path("mdm/apple_bm")
  @Requires(Permission.VIEW_ABM)
  public BusinessManagerAnswer showAsBefore(@Context Actor actor) {
    return show(actor);
  }
}
