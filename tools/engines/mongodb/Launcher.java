import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;

/** A server of MongoDB's protocol: Launcher (attached|detached) DATA-FOLDER PORT. Prints READY. */
public class Launcher {
  /** Drivers of today refuse what the stand-in would say of itself. */
  private static final MongoVersion VERSION = new MongoVersion() {
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    public int getWireVersion() {
      return 13;
    }
  };

  /** Of its own accord it keeps 16 MB, and reads what is written to random places from disk again and again. */
  private static final int CACHE_MB = 160;

  /** The store writes once a second by itself; what was acknowledged must survive a kill. */
  private static final class CommittingBackend extends H2Backend {
    CommittingBackend(String file) {
      super(new MVStore.Builder().fileName(file).cacheSize(CACHE_MB).open());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      Document answer = super.handleMessage(message);
      commit();
      return answer;
    }
  }

  /** With `tls.keystore` and `tls.secret` in the properties, clients must speak TLS. */
  private static void encrypt(MongoServer server, Path properties) throws Exception {
    Properties settings = new Properties();
    try (FileReader reader = new FileReader(properties.toFile())) {
      settings.load(reader);
    }
    String file = settings.getProperty("tls.keystore");
    if (file == null) return;
    char[] secret = settings.getProperty("tls.secret").toCharArray();
    KeyStore store = KeyStore.getInstance(new File(file), secret);
    String entry = store.aliases().nextElement();
    server.enableSsl((PrivateKey) store.getKey(entry, secret), null, (X509Certificate) store.getCertificate(entry));
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("attached")) endWithStdin();
    CommittingBackend backend = new CommittingBackend(Path.of(args[1], "store.mv").toString());
    backend.version(VERSION);
    MongoServer server = new MongoServer(backend);
    encrypt(server, Path.of(args[1], "server.properties"));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    try {
      server.bind("127.0.0.1", Integer.parseInt(args[2]));
    } catch (Exception unbound) {
      unbound.printStackTrace();
      // Its threads would go on.
      System.exit(1);
    }
    System.out.println("READY");
    new CountDownLatch(1).await();
  }

  /** Whoever started this holds the other end of stdin, and is gone when it closes. */
  private static void endWithStdin() {
    Thread watch = new Thread(() -> {
      try {
        while (System.in.read() >= 0) { }
      } catch (IOException gone) { }
      Runtime.getRuntime().halt(1);
    });
    watch.setDaemon(true);
    watch.start();
  }
}
