package io.pomona.organization.oidc;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of the provider's description that counts here.
 *
 * @param secretInBody whether the client's secret goes into the body, not into a header
 * @param namesItself whether the provider says who it is when it sends the browser back
 */
record ProviderEndpoints(
    URI authorization, URI token, URI keys, boolean secretInBody, boolean namesItself) {
  static ProviderEndpoints of(OIDCProviderMetadata said) throws IOException {
    if (Stream.of(
            said.getAuthorizationEndpointURI(), said.getTokenEndpointURI(), said.getJWKSetURI())
        .anyMatch(address -> address == null)) {
      throw new IOException("It does not say where logins, tokens and keys are.");
    }
    List<ClientAuthenticationMethod> methods = said.getTokenEndpointAuthMethods();
    return new ProviderEndpoints(
        said.getAuthorizationEndpointURI(),
        said.getTokenEndpointURI(),
        said.getJWKSetURI(),
        methods != null
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
        said.supportsAuthorizationResponseIssuerParam());
  }

  List<URI> addresses() {
    return List.of(authorization, token, keys);
  }
}
