package io.pomona.store.unit;

import io.pomona.store.apns.PushCertificateEntity;
import io.pomona.store.apns.PushRequestEntity;
import io.pomona.store.apns.VendorEntity;
import io.pomona.store.enrollment.BootstrapTokenEntity;
import io.pomona.store.enrollment.HostEntity;
import io.pomona.store.organization.SessionEntity;
import io.pomona.store.organization.SettingsEntity;
import io.pomona.store.organization.UserEntity;
import io.pomona.store.pki.CertificateEntity;
import io.pomona.store.pki.ChallengeEntity;
import io.pomona.store.pki.KeyEntity;
import io.pomona.store.profiles.ProfileEntity;
import io.pomona.store.sql.Dialect;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.openjpa.persistence.PersistenceProviderImpl;

/** The one persistence unit, described in code: no persistence.xml has to be found at run time. */
public final class PersistenceUnit implements PersistenceUnitInfo {
  private static final List<Class<?>> ENTITIES =
      List.of(
          UserEntity.class,
          SessionEntity.class,
          SettingsEntity.class,
          ChallengeEntity.class,
          CertificateEntity.class,
          KeyEntity.class,
          PushCertificateEntity.class,
          PushRequestEntity.class,
          VendorEntity.class,
          HostEntity.class,
          BootstrapTokenEntity.class,
          ProfileEntity.class);

  private final DataSource dataSource;
  private final ClassLoader loader;
  private final Properties properties = new Properties();

  private PersistenceUnit(DataSource dataSource, Dialect dialect) {
    this.dataSource = dataSource;
    this.loader =
        new CompositeLoader(
            PersistenceUnit.class.getClassLoader(), PersistenceProviderImpl.class.getClassLoader());
    properties.put("openjpa.RuntimeUnenhancedClasses", "unsupported");
    properties.put("openjpa.DynamicEnhancementAgent", "false");
    // With the optimistic default each query would take a connection in autocommit mode.
    properties.put("openjpa.Optimistic", "false");
    properties.put("openjpa.Multithreaded", "false");
    properties.put("openjpa.Log", "slf4j");
    properties.put("openjpa.jdbc.SynchronizeMappings", "validate");
    properties.put("openjpa.jdbc.DBDictionary", dialect.dictionary());
  }

  public static EntityManagerFactory open(DataSource dataSource, Dialect dialect) {
    PersistenceUnit unit = new PersistenceUnit(dataSource, dialect);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(unit.loader);
    try {
      EntityManagerFactory factory =
          new PersistenceProviderImpl().createContainerEntityManagerFactory(unit, Map.of());
      // The mappings are checked now, not at the first request.
      factory.createEntityManager().close();
      return factory;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public String getPersistenceUnitName() {
    return "pomona";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return PersistenceProviderImpl.class.getName();
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return dataSource;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return null;
  }

  @Override
  public List<String> getManagedClassNames() {
    return ENTITIES.stream().<String>map(Class::getName).toList();
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return properties;
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.1";
  }

  @Override
  public ClassLoader getClassLoader() {
    return loader;
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // Entities are enhanced when this bundle is built.
  }

  @Override
  public ClassLoader getNewTempClassLoader() {
    return new CompositeLoader(loader, PersistenceProviderImpl.class.getClassLoader());
  }
}
