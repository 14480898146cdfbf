package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import java.net.URI;
import java.time.Instant;
import org.junit.Test;

/** The header of a library that knows nothing of this one. */
public class ForeignSignatureTest {

  private static final URI SESSION = URI.create("https://localhost:4443/session");

  private static final class Abm extends DefaultApi10a {
    @Override
    public String getRequestTokenEndpoint() {
      return "";
    }

    @Override
    public String getAccessTokenEndpoint() {
      return "";
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      return "";
    }

    @Override
    public String getAuthorizationUrl(OAuth1RequestToken token) {
      return "";
    }
  }

  @Test
  public void isVerified() {
    ServerToken token = ServerToken.fresh(Instant.now());
    OAuthRequest request = new OAuthRequest(Verb.GET, SESSION.toString());
    request.setRealm("ADM");
    new ServiceBuilder(token.consumerKey())
        .apiSecret(token.consumerSecret())
        .build(new Abm())
        .signRequest(new OAuth1AccessToken(token.accessToken(), token.accessSecret()), request);

    OAuthHeader header = OAuthHeader.of(request.getHeaders().get("Authorization"));

    assertTrue(header.signedWith(token, "GET", SESSION));
    assertFalse(header.signedWith(token.renewed(Instant.now()), "GET", SESSION));
    assertFalse(header.signedWith(token, "GET", URI.create("https://localhost:4444/session")));
  }
}
