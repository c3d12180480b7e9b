import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka node: Launcher (attached|detached) DATA-FOLDER PORT, with a server.properties in the folder. Prints READY. */
public class Launcher {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("attached")) endWithStdin();
    Path properties = Path.of(args[1], "server.properties");
    if (!Files.exists(Path.of(args[1], "log", "meta.properties"))) format(properties);
    Properties settings = new Properties();
    try (FileReader reader = new FileReader(properties.toFile())) {
      settings.load(reader);
    }
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.startup();
    System.out.println("READY");
    server.awaitShutdown();
  }

  private static void format(Path properties) {
    String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString(), "--standalone"};
    if (StorageTool.execute(arguments, System.out) != 0) throw new IllegalStateException("the data folder could not be formatted");
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
