import java.io.FileReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One OpenSearch node: Launcher (attached|detached) DATA-FOLDER PORT, with a server.properties in the folder. Prints READY. */
public class Launcher {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("attached")) endWithStdin();
    // The node takes System.out for its log.
    PrintStream output = System.out;
    Properties settings = new Properties();
    try (FileReader reader = new FileReader(Path.of(args[1], "server.properties").toFile())) {
      settings.load(reader);
    }
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.onBuild((number, builder) -> {
      for (Map.Entry<Object, Object> setting : settings.entrySet()) builder.put((String) setting.getKey(), (String) setting.getValue());
    });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        runner.close();
      } catch (IOException unclosed) {
        unclosed.printStackTrace();
      }
    }));
    // It looks for a free port, and counts its nodes from one.
    int port = Integer.parseInt(args[2]);
    runner.setMaxHttpPort(port);
    runner.build(OpenSearchRunner.newConfigs().basePath(Path.of(args[1], "node").toString()).numOfNode(1).baseHttpPort(port - 1));
    runner.ensureYellow();
    output.println("READY");
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
